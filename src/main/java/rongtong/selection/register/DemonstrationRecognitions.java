package rongtong.selection.register;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.organization.Organizations;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.register.Evaluations.Finding;
import rongtong.shared.Csv;
import rongtong.shared.Demonstration;

/**
 * Recognitions as they might have been made before this program, for a demonstration: made up for real organisations, and
 * every list says so. What is there already stays.
 */
@Component
@DependsOn("organizationData")
@DependsOnDatabaseInitialization
class DemonstrationRecognitions implements InitializingBean {

    static final String SOURCE = "DEMONSTRATION";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Demonstration demonstration;
    private final Recognitions recognitions;
    private final Evaluations evaluations;
    private final Organizations organizations;
    private final Clock clock;

    DemonstrationRecognitions(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Demonstration demonstration,
            Recognitions recognitions,
            Evaluations evaluations,
            Organizations organizations,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.demonstration = demonstration;
        this.recognitions = recognitions;
        this.evaluations = evaluations;
        this.organizations = organizations;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        if (demonstration.isOn()) {
            transaction.executeWithoutResult(
                    status -> Csv.read("data/demonstration-recognitions.csv").forEach(this::enter));
        }
    }

    private void enter(Csv.Row row) {
        var id =
                UUID.nameUUIDFromBytes((row.text("organization") + row.text("title")).getBytes(StandardCharsets.UTF_8));
        if (isThere(id)) {
            return;
        }
        var register = RegisterKind.valueOf(row.text("register"));
        var status = RecognitionStatus.valueOf(row.text("status"));
        var from = LocalDate.parse(row.text("valid_from"));
        var to = from.plusYears(Integer.parseInt(row.text("years"))).minusDays(1);
        recognitions.insert(new Recognition(
                id,
                recognitions.nextNumber(row.text("province"), register, from.getYear()),
                null,
                null,
                row.text("programme"),
                register,
                row.text("track"),
                row.text("province"),
                row.text("organ"),
                row.text("organization"),
                row.text("title"),
                status,
                from,
                to,
                status.isInForce() ? null : to,
                status == RecognitionStatus.WITHDRAWN ? row.text("text") : "",
                SOURCE));
        if (!row.text("grade").isEmpty()) {
            var day = status.isInForce() ? from.plusDays(ChronoUnit.DAYS.between(from, to) / 2) : to;
            evaluations.add(
                    id,
                    finding(row, status, register),
                    day.atTime(10, 0).atZone(clock.getZone()).toInstant());
        }
    }

    private Finding finding(Csv.Row row, RecognitionStatus status, RegisterKind register) {
        return new Finding(
                status == RecognitionStatus.COMPLETED
                        ? EvaluationKind.FINAL
                        : register == RegisterKind.ALLIANCE ? EvaluationKind.YEARLY : EvaluationKind.MIDTERM,
                false,
                organizations.name(row.text("organ")),
                Grade.valueOf(row.text("grade")),
                switch (status) {
                    case RECTIFYING -> Conclusion.RECTIFY;
                    case WITHDRAWN -> Conclusion.WITHDRAW;
                    case ACTIVE, EXPIRED, COMPLETED -> Conclusion.KEEP;
                },
                row.text("text"),
                status == RecognitionStatus.ACTIVE || status == RecognitionStatus.COMPLETED ? "" : row.text("text"),
                "system");
    }

    private boolean isThere(UUID id) {
        return jdbc.sql("select exists (select from selection.recognition where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
