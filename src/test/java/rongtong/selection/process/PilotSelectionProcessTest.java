package rongtong.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static rongtong.selection.process.SelectionProcess.CONVENER;
import static rongtong.selection.process.SelectionProcess.LEADER;
import static rongtong.selection.process.SelectionProcess.complete;
import static rongtong.selection.process.SelectionProcess.due;
import static rongtong.selection.process.SelectionProcess.open;
import static rongtong.selection.process.SelectionProcess.start;

import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code pilot-selection.bpmn} with the steps replaced. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(
        resources = {
            "bpmn/selection/pilot-selection.bpmn",
            "bpmn/selection/selection-call.bpmn",
            "bpmn/selection/selection-window.bpmn",
            "bpmn/selection/selection-review.bpmn",
            "bpmn/selection/selection-decision.bpmn",
            "bpmn/selection/selection-notice.bpmn",
            "bpmn/workflow/countersign.bpmn",
            "bpmn/workflow/decision-document.bpmn"
        })
class PilotSelectionProcessTest {

    final SelectionProcess round = new SelectionProcess();

    @BeforeEach
    void connectBeans() {
        round.connectBeans();
        SelectionProcess.deployNotice();
    }

    @AfterEach
    void forgetBeans() {
        SelectionProcess.removeNotice();
        SelectionProcess.forgetBeans();
    }

    @Test
    void fromTheCallToThePublishedResult() {
        var selection = closed();
        complete("confirmEntries", CONVENER, Map.of("hasEntries", true));
        complete("formPanels", CONVENER, Map.of());
        SelectionProcess.scored();
        complete("proposeList", CONVENER, Map.of());
        round.countersign();
        complete("decideJointly", LEADER, Map.of("jointDecision", "CONFIRM"));
        SelectionProcess.noticeOver(false, false);
        round.sign();

        assertThat(selection).isEnded().hasPassed("resultPublished");
        assertThat(round.called)
                .containsExactly(
                        "askOpinionsOnCall",
                        "publishCall selection-call〔2026〕1号",
                        "remindWriters",
                        "closeWindow",
                        "lapseWriting",
                        "beginReviews",
                        "computeRanking",
                        "openProposals",
                        "askOpinionsOnList",
                        "draftNotice",
                        "publishResult selection-result〔2026〕1号");
        SelectionProcess.nothingIsLeft();
    }

    @Test
    void aRoundCancelledWhileExpertsScoreTellsAllAndNobodyWaits() {
        var selection = closed();
        complete("confirmEntries", CONVENER, Map.of("hasEntries", true));
        complete("formPanels", CONVENER, Map.of());

        cancel(selection);

        assertThat(round.called).endsWith("cancelRound");
        SelectionProcess.nothingIsLeft();
    }

    @Test
    void aRoundWithoutEntriesEndsThere() {
        var selection = closed();

        complete("confirmEntries", CONVENER, Map.of("hasEntries", false));

        assertThat(selection).isEnded().hasPassed("endWithoutEntries", "noEntries");
        assertThat(round.called).endsWith("endWithoutEntries");
        SelectionProcess.nothingIsLeft();
    }

    @Test
    void aRoundCancelledWhileApplicationsAreReceivedTellsThem() {
        var selection = published();

        cancel(selection);

        assertThat(selection).isEnded().hasPassed("cancelRound");
        assertThat(round.called).endsWith("cancelRound");
        SelectionProcess.nothingIsLeft();
    }

    @Test
    void aRoundCancelledDuringTheCountersignAsksNobodyAnyMore() {
        var selection = start("pilot-selection");

        cancel(selection);

        assertThat(open()).isEmpty();
        SelectionProcess.nothingIsLeft();
    }

    ProcessInstance published() {
        var selection = start("pilot-selection");
        round.countersign();
        complete("settleCall", CONVENER, Map.of("callDecision", "PUBLISH"));
        round.sign();
        assertThat(open()).containsExactly("watchWindow");
        return selection;
    }

    ProcessInstance closed() {
        var selection = published();
        due("2026-12-31T17:01:00");
        assertThat(open()).containsExactly("confirmEntries");
        return selection;
    }

    static void cancel(ProcessInstance selection) {
        runtimeService()
                .createMessageCorrelation("caseWithdrawn")
                .processInstanceId(selection.getId())
                .correlate();
    }
}
