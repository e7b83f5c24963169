package rongtong.identity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/** Lets people change their own password. */
@Service
public class Passwords {

    private static final int SHORTEST = 10;
    /** BCrypt reads no more, in bytes. */
    private static final int LONGEST = 72;

    private final JdbcClient jdbc;
    private final Logins logins;
    private final PasswordEncoder encoder;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;

    Passwords(
            JdbcClient jdbc,
            Logins logins,
            PasswordEncoder encoder,
            CurrentUser user,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.logins = logins;
        this.encoder = encoder;
        this.user = user;
        this.events = events;
    }

    /** Whether the password of the person at work was given by somebody else and has to be replaced first. */
    @PreAuthorize("isAuthenticated()")
    public boolean mustBeChanged() {
        return logins.find(user.username(), "")
                .map(Logins.Login::mustChangePassword)
                .orElse(false);
    }

    /** @throws RuleViolation if the present password is wrong, or the new one too short, too long, or the same */
    @PreAuthorize("isAuthenticated()")
    @Transactional
    public void change(String present, String next) {
        var username = user.username();
        var login = logins.find(username, "").orElseThrow();
        if (!encoder.matches(present, login.password())) {
            throw refused("present", Message.of("identity.password-wrong"));
        }
        if (next.length() < SHORTEST || next.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw refused("next", Message.of("identity.password-length", SHORTEST, LONGEST));
        }
        if (next.equals(present)) {
            throw refused("next", Message.of("identity.password-same"));
        }
        jdbc.sql("""
                        update identity.account
                        set password = :password, demonstration = false, must_change_password = false
                        where username = :username
                        """)
                .param("password", encoder.encode(next))
                .param("username", username)
                .update();
        events.publishEvent(AccountEvent.passwordChanged(username));
    }

    private static RuleViolation refused(String field, Message message) {
        return new RuleViolation(message, List.of(new RuleViolation.FieldError(field, message)));
    }
}
