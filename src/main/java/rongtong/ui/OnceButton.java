package rongtong.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.server.Command;

/**
 * A button of which the second click of a double click does nothing: the browser disables it with the first, and the server
 * enables it again as it answers.
 */
public final class OnceButton extends Button {

    /** @param action what a click does; where it fails, the button can be clicked again */
    public OnceButton(String text, Command action) {
        super(text);
        setDisableOnClick(true);
        addClickListener(click -> {
            setEnabled(true);
            action.execute();
        });
    }
}
