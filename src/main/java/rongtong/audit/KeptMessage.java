package rongtong.audit;

import java.util.List;
import java.util.Map;
import rongtong.shared.Message;

/** A message as plain JSON, so that it can be said in any language later. */
final class KeptMessage {

    private static final String KEY = "key";
    private static final String ARGUMENTS = "arguments";

    private KeptMessage() {}

    static Map<String, Object> write(Message message) {
        return Map.of(
                KEY,
                message.key(),
                ARGUMENTS,
                message.arguments().stream().map(KeptMessage::writeArgument).toList());
    }

    private static Object writeArgument(Object argument) {
        return switch (argument) {
            case Message nested -> write(nested);
            case Number number -> number;
            default -> argument.toString();
        };
    }

    static Message read(Map<?, ?> kept) {
        var arguments = kept.get(ARGUMENTS) instanceof List<?> list ? list : List.of();
        return Message.of(
                String.valueOf(kept.get(KEY)),
                arguments.stream().map(KeptMessage::readArgument).toArray());
    }

    private static Object readArgument(Object argument) {
        return argument instanceof Map<?, ?> nested ? read(nested) : argument;
    }
}
