package rongtong.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Listed;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.OnceButton;
import rongtong.workflow.Defect;
import rongtong.workflow.ReturnTarget;

/** Asks to which earlier step a case is returned, why, and what is wrong in detail where the task's form has a list for it. */
class ReturnDialog extends Dialog {

    /** Key of the list of a form that takes the defects. */
    static final String DEFECTS = "defects";

    /** Takes what was chosen and written. */
    @FunctionalInterface
    interface Return extends Serializable {
        void make(String step, String reason, List<Defect> defects);
    }

    private final RadioButtonGroup<String> target = new RadioButtonGroup<>();
    private final TextArea opinion = new TextArea();
    private final @Nullable AnswerForm defects;
    private final transient Texts texts;

    /**
     * @param targets at least one; steps that the same decision opens are one choice
     * @param typed what stands in the field of the reason first
     * @param defects the list {@link #DEFECTS} of the task's form; null where it has none
     * @param longest characters that a reason may have
     * @param action if it refuses the reason or a defect, that is said at the field
     */
    ReturnDialog(
            List<ReturnTarget> targets,
            String typed,
            @Nullable AnswerForm defects,
            Texts texts,
            int longest,
            Return action) {
        this.defects = defects;
        this.texts = texts;
        setHeaderTitle(getTranslation("desk.task.return"));
        setWidth(defects == null ? "32rem" : "46rem");
        var names = new LinkedHashMap<String, String>();
        var steps = new LinkedHashMap<String, String>();
        for (var way : targets) {
            var first = steps.computeIfAbsent(way.field() + "=" + way.value(), any -> way.step());
            names.merge(first, way.name(), (one, other) -> Listed.of(List.of(one, other)));
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
        if (defects != null) {
            add(defects);
        }
        var confirm = new OnceButton(getTranslation("desk.task.return"), () -> run(action));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("ui.cancel"), click -> close()), confirm);
    }

    private void run(Return action) {
        opinion.setInvalid(false);
        if (opinion.getValue().isBlank()) {
            refuse(getTranslation("desk.task.return.missing"));
            return;
        }
        try {
            action.make(target.getValue(), opinion.getValue().strip(), listed());
            close();
        } catch (RuleViolation no) {
            no.fields().stream()
                    .filter(error -> error.field().equals("opinion"))
                    .findFirst()
                    .ifPresent(error -> refuse(texts.of(error.message())));
            if (defects != null) {
                defects.showErrors(no.fields());
            }
            throw no;
        }
    }

    /** @throws RuleViolation if a defect has no field or no reason; that stands at the list then */
    private List<Defect> listed() {
        return defects != null && defects.submit().get(DEFECTS) instanceof List<?> rows
                ? rows.stream()
                        .map(row -> (Map<?, ?>) row)
                        .map(row -> new Defect(String.valueOf(row.get("field")), String.valueOf(row.get("reason"))))
                        .toList()
                : List.of();
    }

    private void refuse(String words) {
        opinion.setInvalid(true);
        opinion.setErrorMessage(words);
        opinion.focus();
    }
}
