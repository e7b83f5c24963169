package rongtong.shared;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.shared.RuleViolation.FieldError;

/** Refuses text that no database keeps: one with the character NUL, which people never type and hostile programs do. */
public final class Printable {

    private Printable() {}

    /**
     * @param field name of the answer, or of its place in a list or table
     * @param value plain JSON value
     * @throws RuleViolation at the field, if a text in it cannot be kept
     */
    public static void require(String field, @Nullable Object value) {
        switch (value) {
            case String text
            when text.indexOf('\0') >= 0 -> {
                var message = Message.of("shared.unprintable");
                throw new RuleViolation(message, List.of(new FieldError(field, message)));
            }
            case Map<?, ?> map ->
                map.forEach((key, inner) -> {
                    require(field, key);
                    require(field.isEmpty() ? key.toString() : field + "." + key, inner);
                });
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    require(field + "[" + i + "]", list.get(i));
                }
            }
            case null, default -> {}
        }
    }
}
