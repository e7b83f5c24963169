package rongtong.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the texts of another language, which a drawing keeps beside its own, in their place. */
final class Translation {

    private final String suffix;

    private Translation(String language) {
        this.suffix = "_" + language;
    }

    static Map<String, Object> into(String language, Map<String, Object> schema) {
        return new Translation(language).component(Values.copyOf(schema));
    }

    private Map<String, Object> component(Map<String, Object> component) {
        if (component.get("properties") instanceof Map<?, ?> properties) {
            properties.forEach((name, text) -> translate(component, String.valueOf(name), text));
        }
        component.computeIfPresent("values", (key, options) -> options(options));
        component.computeIfPresent("components", (key, inside) -> inside instanceof List<?> list ? all(list) : inside);
        return component;
    }

    private void translate(Map<String, Object> component, String name, @Nullable Object text) {
        if (!name.endsWith(suffix) || !(text instanceof String translated)) {
            return;
        }
        var property = name.substring(0, name.length() - suffix.length());
        switch (property) {
            case "columns" -> component.computeIfPresent("columns", (key, columns) -> columns(columns, translated));
            case "label" -> {
                component.computeIfPresent("dateLabel", (key, own) -> translated);
                component.put("label", translated);
            }
            case "patternErrorMessage" ->
                DataPath.ROOT.below("validate." + property).write(component, translated);
            default -> component.put(property, translated);
        }
    }

    private Object columns(Object columns, String titles) {
        var translated = titles.split("\\|", -1);
        var all = new ArrayList<Object>();
        if (columns instanceof List<?> list) {
            for (var column : list) {
                all.add(
                        column instanceof Map<?, ?> map && all.size() < translated.length
                                ? with(map, "label", translated[all.size()])
                                : column);
            }
        }
        return all;
    }

    private Object options(Object options) {
        return options instanceof List<?> list
                ? list.stream()
                        .map(option ->
                                option instanceof Map<?, ?> map && map.get("label" + suffix) instanceof String text
                                        ? with(map, "label", text)
                                        : option)
                        .toList()
                : options;
    }

    @SuppressWarnings("unchecked")
    private List<Object> all(List<?> components) {
        return components.stream()
                .map(each -> each instanceof Map<?, ?> map ? component((Map<String, Object>) map) : each)
                .map(Object.class::cast)
                .toList();
    }

    private static Map<String, Object> with(Map<?, ?> map, String key, Object value) {
        var changed = new LinkedHashMap<>(Values.copyOf(map));
        changed.put(key, value);
        return changed;
    }
}
