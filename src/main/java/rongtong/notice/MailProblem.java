package rongtong.notice;

import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import org.springframework.mail.MailAuthenticationException;

/** Why a mail did not go, as far as an administrator can do something about it; the server's own words are in the log. */
public enum MailProblem {
    /** The server cannot be reached or does not answer. */
    UNREACHABLE,
    /** The server refuses our user name or password. */
    LOGIN,
    /** The server refuses this recipient. */
    RECIPIENT,
    OTHER;

    private static final int DEEPEST = 20;

    /** Whether the next mail would fare no better. */
    boolean isOfServer() {
        return this == UNREACHABLE || this == LOGIN;
    }

    /** @param refused by the server, or what failed before it was asked */
    static MailProblem of(RuntimeException refused) {
        if (refused instanceof MailAuthenticationException) {
            return LOGIN;
        }
        Throwable cause = refused;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof IOException) {
                return UNREACHABLE;
            }
            if (cause instanceof SendFailedException || cause instanceof AddressException) {
                return RECIPIENT;
            }
            cause = cause.getCause();
        }
        return OTHER;
    }
}
