package rongtong.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static rongtong.selection.process.SelectionProcess.CONVENER;
import static rongtong.selection.process.SelectionProcess.LEADER;
import static rongtong.selection.process.SelectionProcess.complete;
import static rongtong.selection.process.SelectionProcess.open;
import static rongtong.selection.process.SelectionProcess.start;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code selection-call.bpmn} with the steps replaced. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(
        resources = {
            "bpmn/selection/selection-call.bpmn",
            "bpmn/workflow/countersign.bpmn",
            "bpmn/workflow/decision-document.bpmn"
        })
class SelectionCallProcessTest {

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
    @DisplayName("R-JL-35: the other leads and the participants are heard before the leader signs the call")
    void theCallIsCountersignedSignedAndPublished() {
        var call = start("selection-call");

        assertThat(open()).hasSize(4).containsOnly("giveOpinion");
        round.countersign();
        complete("settleCall", CONVENER, Map.of("callDecision", "PUBLISH"));
        round.sign();

        assertThat(call).isEnded().hasPassedInOrder("hearDepartments", "settleCall", "issueCall", "publishCall");
        assertThat(round.called).containsExactly("askOpinionsOnCall", "publishCall selection-call〔2026〕1号");
    }

    @Test
    void aRevisedCallIsCountersignedAgain() {
        var call = start("selection-call");
        round.countersign();
        complete("settleCall", CONVENER, Map.of("callDecision", "REVISE"));
        complete("reviseCall", CONVENER, Map.of());

        assertThat(open()).hasSize(4).containsOnly("giveOpinion");
        round.countersign();
        complete("settleCall", CONVENER, Map.of("callDecision", "PUBLISH"));
        round.sign();

        assertThat(call).isEnded();
        assertThat(round.called)
                .containsExactly("askOpinionsOnCall", "askOpinionsOnCall", "publishCall selection-call〔2026〕1号");
    }

    @Test
    void theLeaderSendsTheCallBackToTheDraft() {
        var call = start("selection-call");
        round.countersign();
        complete("settleCall", CONVENER, Map.of("callDecision", "PUBLISH"));
        complete("draftDocument", CONVENER, Map.of());
        complete("signDocument", LEADER, Map.of("documentDecision", "RETURN"));

        assertThat(open()).containsExactly("draftDocument");
        round.sign();
        assertThat(call).isEnded();
    }

    @Test
    void aCallSignedAfterItsWindowIsNotPublishedButRevised() {
        round.inTime = false;
        var call = start("selection-call");
        round.countersign();
        complete("settleCall", CONVENER, Map.of("callDecision", "PUBLISH"));
        round.sign();

        assertThat(open()).containsExactly("reviseCall");
        assertThat(round.called).containsExactly("askOpinionsOnCall");
        round.inTime = true;
        complete("reviseCall", CONVENER, Map.of());
        round.countersign();
        complete("settleCall", CONVENER, Map.of("callDecision", "PUBLISH"));
        round.sign();
        assertThat(call).isEnded();
    }

    @Test
    void whereOneDepartmentLeadsAloneNobodyIsAsked() {
        round.asked = List.of();

        start("selection-call");

        assertThat(open()).containsExactly("settleCall");
    }

    @Test
    void whoStaysSilentHoldsNothingUp() {
        start("selection-call");

        SelectionProcess.due("2100-01-01T00:00:00");

        assertThat(round.called).containsExactly("askOpinionsOnCall", "recordSilence call");
        assertThat(open()).containsExactly("settleCall");
    }
}
