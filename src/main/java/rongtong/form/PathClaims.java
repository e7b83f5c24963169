package rongtong.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps two components of a form from writing to the same place. */
final class PathClaims {

    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private boolean closed;
        private @Nullable Field repeater;
    }

    private final Node root = new Node();

    /** @param steps keys from the top of the data, positions left out */
    boolean mayClaim(List<String> steps, Field field) {
        var node = root;
        for (var step : steps) {
            var next = node.children.get(step);
            if (next == null) {
                return true;
            }
            node = next;
            if (node.repeater != null && !isInside(field, node.repeater) || node.closed) {
                return false;
            }
        }
        return !field.kind().isKeyed() && field.kind() != FieldType.DYNAMICLIST;
    }

    void claim(List<String> steps, Field field) {
        var node = root;
        for (var step : steps) {
            node = node.children.computeIfAbsent(step, name -> new Node());
        }
        if (field.kind().isKeyed()) {
            node.closed = true;
        }
        if (field.kind() == FieldType.DYNAMICLIST) {
            node.repeater = field;
        }
    }

    private static boolean isInside(Field field, Field ancestor) {
        for (var above = field.parent(); above != null; above = above.parent()) {
            if (above == ancestor) {
                return true;
            }
        }
        return false;
    }
}
