package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.workflow.SignView;

/** Who is asked beside a task, and what they said. */
class SignPanel extends Panel {

    /** @param remove takes a request back that is still open; called with the user name */
    SignPanel(List<SignView> signs, boolean mayRemove, SerializableConsumer<String> remove) {
        super(translate("desk.signs"));
        setCount(signs.size());
        var rows = new Div();
        rows.addClassName("rows");
        for (var sign : signs) {
            rows.add(row(sign, mayRemove, remove));
        }
        add(rows);
    }

    private Div row(SignView sign, boolean mayRemove, SerializableConsumer<String> remove) {
        var stance = sign.stance();
        var said = new Div(getTranslation("desk.sign." + sign.position()) + " · "
                + getTranslation("workflow.stance." + (stance == null ? "open" : stance))
                + (sign.comment().isEmpty() ? "" : getTranslation("desk.sign.said", sign.comment())));
        said.addClassName("muted");
        var who = new Div(new Span(sign.name()), said);
        var side = new Div();
        side.addClassName("row-side");
        if (stance == null && mayRemove) {
            var button = new Button(getTranslation("desk.task.remove-sign"), click -> remove.accept(sign.username()));
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.setDisableOnClick(true);
            side.add(button);
        } else {
            side.addClassName("muted");
            side.setText(Formats.moment(stance == null ? sign.requestedAt() : sign.answeredAt()));
        }
        var row = new Div(who, side);
        row.addClassName("row");
        return row;
    }
}
