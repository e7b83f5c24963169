package rongtong.alliance.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code review-meeting.bpmn} with the real countersign. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/alliance/review-meeting.bpmn", "bpmn/workflow/countersign.bpmn"})
class ReviewMeetingProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000001";

    @BeforeEach
    void connectBeans() {
        Routing.connect();
        Mocks.register("countersignSteps", new CountersignSteps());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    @DisplayName(
            "R-LNA-10 the demand department meets with education and science, each states its opinion, then it decides")
    void theThreeSidesSpeakBeforeTheDecision() {
        var meeting = start();
        assertThat(task("arrangeMeeting", meeting))
                .hasCandidateGroup("unit LN-IIT")
                .hasDueDate(Routing.DEADLINE);

        complete(task("arrangeMeeting", meeting));
        assertThat(meeting).isWaitingAt("gatherOpinions").hasNotPassed("decideField");
        speak();
        complete(task("decideField", meeting), withVariables("fieldDecision", "BUILD"));
        assertThat(task("confirmDecision", meeting)).hasCandidateGroup("leader LN-IIT");
        complete(task("confirmDecision", meeting), withVariables("confirmation", "CONFIRM"));

        assertThat(meeting)
                .hasPassedInOrder("arrangeMeeting", "gatherOpinions", "decideField", "confirmDecision", "decided")
                .isEnded();
    }

    @Test
    void theLeaderMayReturnTheDecision() {
        var meeting = start();
        complete(task("arrangeMeeting", meeting));
        speak();
        complete(task("decideField", meeting), withVariables("fieldDecision", "BUILD"));

        complete(task("confirmDecision", meeting), withVariables("confirmation", "RETURN"));

        assertThat(meeting).isWaitingAtExactly("decideField");
        assertThat(task("decideField", meeting)).hasCandidateGroup("unit LN-IIT");
        complete(task("decideField", meeting), withVariables("fieldDecision", "NOT_NOW"));
        complete(task("confirmDecision", meeting), withVariables("confirmation", "CONFIRM"));
        assertThat(meeting).isEnded();
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "review-meeting",
                        CASE,
                        withVariables(
                                "caseId",
                                CASE,
                                "jurisdiction",
                                "LN",
                                "demandDepartment",
                                "LN-IIT",
                                "initiator",
                                "LN-IIT"));
    }

    private static void speak() {
        var opinions =
                taskService().createTaskQuery().taskDefinitionKey("giveOpinion").list();
        Assertions.assertThat(opinions).hasSize(3);
        opinions.forEach(opinion -> complete(opinion));
    }

    /** Stands for the countersign's records. */
    public static class CountersignSteps {

        public List<String> units(String caseId, String subject) {
            return List.of("LN-IIT", "LN-EDU", "LN-STI");
        }
    }
}
