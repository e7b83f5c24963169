package rongtong.shared;

import java.util.List;

/**
 * A sentence for a person, not yet in a language: a key of the message bundles and what fills its gaps.
 *
 * @param key key in {@code messages/*.properties}
 * @param arguments fill {@code {0}}, {@code {1}}, …; an argument may itself be a {@link Message}
 */
public record Message(String key, List<Object> arguments) {

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }
}
