package rongtong.form.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import rongtong.form.FieldInstance;

/** Renders {@code number}: a box for digits; the arrow keys go to the next step. */
class NumberRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "number";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var box = new TextField();
        box.addClassName("form-number-box");
        box.setAllowedCharPattern("[0-9.,\\-]");
        box.getElement().setAttribute("inputmode", "decimal");
        box.setValueChangeMode(ValueChangeMode.LAZY);
        box.setValueChangeTimeout(Answers.TYPING_PAUSE);
        TextFieldRenderer.adorn(box, instance, canvas);
        box.addKeyDownListener(Key.ARROW_UP, event -> step(instance, canvas, true));
        box.addKeyDownListener(Key.ARROW_DOWN, event -> step(instance, canvas, false));
        return Input.of(
                instance,
                canvas,
                box,
                () -> canvas.model().inputTexts(instance).getFirst(),
                text -> canvas.model().typeInto(instance, 0, text == null ? "" : text),
                () -> Answers.text(canvas.model().number(instance)));
    }

    private static void step(FieldInstance instance, Canvas canvas, boolean up) {
        canvas.change(instance, () -> canvas.model().step(instance, up));
    }
}
