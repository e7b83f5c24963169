package rongtong.form.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import rongtong.form.FieldInstance;
import rongtong.form.FormModel;
import rongtong.form.References;
import rongtong.form.Submission;
import rongtong.form.Violation;
import rongtong.shared.Message;

/**
 * A form on the screen. Follows the model with each change: what becomes visible, which choices are left, what is
 * computed. Says what is wrong at the field, once the person has left it or tried to submit.
 */
@StyleSheet("form.css")
public final class FormView extends Composite<Div> {

    private final transient FormModel model;
    private final transient References references;
    private final transient Canvas canvas;
    private final transient List<Runnable> listeners = new ArrayList<>();
    private boolean dirty;

    FormView(FormModel model, References references, Function<Message, String> words, Clock clock) {
        this.model = model;
        this.references = references;
        this.canvas = new Canvas(model, references, words, clock, this::changed);
        getContent().addClassName("form");
        var root = new Container(canvas, null, List.of());
        getContent().add(root.component());
        canvas.layout(root::follow);
        canvas.follow();
    }

    public FormModel model() {
        return model;
    }

    /** The answers, for a draft. */
    public Map<String, Object> values() {
        return model.answers();
    }

    /** Shows what is wrong everywhere, and leads to the first such field. @return whether all is well */
    public boolean validate() {
        return submit().isValid();
    }

    /** Checks as {@link #validate} does. The values are those to hand in; a server still checks them itself. */
    public Submission submit() {
        var submission = references.submit(model);
        var errors = new LinkedHashMap<String, String>();
        submission.violations().forEach((path, violations) -> errors.put(path, said(violations)));
        canvas.showAll(errors);
        return submission;
    }

    /** What is handed in, without any check. */
    public Map<String, Object> submitData() {
        return model.submit().values();
    }

    /** Shows what the server's rules found, until the field is changed. @param errors words by data path */
    public void showErrors(Map<String, String> errors) {
        canvas.showAll(errors);
    }

    /** Called after each change that a person makes. */
    public Registration addChangeListener(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Whether something was changed since the start or since {@link #markSaved}. */
    public boolean isDirty() {
        return dirty;
    }

    public void markSaved() {
        dirty = false;
    }

    private void changed(FieldInstance instance) {
        dirty = true;
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private String said(List<Violation> violations) {
        return canvas.say(violations.getFirst().message());
    }
}
