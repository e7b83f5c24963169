package rongtong.alliance.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code council.bpmn}; the vote is counted by the test. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/alliance/council.bpmn", "bpmn/workflow/council-vote.bpmn"})
class CouncilProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000003";

    final Deque<Boolean> counts = new ArrayDeque<>();
    final List<String> calls = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Mocks.register("councilSteps", new Steps());
        Mocks.register("voteSteps", new Votes());
        Mocks.register("desk", new LeadUnitProcessTest.Desk());
        Mocks.register("deadlines", new LeadUnitProcessTest.Deadlines());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    @DisplayName(
            "R-LNA-22 R-LNA-30 units and departments name their people at the same time, the meeting waits for all")
    void theMeetingWaitsForAllUnitsAndDepartments() {
        var council = start();
        Assertions.assertThat(open("nameSeatHolder")).hasSize(2);
        Assertions.assertThat(open("nameGovernmentRepresentative")).hasSize(3);

        open("nameSeatHolder").forEach(taskService()::complete);

        assertThat(council).isWaitingAt("nameGovernmentRepresentative").hasNotPassed("conveneFoundingMeeting");
        open("nameGovernmentRepresentative").forEach(taskService()::complete);
        assertThat(council).isWaitingAtExactly("conveneFoundingMeeting");
    }

    @Test
    @DisplayName("R-LNA-23 the chair unit convenes; a carried resolution completes the council without committees")
    void aCarriedResolutionCompletesTheCouncil() {
        counts.add(true);
        var council = atTheMeeting();
        assertThat(task("conveneFoundingMeeting", council)).hasCandidateGroup("school-1:HANDLER");

        complete(task("conveneFoundingMeeting", council), withVariables("expertCommittees", "NO"));

        assertThat(council)
                .hasPassedInOrder("openCouncilVote", "councilVote", "recordCouncilResolution", "councilComplete")
                .hasNotPassed("proposeExperts")
                .isEnded();
        Assertions.assertThat(calls).containsExactly("open", "record true");
    }

    @Test
    @DisplayName("R-LNA-33 R-LNA-36 experts are proposed before the vote that appoints them")
    void expertsAreProposedBeforeTheVote() {
        counts.add(true);
        var council = atTheMeeting();
        complete(task("conveneFoundingMeeting", council), withVariables("expertCommittees", "YES"));

        assertThat(council).isWaitingAtExactly("proposeExperts").hasNotPassed("openCouncilVote");
        assertThat(task("proposeExperts", council)).hasCandidateGroup("school-1:HANDLER");
        complete(task("proposeExperts", council));

        assertThat(council)
                .hasPassedInOrder("proposeExperts", "councilVote", "councilComplete")
                .isEnded();
    }

    @Test
    void aResolutionThatIsNotCarriedGoesBackToTheChairUnit() {
        counts.addAll(List.of(false, true));
        var council = atTheMeeting();

        complete(task("conveneFoundingMeeting", council), withVariables("expertCommittees", "NO"));

        assertThat(council).isWaitingAtExactly("conveneFoundingMeeting").hasNotPassed("councilComplete");
        complete(task("conveneFoundingMeeting", council), withVariables("expertCommittees", "NO"));
        assertThat(council).isEnded();
        Assertions.assertThat(calls).containsExactly("open", "record false", "open", "record true");
    }

    private ProcessInstance atTheMeeting() {
        var council = start();
        open("nameSeatHolder").forEach(taskService()::complete);
        open("nameGovernmentRepresentative").forEach(taskService()::complete);
        return council;
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "council",
                        CASE,
                        withVariables("caseId", CASE, "jurisdiction", "LN", "demandDepartment", "LN-IIT"));
    }

    private static List<String> open(String step) {
        return taskService().createTaskQuery().taskDefinitionKey(step).list().stream()
                .map(org.camunda.bpm.engine.task.Task::getId)
                .toList();
    }

    /** Stands for the steps of the module. */
    public class Steps {

        public List<String> memberUnits(String caseId) {
            return List.of("school-1", "ent-1");
        }

        public List<String> departments(String jurisdiction, String demandDepartment) {
            return List.of(demandDepartment, jurisdiction + "-EDU", jurisdiction + "-STI");
        }

        public String chairUnit(String caseId) {
            return "school-1";
        }

        public void openCouncilVote(String caseId) {
            calls.add("open");
        }

        public void recordCouncilResolution(String caseId, boolean carried) {
            calls.add("record " + carried);
        }
    }

    /** A vote without voters, whose result the test says. */
    public class Votes {

        public List<String> voters(String caseId, String subject) {
            return List.of();
        }

        public boolean countVote(String caseId, String subject) {
            Assertions.assertThat(subject).isEqualTo("council");
            return counts.remove();
        }
    }
}
