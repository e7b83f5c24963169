package rongtong.document;

import java.util.Optional;
import java.util.UUID;

/** Ids as they come from outside. */
final class Ids {

    private Ids() {}

    /** Nothing if the text is no id. */
    static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
