package rongtong.selection.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Json;
import rongtong.shared.NotFound;

/** Applications to the rounds. Checks no access: that is asked where they are shown. */
@Service
@Transactional
public class PilotApplications {

    private static final String ROW = "select * from selection.application ";

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    PilotApplications(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @throws NotFound if there is no such application */
    @Transactional(readOnly = true)
    public PilotApplication get(UUID application) {
        return find(application).orElseThrow(() -> new NotFound("application", application));
    }

    /** Those of a round that stand there, by track and time of receipt. */
    @Transactional(readOnly = true)
    public List<PilotApplication> of(UUID round, ApplicationStatus status) {
        return jdbc.sql(ROW + "where round = ? and status = ? order by track, received_at, case_id")
                .params(round, status.name())
                .query(this::row)
                .list();
    }

    /**
     * The window has closed: what was not handed in lapses (逾期未提交), the text stays.
     *
     * @return cases of those applications
     */
    public List<UUID> lapse(UUID round) {
        return jdbc.sql("""
                        update selection.application set status = 'LAPSED', ended_at = ?
                        where round = ? and status = 'WRITING' returning case_id
                        """)
                .params(Timestamp.from(clock.instant()), round)
                .query(UUID.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PilotApplication> find(UUID application) {
        return jdbc.sql(ROW + "where case_id = ?")
                .param(application)
                .query(this::row)
                .optional();
    }

    /** Whether the organisation has an application there that was neither withdrawn nor has lapsed. */
    @Transactional(readOnly = true)
    public boolean exists(UUID round, String track, String applicant) {
        return jdbc.sql("""
                        select exists (select from selection.application
                                       where round = ? and track = ? and applicant = ?
                                           and status not in ('WITHDRAWN', 'LAPSED'))
                        """)
                .params(round, track, applicant)
                .query(Boolean.class)
                .single();
    }

    /**
     * What the organisation wrote last in this form, in whatever round, to begin with anew; nothing if it never did.
     *
     * @param other not this application
     * @param form id of the form
     */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> lastText(UUID other, String applicant, String form) {
        return jdbc.sql("""
                        select a.answers
                        from selection.application a
                        join selection.round r on r.case_id = a.round
                        join selection.programme p on p.key = r.programme and p.version = r.version
                        where a.applicant = :applicant and a.case_id <> :other and a.answers <> '{}'
                            and exists (select from jsonb_array_elements(p.definition -> 'tracks') t
                                        where t ->> 'key' = a.track and t ->> 'form' = :form)
                        order by a.opened_at desc
                        limit 1
                        """)
                .param("applicant", applicant)
                .param("other", other)
                .param("form", form)
                .query(String.class)
                .optional()
                .map(json::readObject);
    }

    /** Why the latest decision departs from the rank for this application; nothing where it does not, or there is none. */
    @Transactional(readOnly = true)
    public Optional<String> decisionReason(UUID application) {
        return jdbc.sql("""
                        select l.reason from selection.decision_line l join selection.decision d on d.id = l.decision
                        where l.application = ? and l.reason <> '' order by d.number desc limit 1
                        """).param(application).query(String.class).optional();
    }

    /** It has passed all checks and goes to the experts. */
    public void enter(UUID application) {
        move(application, ApplicationStatus.ENTERED, "SUBMITTED");
    }

    /**
     * The outcome of the joint decision, or of a later one that changes it.
     *
     * @param outcomes SELECTED, RESERVE or NOT_SELECTED by application; those of other rounds or that have not entered the
     *     review are left alone
     * @return how many were written
     */
    public int decide(UUID round, Map<UUID, ApplicationStatus> outcomes) {
        return jdbc.sql("""
                        update selection.application a
                        set status = o.outcome, ended_at = case when o.outcome <> 'RESERVE' then :now::timestamptz end
                        from unnest(:applications::uuid[], :outcomes::text[]) as o (application, outcome)
                        where a.case_id = o.application and a.round = :round
                            and a.status in ('ENTERED', 'SELECTED', 'RESERVE', 'NOT_SELECTED')
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("applications", outcomes.keySet().toArray(UUID[]::new))
                .param(
                        "outcomes",
                        outcomes.values().stream().map(ApplicationStatus::name).toArray(String[]::new))
                .param("round", round)
                .update();
    }

    /**
     * Ends an application that stands at one of these.
     *
     * @return whether it did
     */
    public boolean end(UUID application, ApplicationStatus as, ApplicationStatus... from) {
        return move(
                application,
                as,
                Arrays.stream(from).map(ApplicationStatus::name).toArray(String[]::new));
    }

    private boolean move(UUID application, ApplicationStatus to, String... from) {
        return jdbc.sql("""
                                update selection.application
                                set status = :to, ended_at = case when :over then :now::timestamptz end
                                where case_id = :application and status = any(:from)
                                """)
                        .param("to", to.name())
                        .param("over", to.isOver())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("application", application)
                        .param("from", from)
                        .update()
                > 0;
    }

    private PilotApplication row(ResultSet rs, int index) throws SQLException {
        var received = rs.getTimestamp("received_at");
        return new PilotApplication(
                rs.getObject("case_id", UUID.class),
                rs.getObject("round", UUID.class),
                rs.getString("track"),
                rs.getString("applicant"),
                rs.getString("region"),
                rs.getString("title"),
                ApplicationStatus.valueOf(rs.getString("status")),
                json.readObject(rs.getString("answers")),
                rs.getString("receipt"),
                received == null ? null : received.toInstant());
    }
}
