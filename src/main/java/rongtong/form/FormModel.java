package rongtong.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one person to one form: what is filled in, visible, wrong and submitted, as form-js has it. Knows no
 * screen and is not safe for several threads.
 *
 * <p>A server that receives answers makes a model of what it knows itself, then {@link #fill}s in what was sent (which
 * changes nothing that is hidden, read-only or disabled), then {@link #submit}s.
 */
public final class FormModel {

    private final Map<String, Object> values;

    /** @param data values to start with, and variables that expressions may use */
    public FormModel(Form form, Map<String, Object> data) {
        this.values = data;
    }

    /** Answers fields the way a person could: only those that are visible and may be changed. */
    public FormModel fill(Map<String, Object> answers) {
        return this;
    }

    /** Gives one field a value. @param path such as {@code members[0].name} */
    public void set(String path, @Nullable Object value) {
        throw new UnsupportedOperationException(path);
    }

    /** Everything known: answers of all fields, also hidden ones, and variables without a field. */
    public Map<String, Object> values() {
        return values;
    }

    /** Violations by data path of all fields that are visible and not disabled. */
    public Map<String, List<Violation>> validate() {
        return Map.of();
    }

    /** Checks everything and says what is handed in; read the violations before you use the values. */
    public Submission submit() {
        return new Submission(values, validate());
    }
}
