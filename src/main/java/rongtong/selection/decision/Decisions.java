package rongtong.selection.decision;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.Outcome;

/**
 * Decisions about rounds: the joint one of the leads, and amendments after objections. What stands is what the latest of
 * them says of an application. For the process; checks no access.
 */
@Service
@Transactional
public class Decisions {

    private final JdbcClient jdbc;
    private final Clock clock;

    Decisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The leads decide as it was proposed, about all applications that are still in the round.
     *
     * @param attendees codes of the departments that attended
     */
    public void joint(UUID round, LocalDate heldOn, List<String> attendees, String minutes, String actor) {
        var id = enter(round, Decision.Kind.JOINT, heldOn, attendees, minutes, actor);
        jdbc.sql("""
                        insert into selection.decision_line (decision, application, outcome, reason)
                        select ?, p.application, p.outcome, p.reason
                        from selection.proposal p join selection.application a on a.case_id = p.application
                        where a.round = ? and a.status = 'ENTERED'
                        """).params(id, round).update();
    }

    /** An objection was upheld: these applications are decided otherwise from now on; all others stay as they are. */
    public void amend(
            UUID round, LocalDate heldOn, List<String> attendees, String minutes, String actor, List<Proposal> lines) {
        var id = enter(round, Decision.Kind.AMENDMENT, heldOn, attendees, minutes, actor);
        lines.forEach(line -> jdbc.sql(
                        "insert into selection.decision_line (decision, application, outcome, reason) values (?, ?, ?, ?)")
                .params(id, line.application(), line.outcome().name(), line.reason())
                .update());
    }

    private UUID enter(
            UUID round, Decision.Kind kind, LocalDate heldOn, List<String> attendees, String minutes, String actor) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into selection.decision
                            (id, round, number, kind, held_on, attendees, minutes, actor, at)
                        select :id, :round, count(*) + 1, :kind, :heldOn, :attendees, :minutes, :actor, :at
                        from selection.decision where round = :round
                        """)
                .param("id", id)
                .param("round", round)
                .param("kind", kind.name())
                .param("heldOn", Date.valueOf(heldOn))
                .param("attendees", attendees.toArray(String[]::new))
                .param("minutes", minutes)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /** The decisions about a round, the first before the others. */
    @Transactional(readOnly = true)
    public List<Decision> of(UUID round) {
        return jdbc.sql("select * from selection.decision where round = ? order by number")
                .param(round)
                .query((rs, index) -> new Decision(
                        rs.getObject("id", UUID.class),
                        rs.getInt("number"),
                        Decision.Kind.valueOf(rs.getString("kind")),
                        rs.getDate("held_on").toLocalDate(),
                        Arrays.asList((String[]) rs.getArray("attendees").getArray()),
                        rs.getString("minutes"),
                        rs.getString("actor"),
                        rs.getTimestamp("at").toInstant()))
                .list();
    }

    /** What stands decided, by track and place; empty before the joint decision. */
    @Transactional(readOnly = true)
    public List<DecidedLine> standing(UUID round) {
        return jdbc.sql("""
                        select l.*, a.track, a.title, a.applicant, a.region, r.place from (
                            select distinct on (l.application) l.application, l.outcome, l.reason, d.number
                            from selection.decision d join selection.decision_line l on l.decision = d.id
                            where d.round = ? order by l.application, d.number desc
                        ) l
                        join selection.application a on a.case_id = l.application
                        left join selection.ranking_row r on r.application = l.application
                        order by a.track, r.place, a.received_at, a.case_id
                        """).param(round).query(Decisions::line).list();
    }

    /** Status of each application once the result is published. */
    @Transactional(readOnly = true)
    public Map<UUID, ApplicationStatus> result(UUID round) {
        var result = new LinkedHashMap<UUID, ApplicationStatus>();
        standing(round)
                .forEach(line -> result.put(line.application(), line.outcome().status()));
        return result;
    }

    private static DecidedLine line(ResultSet rs, int index) throws SQLException {
        var place = rs.getInt("place");
        return new DecidedLine(
                rs.getObject("application", UUID.class),
                rs.getString("track"),
                rs.wasNull() ? null : place,
                rs.getString("title"),
                rs.getString("applicant"),
                rs.getString("region"),
                Outcome.valueOf(rs.getString("outcome")),
                rs.getString("reason"),
                rs.getInt("number"));
    }
}
