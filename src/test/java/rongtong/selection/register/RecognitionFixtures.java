package rongtong.selection.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programmes;

/** Rounds and decided applications without the processes that lead there, for tests. */
@Component
@Lazy
public class RecognitionFixtures {

    public static final String SCHOOL = "school-4122013161";

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final Organizations organizations;
    private final Clock clock;

    RecognitionFixtures(JdbcClient jdbc, Programmes programmes, Organizations organizations, Clock clock) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** A round in which everything is decided. */
    public UUID round(String programme) {
        var id = UUID.randomUUID();
        var found = programmes.published(programme).orElseThrow();
        jdbc.sql("""
                        insert into selection.round (case_id, programme, version, title, province, organ, status, opens_at,
                            closes_at, created_at)
                        values (:id, :programme, :version, :title, :province, :organ, 'FINISHED', :opens, :closes, :opens)
                        """)
                .param("id", id)
                .param("programme", programme)
                .param("version", found.version())
                .param("title", found.name() + "遴选")
                .param("province", found.province())
                .param("organ", organ(found))
                .param("opens", Timestamp.from(clock.instant().minus(Duration.ofDays(90))))
                .param("closes", Timestamp.from(clock.instant().minus(Duration.ofDays(60))))
                .update();
        return id;
    }

    private String organ(Programme programme) {
        return organizations.responsible(programme.province(), programme.convener());
    }

    public UUID application(UUID round, String track, String applicant, String status) {
        return application(UUID.randomUUID(), round, track, applicant, status);
    }

    public UUID application(UUID caseId, UUID round, String track, String applicant, String status) {
        var at = Timestamp.from(clock.instant().minus(Duration.ofDays(70)));
        jdbc.sql("""
                        insert into selection.application (case_id, round, track, applicant, title, status, received_at,
                            opened_at)
                        values (:id, :round, :track, :applicant, :title, :status, :at, :at)
                        """)
                .param("id", caseId)
                .param("round", round)
                .param("track", track)
                .param("applicant", applicant)
                .param("title", organizations.name(applicant) + "试点申报")
                .param("status", status)
                .param("at", at)
                .update();
        return caseId;
    }

    /** Names partner enterprises in an application. */
    public void partners(UUID application, List<String> names) {
        for (int place = 0; place < names.size(); place++) {
            jdbc.sql("insert into selection.partner (application, place, name, kind) values (?, ?, ?, 'ENTERPRISE')")
                    .params(application, place, names.get(place))
                    .update();
        }
    }
}
