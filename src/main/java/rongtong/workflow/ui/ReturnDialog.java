package rongtong.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.workflow.ReturnTarget;

/** Asks to which earlier step a case is returned, and why. */
class ReturnDialog extends Dialog {

    private final RadioButtonGroup<String> target = new RadioButtonGroup<>();
    private final TextArea opinion = new TextArea();
    private final transient Texts texts;

    /**
     * @param targets at least one; steps that the same decision opens are one choice
     * @param typed what stands in the field of the reason first
     * @param longest characters that a reason may have
     * @param action gets the step and the reason; if it refuses the reason, that is said at the field
     */
    ReturnDialog(
            List<ReturnTarget> targets,
            String typed,
            Texts texts,
            int longest,
            SerializableBiConsumer<String, String> action) {
        this.texts = texts;
        setHeaderTitle(getTranslation("desk.task.return"));
        setWidth("32rem");
        var names = new LinkedHashMap<String, String>();
        var steps = new LinkedHashMap<String, String>();
        for (var way : targets) {
            var first = steps.computeIfAbsent(way.field() + "=" + way.value(), any -> way.step());
            names.merge(first, way.name(), (one, other) -> one + getTranslation("desk.comma") + other);
        }
        target.setLabel(getTranslation("desk.task.return.to"));
        target.setItems(names.keySet());
        target.setItemLabelGenerator(step -> names.getOrDefault(step, step));
        target.setValue(targets.getFirst().step());
        target.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        opinion.setLabel(getTranslation("desk.task.return.opinion"));
        opinion.setRequiredIndicatorVisible(true);
        opinion.setMaxLength(longest);
        opinion.setMinRows(3);
        opinion.setWidthFull();
        opinion.setValue(typed);
        add(new Paragraph(getTranslation("desk.task.return.do")), target, opinion);
        var confirm = new Button(getTranslation("desk.task.return"), click -> {
            click.getSource().setEnabled(true);
            run(action);
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), confirm);
    }

    private void run(SerializableBiConsumer<String, String> action) {
        opinion.setInvalid(false);
        if (opinion.getValue().isBlank()) {
            refuse(getTranslation("desk.task.return.missing"));
            return;
        }
        try {
            action.accept(target.getValue(), opinion.getValue().strip());
            close();
        } catch (RuleViolation no) {
            no.fields().stream()
                    .filter(error -> error.field().equals("opinion"))
                    .findFirst()
                    .ifPresent(error -> refuse(texts.of(error.message())));
            throw no;
        }
    }

    private void refuse(String words) {
        opinion.setInvalid(true);
        opinion.setErrorMessage(words);
        opinion.focus();
    }
}
