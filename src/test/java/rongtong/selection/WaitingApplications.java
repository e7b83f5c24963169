package rongtong.selection;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.workflow.Transactions;

/** Applications whose processes stand at a step as if they had come there, for tests. */
@Component
@Lazy
public class WaitingApplications {

    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final Transactions transactions;

    WaitingApplications(RuntimeService runtime, JdbcClient jdbc, Transactions transactions) {
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** An application that waits for the joint decision of its round. @return its id */
    public UUID entered(UUID round, String track, String applicant) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into selection.application
                            (case_id, round, track, applicant, region, title, status, received_at, opened_at)
                        select ?, ?, ?, o.code, o.region, '产教融合试点', 'ENTERED', now(), now()
                        from organization.organization o where o.code = ?
                        """).params(id, round, track, applicant).update();
        jdbc.sql("""
                        insert into workflow.case_file
                            (id, number, service, title, status, organization, starter, jurisdiction, started_at)
                        values (?, ?, 'pilot-application', '产教融合试点', 'RUNNING', ?, 'jl-edu.handler', 'JL', now())
                        """).params(id, "T" + id, applicant).update();
        begin(round, id, applicant, "awaitDecision");
        return id;
    }

    /** Begins the process of an application that is on record with its case. */
    public void begin(UUID round, UUID application, String applicant, String step) {
        transactions.run(() -> {
            var instance = runtime.createProcessInstanceByKey("pilot-application")
                    .businessKey(application.toString())
                    .startBeforeActivity(step)
                    .setVariables(Map.of(
                            "caseId",
                            application.toString(),
                            "jurisdiction",
                            "JL",
                            "initiator",
                            applicant,
                            "applicant",
                            applicant,
                            "organ",
                            "JL-EDU",
                            "round",
                            round.toString()))
                    .execute();
            jdbc.sql("update workflow.case_file set process_instance = ? where id = ?")
                    .params(instance.getProcessInstanceId(), application)
                    .update();
        });
    }
}
