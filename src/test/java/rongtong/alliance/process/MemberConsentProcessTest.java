package rongtong.alliance.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code member-consent.bpmn}, with both timers. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/alliance/member-consent.bpmn")
class MemberConsentProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000001";

    final List<String> calls = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Routing.connect();
        Mocks.register("memberSteps", new MemberSteps());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void theCandidateAnswersItself() {
        var consent = start();
        assertThat(task("answerInvitation", consent))
                .hasCandidateGroup("unit ent-000410")
                .hasDueDate(Routing.DEADLINE);

        complete(task("answerInvitation", consent));

        assertThat(consent).hasPassed("answered").isEnded();
        Assertions.assertThat(calls).isEmpty();
    }

    @Test
    void theReminderComesBeforeTheDeadlineAndLeavesTheStepOpen() {
        var consent = start();
        var reminder = timer(consent, "reminderDue");
        Assertions.assertThat(reminder.getDuedate()).isEqualTo(Routing.REMINDER);

        managementService().executeJob(reminder.getId());

        assertThat(consent).hasPassed("remindCandidate").isWaitingAtExactly("answerInvitation");
        Assertions.assertThat(calls).containsExactly("remindCandidate " + CASE + " ent-000410");
    }

    @Test
    void silenceUntilTheDeadlineEndsTheStep() {
        var consent = start();
        var deadline = timer(consent, "consentOverdue");
        Assertions.assertThat(deadline.getDuedate()).isEqualTo(Routing.DEADLINE);

        managementService().executeJob(deadline.getId());

        assertThat(consent).hasPassed("recordSilence", "silent").isEnded();
        Assertions.assertThat(calls).containsExactly("recordSilence " + CASE + " ent-000410");
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "member-consent",
                        CASE,
                        withVariables("caseId", CASE, "jurisdiction", "LN", "unit", "ent-000410"));
    }

    private static Job timer(ProcessInstance consent, String id) {
        return managementService()
                .createJobQuery()
                .processInstanceId(consent.getId())
                .activityId(id)
                .singleResult();
    }

    /** Stands for the records of members. */
    public class MemberSteps {

        public void remindCandidate(String caseId, String unit) {
            calls.add("remindCandidate %s %s".formatted(caseId, unit));
        }

        public void recordSilence(String caseId, String unit) {
            calls.add("recordSilence %s %s".formatted(caseId, unit));
        }
    }
}
