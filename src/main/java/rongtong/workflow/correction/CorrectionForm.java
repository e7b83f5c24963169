package rongtong.workflow.correction;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rongtong.form.Field;
import rongtong.form.FieldInstance;
import rongtong.form.Form;
import rongtong.form.FormChanges;
import rongtong.form.FormModel;

/**
 * An application form in which only what has defects may be changed. What was not asked before, because a condition hid it,
 * stays open: a corrected answer may bring it up.
 */
final class CorrectionForm {

    private final FormModel former;
    private final Collection<String> open;

    private CorrectionForm(FormModel former, Collection<String> open) {
        this.former = former;
        this.open = open;
    }

    /**
     * @param former the application as it was handed in
     * @param open data paths of what may be changed, each with all that lies inside it
     * @param more form whose components come after those of the application
     * @return form-js JSON
     */
    static Map<String, Object> of(FormModel former, Collection<String> open, Form more) {
        var schema = former.form().schema();
        var components = new CorrectionForm(former, open).locked(former.form().components(), components(schema));
        var all = new ArrayList<Object>(components);
        all.addAll(components(more.schema()));
        schema.put("components", all);
        return schema;
    }

    private List<Map<String, Object>> locked(List<Field> fields, List<Map<String, Object>> drawn) {
        var locked = new ArrayList<Map<String, Object>>();
        for (int position = 0; position < fields.size(); position++) {
            locked.add(locked(fields.get(position), drawn.get(position)));
        }
        return locked;
    }

    private Map<String, Object> locked(Field field, Map<String, Object> drawn) {
        var component = new LinkedHashMap<>(drawn);
        var asked = former.visible().stream()
                .filter(instance -> instance.field() == field)
                .filter(instance -> !instance.path().isEmpty())
                .toList();
        var shut = asked.stream().filter(instance -> !isOpen(instance)).toList();
        if (field.isRepeating() && !shut.isEmpty() && shut.size() == asked.size()) {
            component.put("allowAddRemove", false);
        } else if (field.key().isPresent() && !shut.isEmpty()) {
            component.put("readonly", shut.size() == asked.size() ? true : condition(shut, drawn.get("readonly")));
        }
        if (!field.components().isEmpty()) {
            component.put("components", locked(field.components(), components(drawn)));
        }
        return component;
    }

    private boolean isOpen(FieldInstance instance) {
        return open.stream().anyMatch(path -> FormChanges.covers(path, instance.path()));
    }

    /** Shut in these rows; and wherever it was read-only before. */
    private static Object condition(List<FieldInstance> shut, @Nullable Object drawn) {
        if (Boolean.TRUE.equals(drawn)) {
            return true;
        }
        var rows = shut.stream().map(CorrectionForm::row).collect(Collectors.joining(" or "));
        return drawn instanceof String expression && expression.startsWith("=")
                ? "=(" + rows + ") or (" + expression.substring(1) + ")"
                : "=" + rows;
    }

    private static String row(FieldInstance instance) {
        var positions = new ArrayList<String>();
        for (int depth = 0; depth < instance.indexes().size(); depth++) {
            positions.add("i[%d] = %d".formatted(depth + 1, instance.indexes().get(depth) + 1));
        }
        return "(" + String.join(" and ", positions) + ")";
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> components(Map<String, Object> drawn) {
        return (List<Map<String, Object>>) drawn.getOrDefault("components", List.of());
    }
}
