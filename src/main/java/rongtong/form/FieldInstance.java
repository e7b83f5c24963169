package rongtong.form;

import java.util.List;

/**
 * A component where a person meets it: the same component stands once in each element of a list.
 *
 * @param indexes position in each list around it, the outermost first, counted from 0
 */
public record FieldInstance(Field field, List<Integer> indexes) {

    public FieldInstance {
        indexes = List.copyOf(indexes);
    }

    /** Data path such as {@code members[0].name}; empty for what has no data of its own. */
    public String path() {
        return hasPath() ? dataPath().toString() : "";
    }

    /** The path, or {@code #id} where there is none. */
    public String name() {
        return hasPath() ? path() : "#" + field.id();
    }

    DataPath dataPath() {
        return field.path(indexes);
    }

    private boolean hasPath() {
        return field.kind().isKeyed()
                || field.kind().isPathed() && field.text("path").isPresent();
    }

    FieldInstance in(Field component) {
        return new FieldInstance(component, indexes);
    }
}
