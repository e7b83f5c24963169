package rongtong.workflow.vote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.policy.Fraction;
import rongtong.policy.Settings;
import rongtong.shared.Json;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/**
 * Votes of the units of a council. The step before the call activity {@code council-vote} opens one; the step after it
 * reads how it ended. Ballots stand here and never in process variables. Whoever shows a vote asks first whether the
 * person may see its case.
 */
@Service
@Transactional
public class Votes {

    private static final String SELECT = """
            select id, case_id, subject, number, title, matter, seats, quorum, quorum_base, majority, majority_base,
                opened_at, closed_at
            from workflow.vote
            """;

    private final JdbcClient jdbc;
    private final Json json;
    private final Settings settings;
    private final Clock clock;

    Votes(JdbcClient jdbc, Json json, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is put to the vote.
     *
     * @param subject a word of the procedure, passed to the process as its variable {@code subject}
     * @param matter what the voters read before they vote
     * @param voters codes of the units that have a vote; a unit named twice has one
     * @param seats how many units the council has, at least as many as vote
     */
    public record Motion(
            UUID caseId, String subject, String title, List<Vote.Part> matter, List<String> voters, int seats) {}

    /**
     * The rule in force for council votes.
     *
     * @param majority key of the setting, such as {@code council.majority-charter}
     */
    @Transactional(readOnly = true)
    public VoteRule rule(String majority) {
        return new VoteRule(
                settings.fraction("council.quorum"),
                VoteRule.QuorumBase.valueOf(settings.text("council.quorum-base")),
                settings.fraction(majority),
                VoteRule.MajorityBase.valueOf(settings.text("council.majority-base")));
    }

    /** Opens a vote under a rule that stays with it, whatever becomes of the settings. */
    public void open(Motion motion, VoteRule rule) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into workflow.vote (id, case_id, subject, number, title, matter, seats,
                            quorum, quorum_base, majority, majority_base, opened_at)
                        select :id, :case, :subject, count(*) + 1, :title, :matter::jsonb, :seats,
                            :quorum, :quorumBase, :majority, :majorityBase, :now
                        from workflow.vote
                        where case_id = :case
                        and subject = :subject
                        """)
                .param("id", id)
                .param("case", motion.caseId())
                .param("subject", motion.subject())
                .param("title", motion.title())
                .param("matter", json.write(Map.of("parts", motion.matter())))
                .param("seats", motion.seats())
                .param("quorum", rule.quorum().toString())
                .param("quorumBase", rule.quorumBase().name())
                .param("majority", rule.majority().toString())
                .param("majorityBase", rule.majorityBase().name())
                .param("now", now())
                .update();
        var voters = motion.voters().stream().distinct().toList();
        for (int place = 0; place < voters.size(); place++) {
            jdbc.sql("insert into workflow.ballot (vote, unit, place, remark) values (:vote, :unit, :place, '')")
                    .param("vote", id)
                    .param("unit", voters.get(place))
                    .param("place", place)
                    .update();
        }
    }

    /** The newest vote on the subject; empty if there was none. */
    @Transactional(readOnly = true)
    public Optional<Vote> newest(UUID caseId, String subject) {
        return of(caseId).stream()
                .filter(vote -> vote.subject().equals(subject))
                .reduce((earlier, later) -> later);
    }

    /** All votes of the case, in the order in which they were opened. */
    @Transactional(readOnly = true)
    public List<Vote> of(UUID caseId) {
        return jdbc.sql(SELECT + " where case_id = :case order by opened_at, number")
                .param("case", caseId)
                .query((row, index) -> vote(row))
                .list();
    }

    /** @throws NotFound if there is none on the subject */
    Vote get(UUID caseId, String subject) {
        return newest(caseId, subject).orElseThrow(() -> new NotFound("Vote", caseId + " " + subject));
    }

    /**
     * Casts the one vote of a unit. The first ballot stands.
     *
     * @throws RuleViolation if the unit has voted, has no vote, or the vote is over; nothing is changed
     */
    void cast(UUID caseId, String subject, String unit, Choice choice, String remark, String actor) {
        int cast = jdbc.sql("""
                        update workflow.ballot
                        set choice = :choice, remark = :remark, actor = :actor, cast_at = :now
                        where vote = (select id from workflow.vote where id = :vote and closed_at is null)
                        and unit = :unit
                        and choice is null
                        """)
                .param("choice", choice.name())
                .param("remark", remark)
                .param("actor", actor)
                .param("now", now())
                .param("vote", get(caseId, subject).id())
                .param("unit", unit)
                .update();
        if (cast == 0) {
            throw new RuleViolation(Message.of("workflow.no-second-ballot"));
        }
    }

    /** The time is up: who has not voted was absent. */
    void recordAbsence(UUID caseId, String subject) {
        jdbc.sql("""
                        update workflow.ballot
                        set choice = 'ABSENT', cast_at = :now
                        where vote = :vote
                        and choice is null
                        """)
                .param("now", now())
                .param("vote", get(caseId, subject).id())
                .update();
    }

    /** Closes the vote and counts it. @return whether it is carried */
    boolean count(UUID caseId, String subject) {
        recordAbsence(caseId, subject);
        var vote = get(caseId, subject);
        boolean carried = vote.tally().carried();
        jdbc.sql("update workflow.vote set closed_at = :now, carried = :carried where id = :id and closed_at is null")
                .param("now", now())
                .param("carried", carried)
                .param("id", vote.id())
                .update();
        return carried;
    }

    /** The case is taken back: what is open ends without a result in favour. */
    public void abandon(UUID caseId) {
        jdbc.sql("""
                        update workflow.vote
                        set closed_at = :now, carried = false
                        where case_id = :case
                        and closed_at is null
                        """).param("now", now()).param("case", caseId).update();
    }

    private Vote vote(ResultSet row) throws SQLException {
        var id = Objects.requireNonNull(row.getObject("id", UUID.class));
        return new Vote(
                id,
                Objects.requireNonNull(row.getObject("case_id", UUID.class)),
                text(row, "subject"),
                row.getInt("number"),
                text(row, "title"),
                matter(text(row, "matter")),
                new VoteRule(
                        fraction(text(row, "quorum")),
                        VoteRule.QuorumBase.valueOf(text(row, "quorum_base")),
                        fraction(text(row, "majority")),
                        VoteRule.MajorityBase.valueOf(text(row, "majority_base"))),
                row.getInt("seats"),
                Objects.requireNonNull(instant(row, "opened_at")),
                instant(row, "closed_at"),
                ballots(id));
    }

    private List<Ballot> ballots(UUID vote) {
        return jdbc.sql("""
                        select unit, choice, remark, actor, cast_at
                        from workflow.ballot
                        where vote = :vote
                        order by place
                        """)
                .param("vote", vote)
                .query((row, index) -> ballot(row))
                .list();
    }

    private static Ballot ballot(ResultSet row) throws SQLException {
        var choice = row.getString("choice");
        return new Ballot(
                text(row, "unit"),
                choice == null ? null : Choice.valueOf(choice),
                text(row, "remark"),
                row.getString("actor"),
                instant(row, "cast_at"));
    }

    private List<Vote.Part> matter(String text) {
        return json.readObject(text).get("parts") instanceof List<?> parts
                ? parts.stream()
                        .map(part -> (Map<?, ?>) part)
                        .map(part -> new Vote.Part(String.valueOf(part.get("part")), String.valueOf(part.get("text"))))
                        .toList()
                : List.of();
    }

    private static Fraction fraction(String text) {
        return Fraction.parse(text).orElseThrow(() -> new IllegalStateException("No fraction: " + text));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
