package rongtong.form.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import rongtong.form.FieldInstance;

/** Renders {@code checkbox}. */
class CheckboxRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "checkbox";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        return Input.of(
                instance,
                canvas,
                new Checkbox(),
                () -> Boolean.TRUE.equals(canvas.model().value(instance)),
                ticked -> canvas.model().set(instance, Boolean.TRUE.equals(ticked)),
                () -> canvas.say(Boolean.TRUE.equals(canvas.model().value(instance)) ? "form.ui.yes" : "form.ui.no"));
    }
}
