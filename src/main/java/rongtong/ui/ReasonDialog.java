package rongtong.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;

/** Asks for the reason before something that cannot be undone, and names its consequence. */
public class ReasonDialog extends Dialog {

    private static final int LONGEST_REASON = 500;

    private final TextArea reason = new TextArea();

    /**
     * @param deed the words of the button that does it
     * @param consequence what happens then, in a sentence
     * @param action gets the reason; if it throws, the dialog and what was typed stay
     */
    public ReasonDialog(String title, String consequence, String deed, SerializableConsumer<String> action) {
        setHeaderTitle(title);
        setWidth("32rem");
        reason.setLabel(getTranslation("ui.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.focus();
        add(new Paragraph(consequence), reason);
        var confirm = new Button(deed, click -> run(action, click.getSource()));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), confirm);
    }

    private void run(SerializableConsumer<String> action, Button confirm) {
        confirm.setEnabled(true);
        if (reason.isEmpty()) {
            reason.setInvalid(true);
            reason.setErrorMessage(getTranslation("ui.reason.missing"));
            reason.focus();
            return;
        }
        action.accept(reason.getValue().strip());
        close();
    }
}
