package rongtong.ui;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;

/**
 * Finds the words for what went wrong. What is not meant for a person is logged once under a reference number, and the
 * person gets the number.
 */
@Component
class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int DEEPEST = 20;

    private final SecureRandom random = new SecureRandom();

    /** What to tell the person, unless it is a bug or an outage. */
    Optional<Message> words(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            var message = wordsFor(cause);
            if (message.isPresent()) {
                return message;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<Message> wordsFor(Throwable cause) {
        return switch (cause) {
            case RuleViolation no -> Optional.of(no.explanation());
            case SomebodyWasFirst first ->
                Optional.of(
                        Message.of("ui.somebody-was-first", first.actor(), Formats.moment(first.at()), first.deed()));
            case NotFound gone -> Optional.of(Message.of("ui.gone"));
            case AccessDeniedException denied -> Optional.of(Message.of("ui.not-allowed"));
            case com.vaadin.flow.router.AccessDeniedException denied -> Optional.of(Message.of("ui.not-allowed"));
            case ConcurrencyFailureException meanwhile -> Optional.of(Message.of("ui.changed-meanwhile"));
            default -> Optional.empty();
        };
    }

    /** Logs it and says under which number. */
    String record(Throwable thrown) {
        var bytes = new byte[4];
        random.nextBytes(bytes);
        var reference = HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT);
        LOG.error("Reference {}", reference, thrown);
        return reference;
    }
}
