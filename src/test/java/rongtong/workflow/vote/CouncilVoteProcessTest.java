package rongtong.workflow.vote;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code council-vote.bpmn}. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/workflow/council-vote.bpmn")
class CouncilVoteProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000005";

    final List<String> calls = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Mocks.register("voteSteps", new Steps());
        Mocks.register("desk", new Desk());
        Mocks.register("deadlines", new Deadlines());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void isCountedWhenTheLastUnitHasVoted() {
        var vote = start();
        var ballots = ballots();
        Assertions.assertThat(ballots).hasSize(3);

        taskService().complete(ballots.get(0).getId());
        taskService().complete(ballots.get(1).getId());
        assertThat(vote).isWaitingAt("castBallot").hasNotPassed("countVote");
        taskService().complete(ballots.get(2).getId());

        assertThat(vote)
                .hasPassedInOrder("castBallot", "countVote", "voteCounted")
                .isEnded();
        Assertions.assertThat(calls).containsExactly("count charter");
    }

    @Test
    void recordsWhoIsAbsentWhenTheTimeIsUp() {
        var vote = start();
        taskService().complete(ballots().getFirst().getId());

        execute(job("voteClosed", vote));

        assertThat(vote)
                .hasPassedInOrder("recordAbsence", "countVote", "voteCounted")
                .isEnded();
        Assertions.assertThat(ballots()).isEmpty();
        Assertions.assertThat(calls).containsExactly("absence charter", "count charter");
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "council-vote",
                        CASE,
                        withVariables("caseId", CASE, "jurisdiction", "LN", "subject", "charter"));
    }

    private static List<Task> ballots() {
        return taskService().createTaskQuery().taskDefinitionKey("castBallot").list();
    }

    /** Stands for the steps of the vote. */
    public class Steps {

        public List<String> voters(String caseId, String subject) {
            return List.of("school-1", "ent-1", "ent-2");
        }

        public void recordAbsence(String caseId, String subject) {
            calls.add("absence " + subject);
        }

        public boolean countVote(String caseId, String subject) {
            calls.add("count " + subject);
            return true;
        }
    }

    /** Stands for the desk. */
    public static class Desk {

        public String unit(String organization) {
            return organization + ":APPLICANT";
        }
    }

    /** Stands for the deadlines. */
    public static class Deadlines {

        public Date within(String setting) {
            Assertions.assertThat(setting).isEqualTo("council.vote-days");
            return new Date(4_000_000_000_000L);
        }
    }
}
