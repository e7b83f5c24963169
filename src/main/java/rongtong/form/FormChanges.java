package rongtong.form;

import java.util.ArrayList;
import java.util.List;

/** What differs between two versions of the answers to one form. */
public final class FormChanges {

    private FormChanges() {}

    /**
     * Data paths of the answers that differ, in the order of the form. A list that has grown or shrunk is one change; what
     * was not asked in one of the versions is none.
     *
     * @param before and {@code after}: models of the same {@link Form}
     */
    public static List<String> between(FormModel before, FormModel after) {
        var changed = new ArrayList<String>();
        for (var instance : after.visible()) {
            var path = instance.path();
            if (path.isEmpty()
                    || !before.isVisible(instance)
                    || changed.stream().anyMatch(list -> covers(list, path))) {
                continue;
            }
            var differs = instance.field().isRepeating()
                    ? before.size(instance) != after.size(instance)
                    : instance.field().kind().isKeyed()
                            && !Values.equal(before.value(instance), after.value(instance))
                            && !(isEmpty(before.value(instance)) && isEmpty(after.value(instance)));
            if (differs) {
                changed.add(path);
            }
        }
        return changed;
    }

    /** The same, with what was asked in the later version alone and is not empty. */
    public static List<String> withNew(FormModel before, FormModel after) {
        var changed = between(before, after);
        return after.visible().stream()
                .filter(instance -> changed.contains(instance.path())
                        || instance.field().kind().isKeyed()
                                && !before.isVisible(instance)
                                && !isEmpty(after.value(instance))
                                && changed.stream().noneMatch(list -> covers(list, instance.path())))
                .map(FieldInstance::path)
                .toList();
    }

    /** Whether a path is another one or lies inside it: {@code assets[1]} covers {@code assets[1].value}. */
    public static boolean covers(String outer, String path) {
        return path.equals(outer) || path.startsWith(outer + "[") || path.startsWith(outer + ".");
    }

    /** Nothing answered, whichever way it is written. */
    private static boolean isEmpty(@org.jspecify.annotations.Nullable Object value) {
        return value == null || value.equals("") || value.equals(false) || value.equals(List.of());
    }
}
