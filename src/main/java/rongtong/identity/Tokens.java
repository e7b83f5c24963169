package rongtong.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/** Personal tokens: what a program logs in with in place of a password. The table holds only their hashes. */
@Service
@Transactional
public class Tokens {

    /** Tells a token of ours from others, for people and for scanners of leaked secrets. */
    static final String PREFIX = "rt_";

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 365;
    private static final int MOST_TOKENS = 20;
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient jdbc, CurrentUser user, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** @param secret to be shown once and never again */
    public record Issued(Token token, String secret) {}

    /**
     * A token of the person at work.
     *
     * @throws RuleViolation if it has no name, lives longer than a year, or there are too many already
     */
    @PreAuthorize("isAuthenticated()")
    public Issued issue(String name, int days) {
        var label = name.strip();
        if (label.isEmpty() || label.length() > LONGEST_NAME) {
            throw refused("name", Message.of("identity.token-name", LONGEST_NAME));
        }
        if (days < 1 || days > MOST_DAYS) {
            throw refused("days", Message.of("identity.token-days", MOST_DAYS));
        }
        if (mine().size() >= MOST_TOKENS) {
            throw refused("name", Message.of("identity.token-too-many", MOST_TOKENS));
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var token = new Token(UUID.randomUUID(), label, now, now.plus(Duration.ofDays(days)), null);
        jdbc.sql("""
                        insert into identity.token (id, username, name, hash, created_at, expires_at)
                        values (:id, :username, :name, :hash, :createdAt, :expiresAt)
                        """)
                .param("id", token.id())
                .param("username", user.username())
                .param("name", label)
                .param("hash", hash(secret))
                .param("createdAt", token.createdAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(AccountEvent.tokenIssued(user.username(), label));
        return new Issued(token, secret);
    }

    /** Tokens of the person at work that still hold, the newest first. */
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public List<Token> mine() {
        return jdbc.sql("""
                        select id, name, created_at, expires_at, used_at
                        from identity.token
                        where username = :username and expires_at > :now
                        order by created_at desc
                        """)
                .param("username", user.username())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Tokens::read)
                .list();
    }

    private static Token read(ResultSet row, int number) throws SQLException {
        var usedAt = row.getTimestamp("used_at");
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                usedAt == null ? null : usedAt.toInstant());
    }

    /** @throws NotFound if the person at work has no such token */
    @PreAuthorize("isAuthenticated()")
    public void revoke(UUID id) {
        var name = jdbc.sql("delete from identity.token where id = :id and username = :username returning name")
                .param("id", id)
                .param("username", user.username())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("token", id));
        events.publishEvent(AccountEvent.tokenRevoked(user.username(), name));
    }

    /** The enabled account that a secret belongs to; notes its use, once a minute at most. */
    Optional<String> owner(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return jdbc.sql("""
                        with used as (
                            update identity.token set used_at = :now
                            where hash = :hash and expires_at > :now and (used_at is null or used_at < :before)
                        )
                        select a.username
                        from identity.token t
                        join identity.account a on a.username = t.username
                        where t.hash = :hash and t.expires_at > :now and a.enabled
                        """)
                .param("hash", hash(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(USE_NOTED_EVERY).atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RuleViolation refused(String field, Message message) {
        return new RuleViolation(message, List.of(new RuleViolation.FieldError(field, message)));
    }
}
