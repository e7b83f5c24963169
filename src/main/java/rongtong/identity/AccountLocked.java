package rongtong.identity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.security.authentication.LockedException;
import rongtong.shared.Message;

/** The account is locked for a while after too many wrong passwords. */
public class AccountLocked extends LockedException {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final Instant until;

    AccountLocked(Instant until) {
        super("Locked until " + until);
        this.until = until;
    }

    /** Says until when. */
    public Message explanation() {
        return Message.of("identity.locked", TIME.format(until));
    }
}
