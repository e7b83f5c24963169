package rongtong.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression sees: all answers by name, and where it stands in a list, the element ({@code this}), what is
 * around it ({@code parent}) and its position from 1 ({@code i}). Answers that bear one of these names win; the names
 * between underscores ({@code _this_}) always reach the element.
 */
final class Scope {

    private final Map<String, Object> data;
    private final @Nullable Object element;
    private final @Nullable Object parent;
    private final List<Integer> positions;
    private @Nullable Map<String, Object> variables;

    private Scope(
            Map<String, Object> data, @Nullable Object element, @Nullable Object parent, List<Integer> positions) {
        this.data = data;
        this.element = element;
        this.parent = parent;
        this.positions = positions;
    }

    static Scope of(Map<String, Object> data) {
        return new Scope(data, data, null, List.of());
    }

    /** Inside one element of a list. */
    Scope of(@Nullable Object item, int index) {
        return new Scope(data, item, around(element), longer(index));
    }

    /** The same where only the bare element around is known as parent. */
    Scope ofBare(@Nullable Object item, int index) {
        return new Scope(data, item, element, longer(index));
    }

    Map<String, Object> variables() {
        var known = variables;
        if (known == null) {
            known = around(data);
            variables = known;
        }
        return known;
    }

    private Map<String, Object> around(@Nullable Object names) {
        var all = new HashMap<String, @Nullable Object>();
        all.put("this", element);
        all.put("parent", parent);
        all.put("i", positions);
        if (names instanceof Map<?, ?> map) {
            map.forEach((name, value) -> all.put(String.valueOf(name), value));
        }
        all.put("_this_", element);
        all.put("_parent_", parent);
        all.put("_i_", positions);
        return all;
    }

    private List<Integer> longer(int index) {
        var longer = new ArrayList<>(positions);
        longer.add(index + 1);
        return longer;
    }

    /** The scope of a template's loop: the element's own names first, then nothing but what is around. */
    static Map<String, Object> looping(@Nullable Object item, Map<String, Object> around) {
        var all = new HashMap<String, @Nullable Object>();
        all.put("this", item);
        all.put("parent", around);
        if (item instanceof Map<?, ?> map) {
            map.forEach((name, value) -> all.put(String.valueOf(name), value));
        }
        all.put("_this_", item);
        all.put("_parent_", around);
        return all;
    }

    static Scope exactly(Map<String, Object> variables) {
        var scope = new Scope(variables, variables, null, List.of());
        scope.variables = variables;
        return scope;
    }
}
