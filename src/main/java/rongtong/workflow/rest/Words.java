package rongtong.workflow.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/** Reads the closed choices of the interface, which are written in lower case. */
final class Words {

    private Words() {}

    /** @throws RuleViolation naming the parameter and the choices, if the word is none of them */
    static <E extends Enum<E>> E parse(Class<E> choices, String parameter, String word) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> {
                    var names = Arrays.stream(choices.getEnumConstants())
                            .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                            .toList();
                    var message = Message.of("workflow.unknown-word", word, String.join(", ", names));
                    return new RuleViolation(message, List.of(new RuleViolation.FieldError(parameter, message)));
                });
    }
}
