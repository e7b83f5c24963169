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

/**
 * What logging in needs to know of an account, and remembers of attempts that failed. Who guesses is locked out by network
 * address, so that nobody can keep others out of their accounts by guessing; only many more failures from anywhere lock an
 * account for all.
 */
@Component
class Logins {

    /** After so many failures in a row from one network address the account is locked for that address. */
    static final int ATTEMPTS_OF_ADDRESS = 5;

    /** After so many in a row from anywhere it is locked for all. */
    static final int ATTEMPTS = 50;

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
     * @param hasFailed whether attempts have failed since the last success
     */
    record Login(
            Account account,
            String password,
            @Nullable Instant lockedUntil,
            boolean hasFailed,
            boolean mustChangePassword) {}

    /** @param address from where somebody logs in; empty where that does not matter */
    Optional<Login> find(String username, String address) {
        if (!USERNAME.matcher(username).matches()) {
            return Optional.empty();
        }
        var now = clock.instant();
        return jdbc.sql("""
                        select a.username, display_name, organization, roles, locale, enabled, password,
                            must_change_password, a.failed_attempts > 0 or f.attempts is not null as has_failed,
                            greatest(a.locked_until,
                                case when f.attempts >= :attempts then f.last_at + :seconds * interval '1 second' end) as until
                        from identity.account a
                        left join identity.failed_login f on f.username = a.username and f.address = :address
                        where a.username = :username
                        """)
                .param("username", username)
                .param("address", address)
                .param("attempts", ATTEMPTS_OF_ADDRESS)
                .param("seconds", LOCKED_FOR.toSeconds())
                .query((row, number) -> {
                    var until = row.getTimestamp("until");
                    var locked = until != null && until.toInstant().isAfter(now);
                    return new Login(
                            Accounts.read(row, number),
                            row.getString("password"),
                            locked ? until.toInstant() : null,
                            row.getBoolean("has_failed"),
                            row.getBoolean("must_change_password"));
                })
                .optional();
    }

    /** Forgets the failures of the account from this address, and those that count for all. */
    void succeeded(String username, String address) {
        jdbc.sql("""
                        with forgotten as (
                            delete from identity.failed_login where username = :username and address = :address
                        )
                        update identity.account set failed_attempts = 0, locked_until = null where username = :username
                        """).param("username", username).param("address", address).update();
    }

    /**
     * Counts a failure.
     *
     * @return until when the account is locked now, if this was one too many
     */
    Optional<Instant> failed(String username, String address) {
        var now = clock.instant();
        var until = now.plus(LOCKED_FOR);
        var locked = jdbc.sql("""
                        with forgotten as (
                            delete from identity.failed_login
                            where username = :username and address <> :address and last_at < :before
                        ), of_address as (
                            insert into identity.failed_login as f (username, address, attempts, last_at)
                            values (:username, :address, 1, :now)
                            on conflict (username, address) do update set
                                attempts = case when f.last_at < :before then 1 else f.attempts + 1 end,
                                last_at = excluded.last_at
                            returning attempts
                        )
                        update identity.account
                        set failed_attempts = (failed_attempts + 1) % :attempts,
                            locked_until = case when failed_attempts + 1 >= :attempts then :until else locked_until end
                        where username = :username
                        returning failed_attempts = 0 or (select attempts from of_address) >= :attemptsOfAddress
                        """)
                .param("attempts", ATTEMPTS)
                .param("attemptsOfAddress", ATTEMPTS_OF_ADDRESS)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(LOCKED_FOR).atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("username", username)
                .param("address", address)
                .query(Boolean.class)
                .single();
        if (!locked) {
            return Optional.empty();
        }
        events.publishEvent(AccountEvent.locked(username));
        return Optional.of(until);
    }
}
