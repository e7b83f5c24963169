package rongtong.selection.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.shared.NotFound;
import tools.jackson.databind.json.JsonMapper;

/** The reviews of a round and what belongs to each; in the transaction of the caller. */
@Component
class Reviews {

    private static final String ROW = "select * from selection.review ";

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final Clock clock;

    Reviews(JdbcClient jdbc, JsonMapper mapper, Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @throws NotFound if there is none */
    Review get(UUID review) {
        return jdbc.sql(ROW + "where case_id = ?")
                .param(review)
                .query(Reviews::row)
                .optional()
                .orElseThrow(() -> new NotFound("review", review));
    }

    void open(Review review, Collection<UUID> applications) {
        jdbc.sql("""
                        insert into selection.review (case_id, round, track, expert, turn, opened_at, due_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        review.caseId(),
                        review.round(),
                        review.track(),
                        review.expert(),
                        review.turn(),
                        Timestamp.from(review.openedAt()),
                        Timestamp.from(review.dueAt()))
                .update();
        jdbc.sql("insert into selection.review_item (review, application) select ?, unnest(?::uuid[])")
                .params(review.caseId(), applications.toArray(UUID[]::new))
                .update();
    }

    void add(UUID review, UUID application) {
        jdbc.sql("insert into selection.review_item (review, application) values (?, ?) on conflict do nothing")
                .params(review, application)
                .update();
    }

    /** The review of an expert that has not been declared for yet; what is added to it is declared for with the rest. */
    Optional<Review> undeclared(UUID round, String track, String expert, int turn) {
        return jdbc.sql(ROW + """
                        where round = ? and track = ? and expert = ? and turn = ?
                            and declared_at is null and ended_at is null
                        for update
                        """)
                .params(round, track, expert, turn)
                .query(Reviews::row)
                .optional();
    }

    /** The review in which an expert has an application now; nothing if it is over. */
    Optional<Review> openWith(String expert, UUID application) {
        return jdbc.sql(ROW + """
                        where expert = ? and ended_at is null
                            and case_id in (select review from selection.review_item where application = ?)
                        """)
                .params(expert, application)
                .query(Reviews::row)
                .optional();
    }

    void declared(UUID review) {
        jdbc.sql("update selection.review set declared_at = ? where case_id = ? and declared_at is null")
                .params(now(), review)
                .update();
    }

    void postpone(UUID review, Instant due) {
        jdbc.sql("update selection.review set due_at = ? where case_id = ?")
                .params(Timestamp.from(due), review)
                .update();
    }

    void end(UUID review) {
        jdbc.sql("update selection.review set ended_at = ? where case_id = ? and ended_at is null")
                .params(now(), review)
                .update();
    }

    /** Open reviews of a round. */
    List<Review> open(UUID round) {
        return jdbc.sql(ROW + "where round = ? and ended_at is null order by track, expert")
                .param(round)
                .query(Reviews::row)
                .list();
    }

    boolean begun(UUID round) {
        return jdbc.sql("select exists (select from selection.review where round = ?)")
                .param(round)
                .query(Boolean.class)
                .single();
    }

    /** What the expert still has to judge, or has judged, in a review; what was taken away is not there any more. */
    List<Assigned> assigned(UUID review) {
        return jdbc.sql(ASSIGNED + "and v.case_id = ? order by a.title, a.case_id")
                .param(review)
                .query(this::onDesk)
                .list();
    }

    /** What an expert has on the desk in all reviews that are open or over, the one due first before the others. */
    List<Assigned> of(String expert) {
        return jdbc.sql(ASSIGNED
                        + "and v.expert = ? order by v.ended_at is not null, v.due_at, v.track, a.title, a.case_id")
                .param(expert)
                .query(this::onDesk)
                .list();
    }

    /** The latest turn of an application on an expert's desk; nothing if it is not there, or not any more. */
    Optional<Assigned> of(String expert, UUID application) {
        return jdbc.sql(ASSIGNED + "and v.expert = ? and a.case_id = ? order by v.turn desc limit 1")
                .params(expert, application)
                .query(this::onDesk)
                .optional();
    }

    private static final String ASSIGNED = """
            select v.case_id as review, v.round, v.track, v.turn, v.due_at, v.declared_at, v.ended_at, a.case_id,
                coalesce(a.receipt, a.case_id::text) as number, a.title, a.applicant,
                v.expert, s.scores, s.comment, s.saved_at, s.submitted_at
            from selection.review v
            join selection.review_item i on i.review = v.case_id
            join selection.assignment g on g.application = i.application and g.expert = v.expert and g.ended_at is null
            join selection.application a on a.case_id = i.application
            left join selection.sheet s on s.application = i.application and s.expert = v.expert and s.turn = v.turn
            where a.status in ('ENTERED', 'SELECTED', 'RESERVE', 'NOT_SELECTED')
            """;

    private Assigned onDesk(ResultSet rs, int index) throws SQLException {
        return new Assigned(
                id(rs, "review"),
                id(rs, "round"),
                rs.getString("track"),
                rs.getInt("turn"),
                id(rs, "case_id"),
                rs.getString("number"),
                rs.getString("title"),
                rs.getString("applicant"),
                rs.getTimestamp("due_at").toInstant(),
                rs.getTimestamp("declared_at") != null,
                rs.getTimestamp("ended_at") == null,
                rs.getTimestamp("saved_at") == null
                        ? null
                        : new Sheet(
                                id(rs, "case_id"),
                                rs.getString("expert"),
                                rs.getInt("turn"),
                                mapper.readValue(rs.getString("scores"), Sheets.SCORES),
                                rs.getString("comment"),
                                rs.getTimestamp("saved_at").toInstant(),
                                instant(rs, "submitted_at")));
    }

    private static Review row(ResultSet rs, int index) throws SQLException {
        return new Review(
                id(rs, "case_id"),
                id(rs, "round"),
                rs.getString("track"),
                rs.getString("expert"),
                rs.getInt("turn"),
                rs.getTimestamp("opened_at").toInstant(),
                rs.getTimestamp("due_at").toInstant(),
                instant(rs, "declared_at"),
                instant(rs, "ended_at"));
    }

    private static UUID id(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(rs.getObject(column, UUID.class));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
