package rongtong.workflow.correction;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code acceptance.bpmn} and of {@code correction.bpmn}, which it calls. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/workflow/acceptance.bpmn", "bpmn/workflow/correction.bpmn"})
class AcceptanceProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000007";
    static final Date ACCEPTANCE_DUE = Date.from(Instant.parse("2026-10-19T15:59:59Z"));
    static final Date CORRECTION_DUE = Date.from(Instant.parse("2026-11-09T15:59:59Z"));
    static final Date REMINDER_DUE = Date.from(Instant.parse("2026-11-02T15:59:59Z"));

    final List<String> calls = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Mocks.register("acceptanceSteps", new Acceptance());
        Mocks.register("correctionSteps", new Correction());
        Mocks.register("desk", new Desk());
        Mocks.register("deadlines", new Deadlines());
        Mocks.register("clock", new Clock());
        Mocks.register("officialDocuments", new Documents());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void theOrganAcceptsWithinTheDeadline() {
        var acceptance = start();
        assertThat(task(acceptance))
                .hasDefinitionKey("checkApplication")
                .hasCandidateGroup("unit JL-EDU")
                .hasDueDate(ACCEPTANCE_DUE);

        decide(acceptance, "ACCEPT", "ACCEPTED");

        assertThat(acceptance).hasPassed("receive", "accepted").isEnded();
        Assertions.assertThat(outcome(acceptance)).isEqualTo("ACCEPTED");
        Assertions.assertThat(calls)
                .containsExactly(
                        "receive JL-EDU",
                        "start acceptance acceptance.limit-days",
                        "end acceptance",
                        "issue acceptance-notice JL-EDU SCHOOL");
    }

    @Test
    void theOrganRefuses() {
        var acceptance = start();

        decide(acceptance, "REFUSE", "REFUSED");

        assertThat(acceptance).hasPassed("refused").hasNotPassed("accepted").isEnded();
        Assertions.assertThat(calls).contains("issue refusal-of-acceptance JL-EDU SCHOOL");
        Assertions.assertThat(outcome(acceptance)).isEqualTo("REFUSED");
    }

    @Test
    void silenceAccepts() {
        var acceptance = start();
        Assertions.assertThat(due(acceptance, "acceptanceOverdue")).isEqualTo(ACCEPTANCE_DUE);

        fire(acceptance, "acceptanceOverdue");

        assertThat(acceptance).hasPassed("acceptBySilence", "accepted").isEnded();
        Assertions.assertThat(outcome(acceptance)).isEqualTo("ACCEPTED");
    }

    @Test
    void aCorrectionStopsTheDeadlineAndLeadsBackToTheCheck() {
        var acceptance = start();

        decide(acceptance, "CORRECT", null);

        var correction = correction(acceptance);
        Assertions.assertThat(timers(acceptance)).isEmpty();
        assertThat(task(correction))
                .hasDefinitionKey("correctApplication")
                .hasCandidateGroup("unit SCHOOL")
                .hasDueDate(CORRECTION_DUE);
        Assertions.assertThat(runtimeService().getVariable(correction.getId(), "stage"))
                .isEqualTo("acceptance");

        complete(task(correction), withVariables("correction", "CORRECTED"));

        assertThat(correction).hasPassed("settled").isEnded();
        Assertions.assertThat(calls)
                .containsSubsequence(
                        "issue correction-notice JL-EDU SCHOOL", "stop acceptance APPLICANT", "resume acceptance");
        assertThat(acceptance).isWaitingAt("checkApplication");
        decide(acceptance, "ACCEPT", "ACCEPTED");
        assertThat(acceptance).hasPassed("accepted").isEnded();
    }

    @Test
    void theApplicantIsReminded() {
        var acceptance = start();
        decide(acceptance, "CORRECT", null);
        var correction = correction(acceptance);
        Assertions.assertThat(due(correction, "reminderDue")).isEqualTo(REMINDER_DUE);

        fire(correction, "reminderDue");

        assertThat(correction).hasPassed("reminded").isWaitingAt("correctApplication");
        Assertions.assertThat(calls).contains("remind SCHOOL");
    }

    @Test
    void whoLetsTheDeadlineForCorrectionPassIsRefused() {
        var acceptance = start();
        decide(acceptance, "CORRECT", null);
        var correction = correction(acceptance);
        Assertions.assertThat(due(correction, "correctionOverdue")).isEqualTo(CORRECTION_DUE);

        fire(correction, "correctionOverdue");

        assertThat(correction).hasPassed("lapse").isEnded();
        assertThat(acceptance).hasPassed("refuseLapsed", "refused").isEnded();
        Assertions.assertThat(outcome(acceptance)).isEqualTo("REFUSED");
    }

    @Test
    void theLeaderApprovesAnotherCorrection() {
        var acceptance = start();
        decide(acceptance, "CORRECT_AGAIN", null);
        assertThat(task(acceptance))
                .hasDefinitionKey("approveCorrection")
                .hasCandidateGroup("leader JL-EDU")
                .hasDueDate(ACCEPTANCE_DUE);

        complete(task(acceptance), withVariables("approval", "APPROVE"));

        assertThat(correction(acceptance)).isWaitingAt("correctApplication");
    }

    @Test
    void theLeaderSendsItBackToTheHandler() {
        var acceptance = start();
        decide(acceptance, "CORRECT_AGAIN", null);

        complete(task(acceptance), withVariables("approval", "REJECT"));

        assertThat(acceptance).isWaitingAt("checkApplication").hasNotPassed("correctApplication");
    }

    @Test
    void theDaysRunOnWhileTheLeaderThinks() {
        var acceptance = start();
        decide(acceptance, "CORRECT_AGAIN", null);

        fire(acceptance, "approvalOverdue");
        fire(acceptance, "acceptanceOverdue");

        assertThat(acceptance).hasPassed("acceptBySilence", "accepted").isEnded();
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "acceptance",
                        CASE,
                        withVariables("caseId", CASE, "jurisdiction", "JL", "organ", "JL-EDU", "applicant", "SCHOOL"));
    }

    private static void decide(ProcessInstance acceptance, String decision, String outcome) {
        complete(
                task(acceptance),
                outcome == null
                        ? withVariables("decision", decision)
                        : withVariables("decision", decision, "acceptance", outcome));
    }

    private static ProcessInstance correction(ProcessInstance acceptance) {
        return runtimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(acceptance.getId())
                .singleResult();
    }

    private static List<?> timers(ProcessInstance instance) {
        return managementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .list();
    }

    private static Date due(ProcessInstance instance, String timer) {
        return managementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(timer)
                .singleResult()
                .getDuedate();
    }

    private static void fire(ProcessInstance instance, String timer) {
        managementService()
                .executeJob(managementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(timer)
                        .singleResult()
                        .getId());
    }

    private static Object outcome(ProcessInstance acceptance) {
        return historyService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(acceptance.getId())
                .variableName("acceptance")
                .singleResult()
                .getValue();
    }

    /** Stands for the records of the receiving organ. */
    public class Acceptance {

        public String receive(DelegateExecution execution) {
            calls.add("receive " + execution.getVariable("organ"));
            return "acceptance";
        }

        public String acceptBySilence(String caseId, String organ) {
            calls.add("silence " + organ);
            return "ACCEPTED";
        }

        public String refuseLapsed(String caseId, String organ) {
            calls.add("lapsed " + organ);
            return "REFUSED";
        }
    }

    /** Stands for the records of the correction. */
    public class Correction {

        public void remindApplicant(String caseId, String applicant) {
            calls.add("remind " + applicant);
        }

        public String lapse(String caseId, String stage, String applicant) {
            calls.add("lapse " + stage);
            return "LAPSED";
        }
    }

    /** Stands for the routing. */
    public static class Desk {

        public String unit(String code) {
            return "unit " + code;
        }

        public String leader(String code) {
            return "leader " + code;
        }
    }

    /** Stands for the calendar. */
    public static class Deadlines {

        public Date within(String setting) {
            return setting.equals("correction.limit-days") ? CORRECTION_DUE : REMINDER_DUE;
        }
    }

    /** Stands for the statutory clock. */
    public class Clock {

        public void start(DelegateExecution execution, String stage, String setting) {
            calls.add("start " + stage + " " + setting);
        }

        public void stop(DelegateExecution execution, String stage, String reason) {
            calls.add("stop " + stage + " " + reason);
        }

        public void resume(DelegateExecution execution, String stage) {
            calls.add("resume " + stage);
        }

        public void end(DelegateExecution execution, String stage) {
            calls.add("end " + stage);
        }

        public Date due(DelegateExecution execution, String stage) {
            return ACCEPTANCE_DUE;
        }
    }

    /** Stands for the documents that are issued. */
    public class Documents {

        public String issue(DelegateExecution execution, String kind, String organ, String addressee) {
            calls.add("issue %s %s %s".formatted(kind, organ, addressee));
            return "1";
        }
    }
}
