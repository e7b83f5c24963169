package rongtong.alliance.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code charter.bpmn}; comments need no answer, the vote is counted by the test. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/alliance/charter.bpmn", "bpmn/workflow/council-vote.bpmn"})
class CharterProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000004";

    final Deque<Boolean> counts = new ArrayDeque<>();
    final List<String> calls = new ArrayList<>();
    String countersign = "";

    @BeforeEach
    void connectBeans() {
        Mocks.register("charterSteps", new Steps());
        Mocks.register("voteSteps", new Votes());
        Mocks.register("desk", new LeadUnitProcessTest.Desk());
        Mocks.register("deadlines", new LeadUnitProcessTest.Deadlines());
        countersign = repositoryService()
                .createDeployment()
                .addModelInstance(
                        "countersign.bpmn",
                        Bpmn.createExecutableProcess("countersign")
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("giveOpinion")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
        repositoryService().deleteDeployment(countersign, true);
    }

    @Test
    @DisplayName("R-LNA-21 R-LNA-41 drafted, commented, voted on; only then the rules, then the filing")
    void anAdoptedCharterIsFollowedByTheRulesAndFiled() {
        counts.add(true);
        var charter = start();
        assertThat(task("draftCharter", charter)).hasCandidateGroup("school-1:HANDLER");

        draftAndFinalise(charter);
        assertThat(charter).isWaitingAtExactly("writeRules");
        complete(task("writeRules", charter));
        assertThat(task("fileCharter", charter)).hasCandidateGroup("LN education");
        complete(task("fileCharter", charter), withVariables("filingDecision", "ACCEPT_FILING"));

        assertThat(charter)
                .hasPassedInOrder(
                        "draftCharter",
                        "openComments",
                        "commentRound",
                        "finaliseCharter",
                        "openCharterVote",
                        "charterVote",
                        "recordCharterResolution",
                        "writeRules",
                        "fileCharter",
                        "charterFiled")
                .isEnded();
        Assertions.assertThat(calls).containsExactly("openComments", "openCharterVote", "record true");
    }

    @Test
    @DisplayName("R-LNA-21 without a carried resolution there is no charter: back to the draft")
    void aCharterThatIsNotCarriedGoesBackToTheDraft() {
        counts.addAll(List.of(false, true));
        var charter = start();

        draftAndFinalise(charter);

        assertThat(charter).isWaitingAtExactly("draftCharter").hasNotPassed("writeRules");
        draftAndFinalise(charter);
        assertThat(charter).isWaitingAtExactly("writeRules");
    }

    @Test
    @DisplayName("R-LNA-21 a charter returned by the filing department is voted on again")
    void aReturnedCharterIsVotedOnAgain() {
        counts.addAll(List.of(true, true));
        var charter = start();
        draftAndFinalise(charter);
        complete(task("writeRules", charter));

        complete(task("fileCharter", charter), withVariables("filingDecision", "RETURN"));

        assertThat(charter).isWaitingAtExactly("finaliseCharter").hasNotPassed("charterFiled");
        complete(task("finaliseCharter", charter));
        assertThat(charter).isWaitingAtExactly("writeRules");
        Assertions.assertThat(calls)
                .containsExactly("openComments", "openCharterVote", "record true", "openCharterVote", "record true");
    }

    private static void draftAndFinalise(ProcessInstance charter) {
        complete(task("draftCharter", charter));
        assertThat(charter).isWaitingAtExactly("commentRound");
        complete(org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService()
                .createTaskQuery()
                .taskDefinitionKey("giveOpinion")
                .singleResult());
        complete(task("finaliseCharter", charter));
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey("charter", CASE, withVariables("caseId", CASE, "jurisdiction", "LN"));
    }

    /** Stands for the steps of the module. */
    public class Steps {

        public String secretariat(String caseId) {
            return "school-1";
        }

        public void openComments(String caseId) {
            calls.add("openComments");
        }

        public void openCharterVote(String caseId) {
            calls.add("openCharterVote");
        }

        public void recordCharterResolution(String caseId, boolean carried) {
            calls.add("record " + carried);
        }
    }

    /** A vote without voters, whose result the test says. */
    public class Votes {

        public List<String> voters(String caseId, String subject) {
            return List.of();
        }

        public boolean countVote(String caseId, String subject) {
            Assertions.assertThat(subject).isEqualTo("charter");
            return counts.remove();
        }
    }
}
