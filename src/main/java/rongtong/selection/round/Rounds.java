package rongtong.selection.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.NotFound;

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
        return jdbc.sql(ROW + "where case_id = ?")
                .param(round)
                .query(Rounds::row)
                .optional()
                .orElseThrow(() -> new NotFound("round", round));
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
