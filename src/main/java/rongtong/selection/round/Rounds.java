package rongtong.selection.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/** Rounds of the programmes. */
@Service
@Transactional
public class Rounds {

    private static final String ROW = "select * from selection.round ";

    private final JdbcClient jdbc;
    private final Clock clock;

    Rounds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws NotFound if there is no such round */
    @Transactional(readOnly = true)
    public Round get(UUID round) {
        return find(round).orElseThrow(() -> new NotFound("round", round));
    }

    @Transactional(readOnly = true)
    public Optional<Round> find(UUID round) {
        return jdbc.sql(ROW + "where case_id = ?")
                .param(round)
                .query(Rounds::row)
                .optional();
    }

    /** Rounds of a programme, the newest first. */
    @Transactional(readOnly = true)
    public List<Round> of(String programme) {
        return jdbc.sql(ROW + "where programme = ? order by created_at desc, case_id")
                .param(programme)
                .query(Rounds::row)
                .list();
    }

    /** Rounds that receive applications now, the one that closes first before the others. */
    @Transactional(readOnly = true)
    public List<Round> receiving() {
        return jdbc.sql(ROW + "where status = 'OPEN' order by closes_at, case_id").query(Rounds::row).list().stream()
                .filter(round -> round.receives(clock.instant()))
                .toList();
    }

    /** The note of the call; empty where there is none. */
    @Transactional(readOnly = true)
    public String note(UUID round) {
        return jdbc.sql("select note from selection.round where case_id = ?")
                .param(round)
                .query(String.class)
                .single();
    }

    /** Why a round came to no result; empty for all others. */
    @Transactional(readOnly = true)
    public String endedReason(UUID round) {
        return jdbc.sql("select ended_reason from selection.round where case_id = ?")
                .param(round)
                .query(String.class)
                .single();
    }

    /** Extensions of its window, the first before the others. */
    @Transactional(readOnly = true)
    public List<Extension> extensions(UUID round) {
        return jdbc.sql("select * from selection.extension where round = ? order by number")
                .param(round)
                .query((rs, index) -> new Extension(
                        rs.getInt("number"),
                        rs.getTimestamp("from_at").toInstant(),
                        rs.getTimestamp("to_at").toInstant(),
                        rs.getString("reason"),
                        rs.getString("actor"),
                        rs.getTimestamp("at").toInstant()))
                .list();
    }

    /** Enters a round that is being prepared. @param note in the call; may be empty */
    public void prepare(Round round, String note) {
        jdbc.sql("""
                        insert into selection.round
                            (case_id, programme, version, title, province, organ, status, opens_at, closes_at, created_at,
                             note)
                        values (?, ?, ?, ?, ?, ?, 'PREPARED', ?, ?, ?, ?)
                        """)
                .params(
                        round.caseId(),
                        round.programme(),
                        round.version(),
                        round.title(),
                        round.province(),
                        round.organ(),
                        Timestamp.from(round.opensAt()),
                        Timestamp.from(round.closesAt()),
                        Timestamp.from(clock.instant()),
                        note)
                .update();
    }

    /** Changes what the call will say, as long as it is not published. */
    public void revise(UUID round, int version, String title, Instant opensAt, Instant closesAt, String note) {
        jdbc.sql("""
                        update selection.round
                        set version = ?, title = ?, opens_at = ?, closes_at = ?, note = ?
                        where case_id = ? and status = 'PREPARED'
                        """)
                .params(version, title, Timestamp.from(opensAt), Timestamp.from(closesAt), note, round)
                .update();
    }

    /** The call is out: applications are received from its opening on. @param document number of the call */
    public void publish(UUID round, String document) {
        jdbc.sql("update selection.round set status = 'OPEN', document = ? where case_id = ? and status = 'PREPARED'")
                .params(document, round)
                .update();
    }

    /**
     * Extends the window of a round that is still open; each time is recorded.
     *
     * @param reason 5 to 1000 characters
     * @throws RuleViolation if the window has closed, or the new end is not later
     */
    public void extend(UUID roundId, Instant to, String reason, String actor) {
        var round = lock(roundId);
        var now = clock.instant();
        if (round.status() != RoundStatus.OPEN || now.isAfter(round.closesAt())) {
            throw new RuleViolation(Message.of("selection.round.window-over"));
        }
        if (!to.isAfter(round.closesAt())) {
            throw new RuleViolation(Message.of("selection.round.extension-later"));
        }
        jdbc.sql("""
                        insert into selection.extension (round, number, from_at, to_at, reason, actor, at)
                        select :round, count(*) + 1, :from, :to, :reason, :actor, :at
                        from selection.extension where round = :round
                        """)
                .param("round", roundId)
                .param("from", Timestamp.from(round.closesAt()))
                .param("to", Timestamp.from(to))
                .param("reason", reason)
                .param("actor", actor)
                .param("at", Timestamp.from(now))
                .update();
        jdbc.sql("update selection.round set closes_at = ? where case_id = ?")
                .params(Timestamp.from(to), roundId)
                .update();
    }

    /** Takes a round on. Statuses only go forward: one that is there or further already stays as it is. */
    public void advance(UUID roundId, RoundStatus to) {
        if (lock(roundId).status().ordinal() < to.ordinal()) {
            jdbc.sql("""
                            update selection.round
                            set status = :status, finished_at = case when :over then :now::timestamptz end
                            where case_id = :round
                            """)
                    .param("status", to.name())
                    .param("over", to == RoundStatus.FINISHED)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("round", roundId)
                    .update();
        }
    }

    /** The joint meeting sends the list back: it may be proposed anew. */
    public void reopen(UUID round) {
        jdbc.sql("update selection.round set status = 'RANKED' where case_id = ? and status = 'PROPOSED'")
                .param(round)
                .update();
    }

    /** Ends a round that comes to no result. A finished one stays as it is. */
    public void cancel(UUID round, String reason) {
        jdbc.sql("""
                        update selection.round set status = 'CANCELLED', ended_reason = ?, finished_at = ?
                        where case_id = ? and status not in ('FINISHED', 'CANCELLED')
                        """).params(reason, Timestamp.from(clock.instant()), round).update();
    }

    /** Keeps which batch tells the applications of a round; a later one with the same message takes its place. */
    public void told(UUID round, String message, Optional<String> batch, int number) {
        jdbc.sql("""
                        insert into selection.round_message (round, message, batch, told, begun_at)
                        values (:round, :message, nullif(:batch, ''), :told, :now)
                        on conflict (round, message) do update
                            set batch = excluded.batch, told = excluded.told, begun_at = excluded.begun_at
                        """)
                .param("round", round)
                .param("message", message)
                .param("batch", batch.orElse(""))
                .param("told", number)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What its applications have been told, the latest first. */
    @Transactional(readOnly = true)
    public List<Told> told(UUID round) {
        return jdbc.sql("select * from selection.round_message where round = ? order by begun_at desc, message")
                .param(round)
                .query(Rounds::told)
                .list();
    }

    /**
     * One of these messages, held against all who would tell it again in this transaction.
     *
     * @throws NotFound if it was never told
     */
    Told lockTold(UUID round, String message) {
        return jdbc.sql("select * from selection.round_message where round = ? and message = ? for update")
                .params(round, message)
                .query(Rounds::told)
                .optional()
                .orElseThrow(() -> new NotFound("message", message));
    }

    private static Told told(ResultSet rs, int index) throws SQLException {
        return new Told(
                rs.getString("message"),
                rs.getString("batch"),
                rs.getInt("told"),
                rs.getTimestamp("begun_at").toInstant());
    }

    /** Holds the round against all who would change it in this transaction. */
    private Round lock(UUID round) {
        return jdbc.sql(ROW + "where case_id = ? for update")
                .param(round)
                .query(Rounds::row)
                .optional()
                .orElseThrow(() -> new NotFound("round", round));
    }

    private static Round row(ResultSet rs, int index) throws SQLException {
        return new Round(
                rs.getObject("case_id", UUID.class),
                rs.getString("programme"),
                rs.getInt("version"),
                rs.getString("title"),
                rs.getString("province"),
                rs.getString("organ"),
                RoundStatus.valueOf(rs.getString("status")),
                rs.getTimestamp("opens_at").toInstant(),
                rs.getTimestamp("closes_at").toInstant(),
                rs.getString("document"));
    }
}
