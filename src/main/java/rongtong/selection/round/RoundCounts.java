package rongtong.selection.round;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import rongtong.selection.application.ApplicationStatus;

/** How many applications of a round stand where. Checks no access. */
@Component
public class RoundCounts {

    private final JdbcClient jdbc;

    RoundCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By track and status; what there is none of is missing. */
    @Transactional(readOnly = true)
    public Map<String, Map<ApplicationStatus, Integer>> of(UUID round) {
        var counts = new LinkedHashMap<String, Map<ApplicationStatus, Integer>>();
        jdbc.sql("""
                        select track, status, count(*) as number from selection.application
                        where round = ? group by track, status order by track
                        """).param(round).query(row -> {
            counts.computeIfAbsent(row.getString("track"), any -> new EnumMap<>(ApplicationStatus.class))
                    .put(ApplicationStatus.valueOf(row.getString("status")), row.getInt("number"));
        });
        return counts;
    }

    /** How many stand there in all tracks. */
    @Transactional(readOnly = true)
    public int of(UUID round, ApplicationStatus status) {
        return jdbc.sql("select count(*) from selection.application where round = ? and status = ?")
                .params(round, status.name())
                .query(Integer.class)
                .single();
    }

    /** Cases of all applications of a round. */
    @Transactional(readOnly = true)
    public List<UUID> cases(UUID round) {
        return cases(round, ApplicationStatus.values());
    }

    /** Cases of the applications that stand there. */
    @Transactional(readOnly = true)
    public List<UUID> cases(UUID round, ApplicationStatus... statuses) {
        return jdbc.sql(
                        "select case_id from selection.application where round = ? and status = any(?) order by case_id")
                .params(round, java.util.Arrays.stream(statuses).map(Enum::name).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }
}
