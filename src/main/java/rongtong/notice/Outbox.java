package rongtong.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.Accounts;
import rongtong.shared.Auditable;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;

/** Mail that did not go, for administrators. */
@Service
@PreAuthorize("hasRole('ADMINISTRATOR')")
public class Outbox {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final MailServer server;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Outbox(JdbcClient jdbc, Accounts accounts, MailServer server, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.server = server;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A mail that was given up.
     *
     * @param recipient user name
     * @param title of the case; empty for a daily digest
     * @param problem why the last attempt failed
     */
    public record Undelivered(
            long id,
            String recipient,
            String recipientName,
            @Nullable NoticeKind kind,
            String title,
            int attempts,
            Instant givenUpAt,
            MailProblem problem) {}

    /** An administrator has a mail sent again. */
    private record SentAgain(long mail, String recipient) implements Auditable {

        @Override
        public Message description() {
            return Message.of("notice.outbox.audited", recipient);
        }

        @Override
        public String action() {
            return "MAIL.SENT-AGAIN";
        }

        @Override
        public String subject() {
            return Long.toString(mail);
        }
    }

    /** Whether a mail server is configured; without one nothing is written into the outbox. */
    public boolean isOn() {
        return server.isThere();
    }

    /** How many mails wait for their next attempt. */
    public long waiting() {
        return jdbc.sql("select count(*) from notice.mail where next_at is not null")
                .query(Long.class)
                .single();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public Page<Undelivered> undelivered(int page, int size) {
        var items = jdbc.sql("""
                        select m.id, m.recipient, n.kind, coalesce(n.arguments[1], '') as title, m.attempts,
                               m.given_up_at, m.problem
                        from notice.mail m left join notice.notice n on n.id = m.notice_id
                        where m.given_up_at is not null
                        order by m.given_up_at desc, m.id offset :offset limit :size
                        """)
                .param("offset", (long) page * size)
                .param("size", size)
                .query(this::row)
                .list();
        var total = jdbc.sql("select count(*) from notice.mail where given_up_at is not null")
                .query(Long.class)
                .single();
        return new Page<>(items, page, size, total);
    }

    /** @throws NotFound if there is no such mail that was given up */
    @Transactional
    public void sendAgain(long id) {
        var recipient = jdbc.sql("""
                        update notice.mail set attempts = 0, given_up_at = null, next_at = :now
                        where id = :id and given_up_at is not null
                        returning recipient
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("mail", id));
        events.publishEvent(new SentAgain(id, recipient));
    }

    private Undelivered row(ResultSet rs, int index) throws SQLException {
        var recipient = rs.getString("recipient");
        var kind = rs.getString("kind");
        return new Undelivered(
                rs.getLong("id"),
                recipient,
                accounts.displayName(recipient),
                kind == null ? null : NoticeKind.valueOf(kind),
                rs.getString("title"),
                rs.getInt("attempts"),
                Objects.requireNonNull(rs.getTimestamp("given_up_at")).toInstant(),
                MailProblem.valueOf(rs.getString("problem")));
    }
}
