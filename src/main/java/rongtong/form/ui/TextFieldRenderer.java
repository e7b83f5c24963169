package rongtong.form.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import rongtong.form.FieldInstance;

/** Renders {@code textfield}. */
class TextFieldRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "textfield";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var box = new TextField();
        typed(box, instance);
        adorn(box, instance, canvas);
        return Input.of(
                instance,
                canvas,
                box,
                () -> canvas.model().inputTexts(instance).getFirst(),
                text -> canvas.model().set(instance, text == null ? "" : text),
                () -> Answers.text(canvas.model().value(instance)));
    }

    /** What is typed arrives soon, so that a draft keeps it. */
    private static void typed(TextField box, FieldInstance instance) {
        box.setValueChangeMode(ValueChangeMode.LAZY);
        box.setValueChangeTimeout(Answers.TYPING_PAUSE);
        if ("email".equals(instance.field().property("validate.validationType"))) {
            box.getElement().setAttribute("inputmode", "email");
        }
        if ("phone".equals(instance.field().property("validate.validationType"))) {
            box.getElement().setAttribute("inputmode", "tel");
        }
    }

    /** Words before and after the box, such as a unit. */
    static void adorn(TextField box, FieldInstance instance, Canvas canvas) {
        var before = canvas.model().line(instance, "appearance.prefixAdorner");
        if (!before.isEmpty()) {
            box.setPrefixComponent(new Span(before));
        }
        var after = canvas.model().line(instance, "appearance.suffixAdorner");
        if (!after.isEmpty()) {
            box.setSuffixComponent(new Span(after));
        }
    }
}
