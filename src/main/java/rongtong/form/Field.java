package rongtong.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One component of a form as it was drawn. */
public final class Field {

    private final Map<String, Object> definition;

    Field(Map<String, Object> definition) {
        this.definition = definition;
    }

    public String id() {
        return (String) definition.getOrDefault("id", "");
    }

    public String type() {
        return (String) definition.getOrDefault("type", "");
    }

    /** Data path of the answer below its group or list; nothing where the component asks nothing. */
    public Optional<String> key() {
        return Optional.ofNullable((String) definition.get("key"));
    }

    /** Fields inside a group or list. */
    public List<Field> components() {
        return List.of();
    }

    /** A property of the component, or of one of its parts: {@code validate.required}; null if it is not there. */
    public @Nullable Object property(String path) {
        return definition.get(path);
    }

    /** The custom properties of the component. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> properties() {
        return (Map<String, Object>) definition.getOrDefault("properties", Map.of());
    }

    /** Address below {@code /api/v1} of the records that may be chosen ({@code properties.lookup}). */
    public Optional<String> lookup() {
        return Optional.ofNullable((String) properties().get("lookup"));
    }

    /** Whether the answer becomes a process variable named like the key ({@code properties.processVariable}). */
    public boolean processVariable() {
        return "true".equals(String.valueOf(properties().get("processVariable")));
    }
}
