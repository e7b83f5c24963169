package rongtong.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Choices as a form or its data write them: bare values, or maps of a label and a value. */
final class Options {

    private Options() {}

    /** What is no choice is left out. */
    static List<Choice> of(@Nullable Object options) {
        var choices = new ArrayList<Choice>();
        if (options instanceof List<?> list) {
            list.forEach(option -> add(choices, option));
        }
        return choices;
    }

    private static void add(List<Choice> choices, @Nullable Object option) {
        if (option != null && isPlain(option)) {
            choices.add(new Choice(option, Values.text(option)));
        }
        if (!(option instanceof Map<?, ?> map) || !(map.get("value") instanceof Object value)) {
            return;
        }
        if (map.get("label") instanceof String label && !label.isEmpty()) {
            if (isPlain(value) || value instanceof Map<?, ?> record && !record.isEmpty()) {
                choices.add(new Choice(value, label));
            }
        } else if (isPlain(value)) {
            choices.add(new Choice(value, Values.text(value)));
        }
    }

    private static boolean isPlain(Object value) {
        return Values.isPrimitive(value) && !"".equals(value);
    }
}
