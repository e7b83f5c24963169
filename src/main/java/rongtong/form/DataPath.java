package rongtong.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a value lies in the data: {@code members[0].name}.
 *
 * @param steps keys (text) and positions in lists (from 0)
 */
record DataPath(List<Object> steps) {

    static final DataPath ROOT = new DataPath(List.of());

    /** What {@link #read} gives where there is no value, not even null. */
    static final Object MISSING = new Object();

    static DataPath parse(String text) {
        var steps = new ArrayList<Object>();
        for (var part : text.replace("]", "").split("[.\\[]", -1)) {
            if (!part.isEmpty()) {
                steps.add(part.matches("\\d{1,6}") && text.contains("[" + part + "]") ? Integer.parseInt(part) : part);
            }
        }
        return new DataPath(List.copyOf(steps));
    }

    /** Further steps from a key or path of the form, split at dots. */
    DataPath below(String keys) {
        var longer = new ArrayList<>(steps);
        longer.addAll(Arrays.asList(keys.split("\\.")));
        return new DataPath(longer);
    }

    DataPath at(int index) {
        var longer = new ArrayList<>(steps);
        longer.add(index);
        return new DataPath(longer);
    }

    boolean isRoot() {
        return steps.isEmpty();
    }

    DataPath parent() {
        return new DataPath(steps.subList(0, steps.size() - 1));
    }

    /** The value, or {@link #MISSING}. */
    @Nullable
    Object read(@Nullable Object data) {
        var value = data;
        for (var step : steps) {
            if (value instanceof Map<?, ?> map && map.containsKey(step)) {
                value = map.get(step);
            } else if (value instanceof List<?> list && step instanceof Integer index && index < list.size()) {
                value = list.get(index);
            } else {
                return MISSING;
            }
        }
        return value;
    }

    /** The value, or null where there is none. */
    @Nullable
    Object value(@Nullable Object data) {
        var value = read(data);
        return value == MISSING ? null : value;
    }

    /** Puts the value there, with maps and lists on the way as needed. */
    @SuppressWarnings("unchecked")
    void write(Map<String, Object> data, @Nullable Object value) {
        Object container = data;
        for (var position = 0; position < steps.size(); position++) {
            var last = position == steps.size() - 1;
            var step = steps.get(position);
            @Nullable Object next = last ? value : child(container, step);
            if (!last) {
                var list = steps.get(position + 1) instanceof Integer;
                if (list && !(next instanceof List)) {
                    next = new ArrayList<>();
                } else if (!list && !(next instanceof Map)) {
                    next = new LinkedHashMap<>();
                }
            }
            if (container instanceof Map<?, ?> map) {
                ((Map<Object, @Nullable Object>) map).put(step, next);
            } else if (container instanceof List<?> list && step instanceof Integer index) {
                while (list.size() <= index) {
                    ((List<@Nullable Object>) list).add(null);
                }
                ((List<@Nullable Object>) list).set(index, next);
            } else {
                return;
            }
            if (next == null) {
                return;
            }
            container = next;
        }
    }

    /** Removes the value, and what becomes empty above it. A gap stays in a list, so that positions keep their meaning. */
    void clear(Map<String, Object> data) {
        var path = this;
        do {
            path.remove(data);
            path = path.parent();
        } while (!path.isRoot() && isEmpty(path.read(data)));
    }

    @SuppressWarnings("unchecked")
    private void remove(Map<String, Object> data) {
        var container = parent().read(data);
        var step = steps.getLast();
        if (container instanceof Map<?, ?> map) {
            map.remove(step);
        } else if (container instanceof List<?> list && step instanceof Integer index && index < list.size()) {
            ((List<@Nullable Object>) list).set(index, null);
        }
    }

    private static boolean isEmpty(@Nullable Object container) {
        return container instanceof Map<?, ?> map && map.isEmpty()
                || container instanceof List<?> list && list.stream().allMatch(element -> element == null);
    }

    private static @Nullable Object child(Object container, Object step) {
        return new DataPath(List.of(step)).value(container);
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (var step : steps) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
