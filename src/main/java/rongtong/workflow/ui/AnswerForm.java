package rongtong.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.form.FormModel;
import rongtong.shared.RuleViolation.FieldError;

/** One form on a page: shows the questions, keeps the answers, says what is wrong at the field. */
class AnswerForm extends Composite<Div> {

    private final transient FormModel model;

    AnswerForm(FormModel model) {
        this.model = model;
    }

    /** Everything typed so far, checked or not. */
    Map<String, @Nullable Object> values() {
        return Map.copyOf(model.values());
    }

    /** @throws rongtong.shared.RuleViolation with the fields, if the form says no */
    Map<String, @Nullable Object> submit() {
        var submission = model.submit();
        submission.refuseIfInvalid();
        return Map.copyOf(submission.values());
    }

    void showErrors(List<FieldError> errors) {}

    /** Tells that something was typed. */
    void onChange(SerializableRunnable changed) {}
}
