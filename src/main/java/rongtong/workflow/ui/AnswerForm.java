package rongtong.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.form.ui.FormView;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.Texts;

/** One form on a page: shows the questions, keeps the answers, says at the field what is wrong there. */
class AnswerForm extends Composite<Div> {

    private final FormView view;
    private final transient Texts texts;

    AnswerForm(FormView view, Texts texts) {
        this.view = view;
        this.texts = texts;
        getContent().add(view);
    }

    /** Everything typed so far, checked or not. */
    Map<String, @Nullable Object> values() {
        return new LinkedHashMap<>(view.values());
    }

    /** @throws rongtong.shared.RuleViolation if the form says no; what is wrong stands at the fields then */
    Map<String, @Nullable Object> submit() {
        var submission = view.submit();
        submission.refuseIfInvalid();
        return new LinkedHashMap<>(submission.values());
    }

    /** Shows what the rules of the procedure found. */
    void showErrors(List<FieldError> errors) {
        var words = new LinkedHashMap<String, String>();
        errors.forEach(error -> words.putIfAbsent(error.field(), texts.of(error.message())));
        view.showErrors(words);
    }

    /** Tells that something was typed. */
    void onChange(SerializableRunnable changed) {
        view.addChangeListener(changed::run);
    }
}
