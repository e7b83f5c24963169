package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.form.FormModel;
import rongtong.form.ui.FormView;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.Texts;

/** One form on a page: shows the questions, keeps the answers, says at the field what is wrong there. */
public class AnswerForm extends Composite<Div> {

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

    /** Answers that stand there now, read only. */
    public FormModel model() {
        return view.model();
    }

    /** Puts something of the page beside the field of a path. @return whether the form shows such a field */
    public boolean note(String path, Component note) {
        return view.note(path, note);
    }

    /** Leads the person to the field of a path, or to the first one of a row. */
    public void lead(String path) {
        view.lead(path);
    }

    /** Answers a field in place of the person, who sees it at once. */
    public void answer(String path, Object value) {
        view.answer(path, value);
    }

    /** Adds an element with these answers at the end of a list. @return its path; null if the form does not show the list */
    public @Nullable String append(String list, Map<String, Object> answers) {
        return view.append(list, answers);
    }

    /** Shows what the rules of the procedure found. */
    void showErrors(List<FieldError> errors) {
        var words = new LinkedHashMap<String, String>();
        errors.forEach(error -> words.putIfAbsent(error.field(), texts.of(error.message())));
        view.showErrors(words);
    }

    /** Tells that something was typed. */
    public void onChange(SerializableRunnable changed) {
        view.addChangeListener(changed::run);
    }
}
