package rongtong.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.identity.MailDelivery;
import rongtong.identity.Profiles;

/**
 * Sends what lies in the outbox. Each mail is locked while it is sent, so that of several nodes one sends it; a node that
 * dies between the server's answer and the commit leaves a mail that is sent again under the same id.
 */
@Component
class Postman {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private static final int MOST_IN_A_ROUND = 200;
    /** A server that is down keeps nobody longer; a mail that is itself the trouble keeps none of the others. */
    private static final int MOST_FAILURES_IN_A_ROUND = 3;

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    /** What fails inside takes back its own work alone and not the lock on the mail. */
    private final TransactionTemplate attempt;

    private final MailServer server;
    private final MailSettings settings;
    private final MailWriter writer;
    private final Profiles profiles;
    private final Clock clock;

    Postman(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MailServer server,
            MailSettings settings,
            MailWriter writer,
            Profiles profiles,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.attempt = new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.server = server;
        this.settings = settings;
        this.writer = writer;
        this.profiles = profiles;
        this.clock = clock;
    }

    /**
     * A mail that is due.
     *
     * @param notice null for a digest, which tells what is unread since
     */
    record Due(
            long id,
            String recipient,
            @Nullable Long notice,
            @Nullable Instant since,
            int attempts) {}

    private enum Outcome {
        NOTHING_DUE,
        SETTLED,
        SERVER_FAILED
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    void deliver() {
        if (!server.isThere()) {
            return;
        }
        int failures = 0;
        for (int i = 0; i < MOST_IN_A_ROUND && failures < MOST_FAILURES_IN_A_ROUND; i++) {
            switch (Objects.requireNonNull(transaction.execute(status -> next()))) {
                case NOTHING_DUE -> {
                    return;
                }
                case SERVER_FAILED -> failures++;
                case SETTLED -> {}
            }
        }
    }

    /** Puts one digest for each who wants one and has something unread into the outbox; of two nodes one does. */
    @Scheduled(cron = "0 0 8 * * *", zone = "Asia/Shanghai")
    void writeDigests() {
        if (!server.isThere()) {
            return;
        }
        var now = clock.instant();
        transaction.executeWithoutResult(status -> jdbc.sql("""
                        insert into notice.mail (recipient, digest_on, since, written_at, next_at)
                        select who, :today, since, :now, :now
                        from (select who, coalesce((select max(m.written_at) from notice.mail m
                                                    where m.recipient = who and m.digest_on is not null),
                                                   :dayBefore) as since
                              from unnest(:people::text[]) who) wanting
                        where exists (select from notice.notice n
                                      where n.recipient = who and n.read_at is null and n.at > since)
                        on conflict do nothing
                        """)
                .param("today", LocalDate.now(clock))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("dayBefore", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("people", profiles.wanting(MailDelivery.DAILY).toArray(String[]::new))
                .update());
    }

    private Outcome next() {
        var due = jdbc.sql("""
                        select id, recipient, notice_id, since, attempts from notice.mail
                        where next_at <= :now
                        order by next_at, id limit 1 for update skip locked
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Postman::due)
                .optional();
        return due.map(this::send).orElse(Outcome.NOTHING_DUE);
    }

    private static Due due(ResultSet rs, int index) throws SQLException {
        long notice = rs.getLong("notice_id");
        var isDigest = rs.wasNull();
        var since = rs.getTimestamp("since");
        return new Due(
                rs.getLong("id"),
                rs.getString("recipient"),
                isDigest ? null : notice,
                since == null ? null : since.toInstant(),
                rs.getInt("attempts"));
    }

    private Outcome send(Due due) {
        try {
            attempt.executeWithoutResult(
                    status -> writer.write(due).ifPresentOrElse(mail -> post(due, mail), () -> drop(due)));
            return Outcome.SETTLED;
        } catch (RuntimeException failure) {
            var problem = MailProblem.of(failure);
            failed(due, problem, failure);
            return problem.isOfServer() ? Outcome.SERVER_FAILED : Outcome.SETTLED;
        }
    }

    private void post(Due due, MailWriter.Mail mail) {
        server.send("notice-" + due.id(), mail.to(), mail.subject(), mail.text());
        jdbc.sql("update notice.mail set attempts = attempts + 1, next_at = null, sent_at = :now where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", due.id())
                .update();
    }

    /** No longer wanted, or nothing unread any more. */
    private void drop(Due due) {
        jdbc.sql("delete from notice.mail where id = ?").param(due.id()).update();
    }

    private void failed(Due due, MailProblem problem, RuntimeException failure) {
        int attempts = due.attempts() + 1;
        var givenUp = attempts >= settings.attempts();
        if (failure instanceof MailException) {
            LOG.warn("Mail {} failed, attempt {}: {}", due.id(), attempts, failure.getMessage());
        } else {
            LOG.warn("Mail {} could not be written, attempt {}", due.id(), attempts, failure);
        }
        var now = clock.instant();
        jdbc.sql("""
                        update notice.mail
                        set attempts = :attempts, problem = :problem, next_at = :next::timestamptz,
                            given_up_at = :givenUpAt::timestamptz
                        where id = :id
                        """)
                .param("attempts", attempts)
                .param("problem", problem.name())
                .param("next", givenUp ? null : now.plus(pause(attempts)).atOffset(ZoneOffset.UTC))
                .param("givenUpAt", givenUp ? now.atOffset(ZoneOffset.UTC) : null)
                .param("id", due.id())
                .update();
    }

    private Duration pause(int attempts) {
        var pause = settings.firstPause().multipliedBy(1L << Math.min(attempts - 1, 20));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
