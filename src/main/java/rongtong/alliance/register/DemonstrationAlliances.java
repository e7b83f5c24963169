package rongtong.alliance.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.alliance.Foundings;
import rongtong.organization.Organizations;
import rongtong.shared.Csv;
import rongtong.shared.Demonstration;

/**
 * Alliances that were founded before this program, for a demonstration: dates and chair units are from press reports,
 * further members are made up from real organisations, and the register says so. What is there already stays.
 */
@Component
@DependsOn("organizationData")
@DependsOnDatabaseInitialization
class DemonstrationAlliances implements InitializingBean {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Demonstration demonstration;
    private final Foundings foundings;
    private final Register register;
    private final Organizations organizations;

    DemonstrationAlliances(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Demonstration demonstration,
            Foundings foundings,
            Register register,
            Organizations organizations) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.demonstration = demonstration;
        this.foundings = foundings;
        this.register = register;
        this.organizations = organizations;
    }

    @Override
    public void afterPropertiesSet() {
        if (demonstration.isOn()) {
            transaction.executeWithoutResult(
                    status -> Csv.read("data/demonstration-alliances.csv").forEach(this::enter));
        }
    }

    private void enter(Csv.Row row) {
        var caseId = UUID.nameUUIDFromBytes(row.text("name").getBytes(StandardCharsets.UTF_8));
        if (foundings.find(caseId).isPresent()) {
            return;
        }
        found(caseId, row);
        list(row, "members").forEach(member -> join(caseId, member, row));
        register.enter(
                foundings.get(caseId),
                row.text("chair_unit"),
                LocalDate.parse(row.text("founded_on")),
                null,
                null,
                row.text("source"));
    }

    private void found(UUID caseId, Csv.Row row) {
        jdbc.sql("""
                        insert into alliance.founding (case_id, title, sector, fields, regions, park, initiator,
                            demand_department, layout, analysis, type, status, decided_on, proposed_at)
                        values (:case, :name, :sector, :fields, '{}', null, :department,
                            :department, :source, '', :type, 'FOUNDED', :foundedOn, :at)
                        """)
                .param("case", caseId)
                .param("name", row.text("name"))
                .param("sector", row.text("sector"))
                .param("fields", list(row, "fields").toArray(String[]::new))
                .param("department", row.text("demand_department"))
                .param("source", row.text("source"))
                .param("type", row.text("type"))
                .param("foundedOn", LocalDate.parse(row.text("founded_on")))
                .param("at", moment(row))
                .update();
    }

    private void join(UUID caseId, String member, Csv.Row row) {
        var kind = organizations.get(member).kind();
        jdbc.sql("""
                        insert into alliance.member (case_id, organization, kind, mode, selected_by, reason, status,
                            selected_at, decided_at)
                        values (:case, :member, :kind, 'FULL', :department, :source, 'CONSENTED', :at, :at)
                        """)
                .param("case", caseId)
                .param("member", member)
                .param("kind", kind.name())
                .param("department", row.text("demand_department"))
                .param("source", row.text("source"))
                .param("at", moment(row))
                .update();
    }

    private static OffsetDateTime moment(Csv.Row row) {
        return LocalDate.parse(row.text("founded_on"))
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .toOffsetDateTime();
    }

    private static List<String> list(Csv.Row row, String column) {
        return List.of(row.text(column).split("\\|"));
    }
}
