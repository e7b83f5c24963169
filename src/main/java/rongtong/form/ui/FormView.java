package rongtong.form.ui;

import com.vaadin.flow.component.Component;
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
import org.jspecify.annotations.Nullable;
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

    /** Puts something of the page beside the field of a path. @return whether the form shows such a field */
    public boolean note(String path, Component note) {
        return canvas.note(path, note);
    }

    /** Leads the person to the field of a path, or to the first one of a row. */
    public void lead(String path) {
        canvas.lead(path);
    }

    /** Answers a field in place of the person, who sees it at once; nothing happens if the form does not show it. */
    public void answer(String path, Object value) {
        model.find(path).ifPresent(instance -> canvas.change(instance, () -> model.set(instance, value)));
    }

    /** Adds an element with these answers at the end of a list. @return its path; null if the form does not show the list */
    public @Nullable String append(String list, Map<String, Object> answers) {
        var instance = model.find(list).orElse(null);
        if (instance == null) {
            return null;
        }
        var path = list + "[" + model.size(instance) + "]";
        canvas.change(instance, () -> {
            model.add(instance);
            answers.forEach((key, value) -> model.set(path + "." + key, value));
        });
        return path;
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
