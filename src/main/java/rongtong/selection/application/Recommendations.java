package rongtong.selection.application;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What counties and cities said of applications (市县推荐). Checks no access. */
@Service
@Transactional
public class Recommendations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Recommendations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Another application that an organ has recommended in the same track.
     *
     * @param rank null where it gave none
     */
    public record Other(
            UUID application,
            String number,
            String applicant,
            String title,
            @Nullable Integer rank) {}

    /** In the order of the route. */
    @Transactional(readOnly = true)
    public List<Recommendation> of(UUID application) {
        return jdbc.sql("select * from selection.recommendation where application = ? order by place")
                .param(application)
                .query(Recommendation.class)
                .list();
    }

    /** The other applications of the same round and track that the organ has recommended, by rank. */
    @Transactional(readOnly = true)
    public List<Other> others(UUID application, String organ) {
        return jdbc.sql("""
                        select o.case_id as application, o.number, o.applicant, o.title, c.rank
                        from selection.application a
                        join selection.application o on o.round = a.round and o.track = a.track and o.case_id <> a.case_id
                        join selection.recommendation c on c.application = o.case_id and c.organ = :organ and c.recommended
                        where a.case_id = :application and o.status <> 'WITHDRAWN'
                        order by c.rank nulls last, o.number
                        """)
                .param("organ", organ)
                .param("application", application)
                .query(Other.class)
                .list();
    }

    /**
     * Records what an organ of the route says.
     *
     * @param rank null where it does not recommend
     */
    public void give(
            UUID application, String organ, boolean recommended, @Nullable Integer rank, String opinion, String actor) {
        jdbc.sql("""
                        insert into selection.recommendation
                            (application, place, organ, recommended, rank, opinion, actor, at)
                        select t.application, t.place, t.organ, :recommended, :rank, :opinion, :actor, :at
                        from selection.route t where t.application = :application and t.organ = :organ
                        """)
                .param("application", application)
                .param("organ", organ)
                .param("recommended", recommended)
                .param("rank", rank, java.sql.Types.INTEGER)
                .param("opinion", opinion)
                .param("actor", actor)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
