package rongtong.shared;

import java.util.List;

/**
 * Which page of a list a program asks for.
 *
 * @param page counted from 0
 * @param size 1 to 200
 */
public record PageRequest(int page, int size) {

    public static final int LARGEST = 200;

    /** @throws RuleViolation if page or size is out of bounds */
    public static PageRequest of(int page, int size) {
        if (page < 0 || page > 1_000_000) {
            throw refused("page", Message.of("shared.page-number"));
        }
        if (size < 1 || size > LARGEST) {
            throw refused("size", Message.of("shared.page-size", LARGEST));
        }
        return new PageRequest(page, size);
    }

    private static RuleViolation refused(String field, Message message) {
        return new RuleViolation(message, List.of(new RuleViolation.FieldError(field, message)));
    }
}
