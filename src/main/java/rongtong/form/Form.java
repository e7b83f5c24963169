package rongtong.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A Camunda Form (form-js JSON) as it was drawn. Immutable. */
public final class Form {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final List<Object> SOME_COLUMNS = List.of(
            Map.of("label", "ID", "key", "id"),
            Map.of("label", "Name", "key", "name"),
            Map.of("label", "Date", "key", "date"));

    private final Map<String, Object> schema;
    private final Field root;
    private final List<Field> fields;
    private final Feel feel = new Feel();
    private final Map<String, Form> translations = new ConcurrentHashMap<>();

    private Form(Map<String, Object> schema, Field root, List<Field> fields) {
        this.schema = schema;
        this.root = root;
        this.fields = List.copyOf(fields);
    }

    /** @throws FormRefused if form-js would not import it either */
    public static Form parse(String json) {
        Map<String, Object> schema;
        try {
            schema = JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
        } catch (JacksonException e) {
            throw new FormRefused("no JSON object: " + e.getOriginalMessage());
        }
        if (schema == null) {
            throw new FormRefused("no JSON object");
        }
        return of(schema);
    }

    /** @throws FormRefused if form-js would not import it either */
    public static Form of(Map<String, Object> schema) {
        var own = Values.copyOf(schema);
        var reader = new Reader();
        var root = reader.read(own, null);
        return new Form(own, root, reader.fields.subList(1, reader.fields.size()));
    }

    public String id() {
        return root.id();
    }

    /** A copy of the JSON object itself. */
    public Map<String, Object> schema() {
        return Values.copyOf(schema);
    }

    /** Components at the top. */
    public List<Field> components() {
        return root.components();
    }

    /** All components, also those inside groups and lists, in the order of the form. */
    public List<Field> fields() {
        return fields;
    }

    /**
     * The same form in another language: {@code properties.label_en} takes the place of {@code label} and so on for
     * {@code description}, {@code text}, {@code content}, the labels of options ({@code label_en}) and of columns
     * ({@code properties.columns_en}, parted by bars). The language of the drawing itself is Chinese.
     */
    public Form in(Locale locale) {
        return locale.getLanguage().equals("zh")
                ? this
                : translations.computeIfAbsent(
                        locale.getLanguage(), language -> of(Translation.into(language, schema)));
    }

    public Optional<Field> field(String id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /**
     * A form of one of the lists at the top alone, shown whatever the form asks before it.
     *
     * @param path of the list in the data
     */
    public Optional<Form> list(String path) {
        return components().stream()
                .filter(field -> field.isRepeating()
                        && field.text("path").filter(path::equals).isPresent())
                .findFirst()
                .map(field -> {
                    var list = field.drawn();
                    list.remove("conditional");
                    var alone = schema();
                    alone.put("components", List.of(list));
                    return of(alone);
                });
    }

    Field root() {
        return root;
    }

    Feel feel() {
        return feel;
    }

    /** Builds the tree and refuses what form-js refuses, in the same order. */
    private static final class Reader {

        private final List<Field> fields = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();
        private final PathClaims claims = new PathClaims();

        private Field read(Map<String, Object> drawn, @Nullable Field parent) {
            var type = FieldType.named(drawn.get("type"))
                    .orElseThrow(() ->
                            new FormRefused("form field of type <%s> not supported".formatted(drawn.get("type"))));
            var definition = withDefaults(type, drawn);
            var id = id(type, definition);
            var field = new Field(id, type, type.isKeyed() ? key(id, definition) : null, parent, definition);
            claimPath(field);
            fields.add(field);
            for (var component : components(definition)) {
                field.add(read(component, field));
            }
            return field;
        }

        private String id(FieldType type, Map<String, Object> definition) {
            if (definition.get("id") instanceof String id && !id.isEmpty()) {
                if (!ids.add(id)) {
                    throw new FormRefused("form field with id <%s> already exists".formatted(id));
                }
                return id;
            }
            var number = 1;
            var prefix = type == FieldType.DEFAULT ? "Form_" : "Field_";
            while (!ids.add(prefix + number)) {
                number++;
            }
            return prefix + number;
        }

        private static String key(String id, Map<String, Object> definition) {
            return definition.get("key") instanceof String key && !key.isEmpty()
                    ? key
                    : definition.get("type") + "_" + id;
        }

        private void claimPath(Field field) {
            var binds = field.kind().isKeyed()
                    || field.kind().isPathed() && field.text("path").isPresent();
            if (!binds) {
                return;
            }
            var steps =
                    field.path(List.of()).steps().stream().map(String::valueOf).toList();
            if (!claims.mayClaim(steps, field)) {
                throw new FormRefused("binding path '%s' is already claimed".formatted(String.join(".", steps)));
            }
            claims.claim(steps, field);
        }

        @SuppressWarnings("unchecked")
        private static List<Map<String, Object>> components(Map<String, Object> definition) {
            var components = definition.get("components");
            if (components == null) {
                return List.of();
            }
            if (!(components instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
                throw new FormRefused("components must be a list of components");
            }
            return (List<Map<String, Object>>) list;
        }

        private static Map<String, Object> withDefaults(FieldType type, Map<String, Object> drawn) {
            var definition = new LinkedHashMap<>(drawn);
            switch (type) {
                case CHECKLIST, TAGLIST, RADIO, SELECT -> {
                    var fromElsewhere = Values.truthy(drawn.get("valuesKey"))
                            || Values.truthy(drawn.get("valuesExpression"))
                            || DataPath.parse("properties.lookup").value(drawn) != null;
                    if (!fromElsewhere) {
                        definition.putIfAbsent("values", List.of(Map.of("label", "Value", "value", "value")));
                    }
                }
                case DATETIME -> definition.putIfAbsent("subtype", "date");
                case EXPRESSION -> definition.putIfAbsent("computeOn", "change");
                case TEXT -> definition.putIfAbsent("text", "# Text");
                case DYNAMICLIST -> {
                    // A list without a path still needs a place of its own.
                    if (!Values.truthy(drawn.get("path"))) {
                        definition.put("path", "dynamiclist_" + drawn.getOrDefault("id", "list"));
                    }
                }
                case TABLE -> {
                    if (drawn.get("columnsExpression") instanceof String) {
                        definition.remove("columns");
                    }
                    var drawnColumns = drawn.get("columnsExpression") instanceof String
                            || drawn.get("columns") instanceof List<?> columns
                                    && columns.stream().allMatch(FormModel::isColumn);
                    if (!drawnColumns) {
                        definition.put("columns", SOME_COLUMNS);
                        definition.put("rowCount", 10);
                    }
                }
                default -> {}
            }
            return definition;
        }
    }
}
