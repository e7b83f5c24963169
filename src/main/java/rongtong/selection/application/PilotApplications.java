package rongtong.selection.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
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
        return jdbc.sql(ROW + "where case_id = ?")
                .param(application)
                .query(this::row)
                .optional()
                .orElseThrow(() -> new NotFound("application", application));
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
