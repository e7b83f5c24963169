package rongtong.selection.panel;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Track;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.SomebodyWasFirst;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Score sheets (default D8: each expert has one of one's own). An expert reads and writes none but the own ones, and only of
 * what is assigned and not recused from; a submitted sheet stays as it is.
 */
@Service
@Transactional
public class Sheets {

    static final TypeReference<Map<String, BigDecimal>> SCORES = new TypeReference<>() {};

    private static final int LONGEST_COMMENT = 4_000;
    private static final int FINEST = 1;

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final Reviews reviews;
    private final Rounds rounds;
    private final Programmes programmes;
    private final Accounts accounts;
    private final CurrentUser user;
    private final Clock clock;

    Sheets(
            JdbcClient jdbc,
            JsonMapper mapper,
            Reviews reviews,
            Rounds rounds,
            Programmes programmes,
            Accounts accounts,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.reviews = reviews;
        this.rounds = rounds;
        this.programmes = programmes;
        this.accounts = accounts;
        this.user = user;
        this.clock = clock;
    }

    /** What the person at work has to judge, or has judged, the one due first before the others. */
    @Transactional(readOnly = true)
    public List<Assigned> mine() {
        return reviews.of(user.username());
    }

    /** One application on the desk of the person at work, in its latest turn; nothing if it is not there. */
    @Transactional(readOnly = true)
    public Optional<Assigned> mine(UUID application) {
        return reviews.of(user.username(), application);
    }

    /** Criteria of an assigned application, in their order. */
    @Transactional(readOnly = true)
    public List<Criterion> criteria(Assigned assigned) {
        return track(assigned.round(), assigned.track()).criteria();
    }

    Track track(UUID round, String track) {
        var found = rounds.get(round);
        return programmes
                .get(found.programme(), found.version())
                .track(track)
                .orElseThrow(() -> new NotFound("track", track));
    }

    /**
     * The sheets that count in a round: submitted, of experts who still judge the application, of two turns the later.
     * Checks no access: rankings ask who may see them.
     */
    @Transactional(readOnly = true)
    public List<Sheet> submitted(UUID round) {
        return jdbc.sql("""
                        select distinct on (s.application, s.expert) s.*
                        from selection.assignment g
                        join selection.sheet s on s.application = g.application and s.expert = g.expert
                        where g.round = ? and g.ended_at is null and s.submitted_at is not null
                        order by s.application, s.expert, s.turn desc
                        """).param(round).query(this::row).list();
    }

    /**
     * Keeps the draft of the person at work, in place of what was kept before.
     *
     * @param scores by key of the criterion; may lack some
     * @param comment at most 4,000 characters
     * @return when it was kept
     * @throws NotFound if the application is not on the person's desk
     * @throws RuleViolation with the fields, if points are unknown, below zero, above the most or finer than one decimal
     * @throws SomebodyWasFirst if the sheet is submitted
     */
    public Instant save(UUID application, Map<String, BigDecimal> scores, String comment) {
        var assigned = lock(application).orElseThrow(() -> new NotFound("review", application));
        check(assigned, scores, comment);
        var now = clock.instant();
        int kept = write(application, assigned.turn(), scores, comment, now, false);
        if (kept == 0) {
            throw submitted(assigned);
        }
        return now;
    }

    /** What an expert answers for one application. */
    record Answer(UUID application, Map<String, BigDecimal> scores, String comment) {}

    /**
     * Submits sheets of the person at work; all or none.
     *
     * @throws SomebodyWasFirst if one of the applications has been taken from the expert, or its sheet is submitted
     */
    void submit(List<Answer> answers) {
        var now = clock.instant();
        for (var answer : answers) {
            var assigned = lock(answer.application()).orElseThrow(() -> taken(answer.application()));
            if (write(answer.application(), assigned.turn(), answer.scores(), answer.comment(), now, true) == 0) {
                throw submitted(assigned);
            }
        }
    }

    /** The application stays on the person's desk until the transaction ends; nothing if it is not there. */
    private Optional<Assigned> lock(UUID application) {
        var expert = user.username();
        return jdbc.sql("""
                        select expert from selection.assignment
                        where application = ? and expert = ? and ended_at is null for update
                        """)
                .params(application, expert)
                .query(String.class)
                .optional()
                .flatMap(holds -> reviews.of(expert, application))
                .filter(assigned -> assigned.open() && assigned.declared() || assigned.isSubmitted());
    }

    private SomebodyWasFirst taken(UUID application) {
        var at = jdbc.sql("select ended_at from selection.assignment where application = ? and expert = ?")
                .params(application, user.username())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElseGet(clock::instant);
        return new SomebodyWasFirst("", at, Message.of("selection.panel.deed.taken"));
    }

    private int write(
            UUID application, int turn, Map<String, BigDecimal> scores, String comment, Instant now, boolean submit) {
        return jdbc.sql("""
                        insert into selection.sheet (application, expert, turn, scores, comment, saved_at, submitted_at)
                        values (:application, :expert, :turn, :scores::jsonb, :comment, :now, :submitted)
                        on conflict (application, expert, turn) do update
                        set scores = excluded.scores, comment = excluded.comment, saved_at = excluded.saved_at,
                            submitted_at = excluded.submitted_at
                        where sheet.submitted_at is null
                        """)
                .param("application", application)
                .param("expert", user.username())
                .param("turn", turn)
                .param("scores", mapper.writeValueAsString(scores))
                .param("comment", comment.strip())
                .param("now", Timestamp.from(now))
                .param("submitted", submit ? Timestamp.from(now) : null, java.sql.Types.TIMESTAMP)
                .update();
    }

    private SomebodyWasFirst submitted(Assigned assigned) {
        var sheet = reviews.of(user.username(), assigned.application())
                .map(Assigned::sheet)
                .orElse(null);
        var at = sheet == null || sheet.submittedAt() == null ? clock.instant() : sheet.submittedAt();
        return new SomebodyWasFirst(
                accounts.displayName(user.username()),
                at,
                Message.of("selection.panel.deed.submitted", assigned.title()));
    }

    private void check(Assigned assigned, Map<String, BigDecimal> scores, String comment) {
        Printable.require("comment", comment);
        var errors = new ArrayList<FieldError>();
        var criteria = criteria(assigned);
        scores.forEach((key, points) -> criteria.stream()
                .filter(criterion -> criterion.key().equals(key))
                .findFirst()
                .ifPresentOrElse(
                        criterion -> {
                            if (points.signum() < 0 || points.compareTo(BigDecimal.valueOf(criterion.max())) > 0) {
                                errors.add(new FieldError(key, Message.of("selection.panel.points", criterion.max())));
                            } else if (points.stripTrailingZeros().scale() > FINEST) {
                                errors.add(new FieldError(key, Message.of("selection.panel.too-fine")));
                            }
                        },
                        () -> errors.add(new FieldError(key, Message.of("selection.panel.no-such-criterion", key)))));
        if (comment.length() > LONGEST_COMMENT) {
            errors.add(new FieldError("comment", Message.of("selection.panel.too-long", LONGEST_COMMENT)));
        }
        if (!errors.isEmpty()) {
            throw new RuleViolation(Message.of("selection.panel.sheet-refused"), errors);
        }
    }

    private Sheet row(ResultSet rs, int index) throws SQLException {
        var submitted = rs.getTimestamp("submitted_at");
        return new Sheet(
                Objects.requireNonNull(rs.getObject("application", UUID.class)),
                rs.getString("expert"),
                rs.getInt("turn"),
                mapper.readValue(rs.getString("scores"), SCORES),
                rs.getString("comment"),
                rs.getTimestamp("saved_at").toInstant(),
                submitted == null ? null : submitted.toInstant());
    }
}
