package rongtong.form.ui;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import rongtong.form.FieldInstance;
import rongtong.ui.Formats;

/** Renders {@code textarea}. It grows with its text; where there is a limit it counts. */
class TextAreaRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "textarea";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var box = new TextArea();
        box.setMinRows(3);
        box.setMaxRows(14);
        box.setValueChangeMode(ValueChangeMode.LAZY);
        box.setValueChangeTimeout(Answers.TYPING_PAUSE);
        return Input.of(
                        instance,
                        canvas,
                        box,
                        () -> canvas.model().inputTexts(instance).getFirst(),
                        text -> canvas.model().set(instance, text == null ? "" : text),
                        () -> Answers.text(canvas.model().value(instance)))
                .before(() -> count(box, instance, canvas));
    }

    private static void count(TextArea box, FieldInstance instance, Canvas canvas) {
        if (canvas.model().evaluated(instance, "validate.maxLength") instanceof Number most) {
            var length = Answers.bare(canvas.model().value(instance)).strip().length();
            var description = canvas.model().line(instance, "description");
            var counted = canvas.say("form.ui.count", Formats.number(length), Formats.number(most.longValue()));
            box.setHelperText(description.isEmpty() ? counted : description + " · " + counted);
        }
    }
}
