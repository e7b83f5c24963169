package rongtong.shared;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.shared.RuleViolation.FieldError;

/**
 * Refuses what no database keeps, people never type and hostile programs send: text with the character NUL, and numbers
 * beyond all bounds such as 1e400.
 */
public final class Printable {

    private Printable() {}

    /**
     * @param field name of the answer, or of its place in a list or table
     * @param value plain JSON value
     * @throws RuleViolation at the field, if a text or number in it cannot be kept
     */
    public static void require(String field, @Nullable Object value) {
        switch (value) {
            case String text when text.indexOf('\0') >= 0 -> throw refused(field);
            case Double number when !Double.isFinite(number) -> throw refused(field);
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

    private static RuleViolation refused(String field) {
        var message = Message.of("shared.unprintable");
        return new RuleViolation(message, List.of(new FieldError(field, message)));
    }
}
