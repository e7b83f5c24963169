package rongtong.form.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Turns the pages of what is too long to be shown at once; not to be seen where there is one page only. */
final class Pages {

    private final Runnable turned;
    private final Span position = new Span();
    private final Button back;
    private final Button on;
    private final Div component;
    private int page;
    private int all = 1;

    /** @param turned called after a person has turned a page */
    Pages(Canvas canvas, Runnable turned) {
        this.turned = turned;
        this.back = button(canvas, VaadinIcon.ANGLE_LEFT, "form.ui.page.back", -1);
        this.on = button(canvas, VaadinIcon.ANGLE_RIGHT, "form.ui.page.on", 1);
        this.component = new Div(back, position, on);
        component.addClassName("form-table-pages");
        position.getElement().setAttribute("role", "status");
        turnTo(0);
    }

    private Button button(Canvas canvas, VaadinIcon icon, String key, int step) {
        var button = new Button(icon.create(), click -> {
            turnTo(page + step);
            turned.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(canvas.say(key));
        return button;
    }

    Component component() {
        return component;
    }

    /** The page that is open, from 0. */
    int page() {
        return page;
    }

    /** So many pages there are; whoever was behind the last one is on it now. */
    void count(int pages) {
        all = Math.max(1, pages);
        turnTo(page);
    }

    void turnTo(int wanted) {
        page = Math.clamp(wanted, 0, all - 1);
        component.setVisible(all > 1);
        back.setEnabled(page > 0);
        on.setEnabled(page < all - 1);
        position.setText(page + 1 + " / " + all);
    }
}
