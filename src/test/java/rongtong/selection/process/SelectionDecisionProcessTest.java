package rongtong.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static rongtong.selection.process.SelectionProcess.CONVENER;
import static rongtong.selection.process.SelectionProcess.LEADER;
import static rongtong.selection.process.SelectionProcess.complete;
import static rongtong.selection.process.SelectionProcess.open;
import static rongtong.selection.process.SelectionProcess.start;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code selection-decision.bpmn} with the steps replaced. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/selection/selection-decision.bpmn", "bpmn/workflow/countersign.bpmn"})
class SelectionDecisionProcessTest {

    final SelectionProcess round = new SelectionProcess();

    @BeforeEach
    void connectBeans() {
        round.connectBeans();
    }

    @AfterEach
    void forgetBeans() {
        SelectionProcess.forgetBeans();
    }

    @Test
    void theListIsHeardBeforeTheLeaderRecordsTheJointDecision() {
        var decision = start("selection-decision");
        complete("proposeList", CONVENER, Map.of());
        assertThat(open()).hasSize(4).containsOnly("giveOpinion");
        round.countersign();

        complete("decideJointly", LEADER, Map.of("jointDecision", "CONFIRM"));

        assertThat(decision).isEnded();
        assertThat(round.called).containsExactly("openProposals", "askOpinionsOnList");
    }

    @Test
    void aListThatIsSentBackIsHeardAgain() {
        var decision = start("selection-decision");
        complete("proposeList", CONVENER, Map.of());
        round.countersign();
        complete("decideJointly", LEADER, Map.of("jointDecision", "RETURN"));
        assertThat(open()).containsExactly("proposeList");

        complete("proposeList", CONVENER, Map.of());
        round.countersign();
        complete("decideJointly", LEADER, Map.of("jointDecision", "CONFIRM"));

        assertThat(decision).isEnded();
        assertThat(round.called).containsExactly("openProposals", "askOpinionsOnList", "askOpinionsOnList");
    }

    @Test
    void whoStaysSilentHoldsNothingUp() {
        start("selection-decision");
        complete("proposeList", CONVENER, Map.of());

        SelectionProcess.due("2100-01-01T00:00:00");

        assertThat(open()).containsExactly("decideJointly");
        assertThat(round.called).endsWith("recordSilence proposal");
    }
}
