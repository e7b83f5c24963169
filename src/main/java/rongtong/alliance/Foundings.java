package rongtong.alliance;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.organization.Sector;
import rongtong.shared.NotFound;

/**
 * What is proposed, decided and in the end founded, by case. Called by the steps of the procedure; whoever shows a
 * founding asks first whether the person may see its case.
 */
@Service
@Transactional
public class Foundings {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Foundings(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound if no founding belongs to the case */
    @Transactional(readOnly = true)
    public Founding get(UUID caseId) {
        return find(caseId).orElseThrow(() -> new NotFound("Founding", caseId));
    }

    @Transactional(readOnly = true)
    public Optional<Founding> find(UUID caseId) {
        return jdbc.sql("""
                        select *
                        from alliance.founding
                        where case_id = :case
                        """)
                .param("case", caseId)
                .query((row, number) -> founding(row))
                .optional();
    }

    /** Records a proposal: the beginning of a case (R-LNA-01: the layout proposal comes before the review meeting). */
    public void propose(Founding founding) {
        jdbc.sql("""
                        insert into alliance.founding (case_id, title, sector, fields, regions, park, initiator,
                            demand_department, layout, analysis, type, status, proposed_at)
                        values (:case, :title, :sector, :fields, :regions, :park, :initiator,
                            :demandDepartment, :layout, :analysis, :type, 'PROPOSED', :now)
                        """)
                .param("case", founding.caseId())
                .param("title", founding.title())
                .param("sector", founding.sector().name())
                .param("fields", founding.fields().toArray(String[]::new))
                .param("regions", founding.regions().toArray(String[]::new))
                .param("park", founding.park())
                .param("initiator", founding.initiator())
                .param("demandDepartment", founding.demandDepartment())
                .param("layout", founding.layout())
                .param("analysis", founding.analysis())
                .param("type", founding.type().name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The review meeting decided to build an alliance of this type, in these fields and regions. */
    public void build(UUID caseId, AllianceType type, List<String> fields, List<String> regions) {
        jdbc.sql("""
                        update alliance.founding
                        set status = 'BUILDING', type = :type, fields = :fields, regions = :regions, decided_on = :today
                        where case_id = :case
                        """)
                .param("case", caseId)
                .param("type", type.name())
                .param("fields", fields.toArray(String[]::new))
                .param("regions", regions.toArray(String[]::new))
                .param("today", LocalDate.now(clock))
                .update();
    }

    /** The review meeting decided not to build for now. */
    public void postpone(UUID caseId) {
        jdbc.sql("""
                        update alliance.founding
                        set status = 'NOT_NOW', decided_on = :today
                        where case_id = :case
                        """).param("case", caseId).param("today", LocalDate.now(clock)).update();
    }

    /** The alliance has entered the register. */
    public void found(UUID caseId) {
        jdbc.sql("update alliance.founding set status = 'FOUNDED' where case_id = :case")
                .param("case", caseId)
                .update();
    }

    /** Takes the whole founding back and tells all who keep records of it ({@link FoundingWithdrawn}). */
    public void withdraw(UUID caseId) {
        jdbc.sql("update alliance.founding set status = 'WITHDRAWN' where case_id = :case")
                .param("case", caseId)
                .update();
        events.publishEvent(new FoundingWithdrawn(caseId));
    }

    private static Founding founding(ResultSet row) throws SQLException {
        return new Founding(
                Objects.requireNonNull(row.getObject("case_id", UUID.class)),
                text(row, "title"),
                Sector.valueOf(text(row, "sector")),
                texts(row, "fields"),
                texts(row, "regions"),
                row.getString("park"),
                text(row, "initiator"),
                text(row, "demand_department"),
                text(row, "layout"),
                text(row, "analysis"),
                AllianceType.valueOf(text(row, "type")),
                FoundingStatus.valueOf(text(row, "status")),
                row.getObject("decided_on", LocalDate.class));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
