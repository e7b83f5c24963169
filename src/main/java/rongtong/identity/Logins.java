package rongtong.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What logging in needs to know of an account, and remembers of attempts that failed. */
@Component
class Logins {

    /** After so many failures in a row the account is locked. */
    static final int ATTEMPTS = 5;

    static final Duration LOCKED_FOR = Duration.ofMinutes(10);

    /** Other names are no accounts; the database is not asked for them. */
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,79}");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Logins(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param password its BCrypt hash
     * @param lockedUntil in the future if locked now, else nothing
     * @param failedAttempts since the last success or lock
     */
    record Login(
            Account account,
            String password,
            @Nullable Instant lockedUntil,
            int failedAttempts,
            boolean mustChangePassword) {}

    Optional<Login> find(String username) {
        if (!USERNAME.matcher(username).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select username, display_name, organization, roles, locale, enabled, password, locked_until,
                            failed_attempts, must_change_password
                        from identity.account
                        where username = :username
                        """)
                .param("username", username)
                .query((row, number) -> {
                    var until = row.getTimestamp("locked_until");
                    var locked = until != null && until.toInstant().isAfter(clock.instant());
                    return new Login(
                            Accounts.read(row, number),
                            row.getString("password"),
                            locked ? until.toInstant() : null,
                            row.getInt("failed_attempts"),
                            row.getBoolean("must_change_password"));
                })
                .optional();
    }

    void succeeded(String username) {
        jdbc.sql("update identity.account set failed_attempts = 0, locked_until = null where username = :username")
                .param("username", username)
                .update();
    }

    /**
     * Counts a failure.
     *
     * @return until when the account is locked now, if this was one too many
     */
    Optional<Instant> failed(String username) {
        var until = clock.instant().plus(LOCKED_FOR);
        var locked = jdbc.sql("""
                        update identity.account
                        set failed_attempts = (failed_attempts + 1) % :attempts,
                            locked_until = case when failed_attempts + 1 >= :attempts then :until else locked_until end
                        where username = :username
                        returning failed_attempts = 0
                        """)
                .param("attempts", ATTEMPTS)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("username", username)
                .query(Boolean.class)
                .single();
        if (!locked) {
            return Optional.empty();
        }
        events.publishEvent(AccountEvent.locked(username));
        return Optional.of(until);
    }
}
