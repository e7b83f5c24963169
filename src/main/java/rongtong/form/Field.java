package rongtong.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One component of a form as it was drawn. */
public final class Field {

    private final String id;
    private final FieldType type;
    private final @Nullable String key;
    private final @Nullable Field parent;
    private final Map<String, Object> definition;
    private final List<Field> components = new ArrayList<>();

    Field(String id, FieldType type, @Nullable String key, @Nullable Field parent, Map<String, Object> definition) {
        this.id = id;
        this.type = type;
        this.key = key;
        this.parent = parent;
        this.definition = definition;
    }

    void add(Field component) {
        components.add(component);
    }

    public String id() {
        return id;
    }

    /** Name of the component in the form's JSON, such as {@code textfield}. */
    public String type() {
        return String.valueOf(definition.get("type"));
    }

    /** A copy of its JSON object. */
    Map<String, Object> drawn() {
        return Values.copyOf(definition);
    }

    FieldType kind() {
        return type;
    }

    /** The answer's key below its group or list; nothing where the component asks nothing. */
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    @Nullable
    Field parent() {
        return parent;
    }

    /** Components inside a group or list. */
    public List<Field> components() {
        return List.copyOf(components);
    }

    /** Whether its components repeat for each element of a list. */
    public boolean isRepeating() {
        return type == FieldType.DYNAMICLIST && !Boolean.FALSE.equals(property("isRepeating"));
    }

    /** Whether elements may be added and removed. */
    public boolean allowsAddRemove() {
        return isRepeating() && !components.isEmpty() && !Boolean.FALSE.equals(property("allowAddRemove"));
    }

    /** Whether an answer is asked for; a star stands at its label. */
    public boolean isRequired() {
        return Values.truthy(property("validate.required"));
    }

    /** Neither changed, checked nor submitted. */
    public boolean isDisabled() {
        return Values.truthy(property("disabled"));
    }

    boolean hasDefault() {
        return definition.containsKey("defaultValue");
    }

    /** A property of the component, or of one of its parts: {@code validate.required}; null if it is not there. */
    public @Nullable Object property(String path) {
        @Nullable Object value = definition;
        var start = 0;
        while (start <= path.length() && value instanceof Map<?, ?> map) {
            var dot = path.indexOf('.', start);
            var end = dot < 0 ? path.length() : dot;
            value = map.get(path.substring(start, end));
            if (dot < 0) {
                return value;
            }
            start = end + 1;
        }
        return null;
    }

    /** A property that is a text; nothing if it is absent, of another kind or empty. */
    public Optional<String> text(String path) {
        return property(path) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }

    /** The custom properties of the component. */
    public Map<String, Object> properties() {
        return property("properties") instanceof Map<?, ?> properties ? Values.copyOf(properties) : Map.of();
    }

    /** Address below {@code /api/v1} of the records that may be chosen ({@code properties.lookup}), perhaps a template. */
    public Optional<String> lookup() {
        return type.isChoice() ? text("properties.lookup") : Optional.empty();
    }

    /** Whether the answer becomes a process variable named like the key ({@code properties.processVariable}). */
    public boolean processVariable() {
        return "true".equals(String.valueOf(property("properties.processVariable")));
    }

    /** Id of the row in which it stands beside others; nothing: a row of its own. */
    public Optional<String> row() {
        return text("layout.row");
    }

    /** How many of 16 columns it takes; nothing: an equal share. */
    public Optional<Integer> columns() {
        return property("layout.columns") instanceof Number columns
                ? Optional.of(Math.clamp(columns.intValue(), 1, 16))
                : Optional.empty();
    }

    /** Path of the answer in the data; null for what has none. Positions of the lists around it come from {@code indexes}. */
    DataPath path(List<Integer> indexes) {
        if (parent == null) {
            return DataPath.ROOT;
        }
        var path = parent.path(indexes);
        if (parent.isRepeating()) {
            var depth = parent.repeatersAbove();
            if (depth < indexes.size()) {
                path = path.at(indexes.get(depth));
            }
        }
        if (key != null) {
            return path.below(key);
        }
        var below = type.isPathed() ? text("path") : Optional.<String>empty();
        return below.isPresent() ? path.below(below.get()) : path;
    }

    private int repeatersAbove() {
        var count = 0;
        for (var above = parent; above != null; above = above.parent) {
            count += above.isRepeating() ? 1 : 0;
        }
        return count;
    }

    @Override
    public String toString() {
        return type() + " " + id;
    }
}
