package rongtong.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static rongtong.selection.process.SelectionProcess.CONVENER;
import static rongtong.selection.process.SelectionProcess.complete;
import static rongtong.selection.process.SelectionProcess.open;
import static rongtong.selection.process.SelectionProcess.scored;
import static rongtong.selection.process.SelectionProcess.start;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code selection-review.bpmn} with the steps replaced. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/selection/selection-review.bpmn")
class SelectionReviewProcessTest {

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
    void whenTheLastSheetIsInTheRankingIsComputed() {
        var review = start("selection-review");
        complete("formPanels", CONVENER, Map.of());
        assertThat(open()).isEmpty();
        assertThat(review).isWaitingAtExactly("awaitScores");

        scored();

        assertThat(review).isEnded();
        assertThat(round.called).containsExactly("beginReviews", "computeRanking");
    }

    @Test
    void whereSheetsLieTooFarApartASecondTurnMayBeOrderedOnce() {
        round.alarms = true;
        var review = start("selection-review");
        complete("formPanels", CONVENER, Map.of());
        scored();
        complete("orderSecondTurn", CONVENER, Map.of("secondTurnOrdered", true));
        assertThat(review).isWaitingAtExactly("awaitScores");

        round.alarms = false;
        scored();

        assertThat(review).isEnded();
        assertThat(round.called).containsExactly("beginReviews", "computeRanking", "beginReviews", "computeRanking");
    }

    @Test
    void theConvenerMayLeaveItAtOneTurn() {
        round.alarms = true;
        var review = start("selection-review");
        complete("formPanels", CONVENER, Map.of());
        scored();

        complete("orderSecondTurn", CONVENER, Map.of("secondTurnOrdered", false));

        assertThat(review).isEnded();
        assertThat(round.called).containsExactly("beginReviews", "computeRanking");
    }
}
