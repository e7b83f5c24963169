package rongtong.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static rongtong.selection.process.SelectionProcess.LEADER;
import static rongtong.selection.process.SelectionProcess.complete;
import static rongtong.selection.process.SelectionProcess.noticeOver;
import static rongtong.selection.process.SelectionProcess.open;
import static rongtong.selection.process.SelectionProcess.start;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code selection-notice.bpmn} with the steps and the general part replaced. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/selection/selection-notice.bpmn")
class SelectionNoticeProcessTest {

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
    void withoutAnObjectionTheListIsFinal() {
        var notice = start("selection-notice");

        noticeOver(false, false);

        assertThat(notice).isEnded();
        assertThat(round.called).containsExactly("draftNotice");
    }

    @Test
    void anUpheldObjectionAmendsTheListAndWhoMovesUpIsShownToo() {
        var notice = start("selection-notice");
        noticeOver(true, false);
        complete("amendList", LEADER, Map.of());
        assertThat(open()).containsExactly("noticeRuns");

        noticeOver(false, false);

        assertThat(notice).isEnded();
        assertThat(round.called).containsExactly("draftNotice", "draftNotice");
    }

    @Test
    void withoutAReserveTheAmendedListIsFinal() {
        var notice = start("selection-notice");
        noticeOver(true, false);
        round.toShow = false;

        complete("amendList", LEADER, Map.of());

        assertThat(notice).isEnded();
        assertThat(round.called).containsExactly("draftNotice");
    }

    @Test
    void anObjectionMayBeUpheldAgainstTheSupplementToo() {
        start("selection-notice");
        noticeOver(true, false);
        complete("amendList", LEADER, Map.of());

        noticeOver(true, false);

        assertThat(open()).containsExactly("amendList");
    }

    @Test
    void aNoticeThatIsWithdrawnIsAmendedAndShownAnew() {
        var notice = start("selection-notice");
        noticeOver(false, true);
        complete("amendList", LEADER, Map.of());
        noticeOver(false, false);

        assertThat(notice).isEnded();
        assertThat(round.called).containsExactly("draftNotice", "draftNotice");
    }

    @Test
    void whereNobodyIsSelectedThereIsNothingToShow() {
        round.toShow = false;

        assertThat(start("selection-notice")).isEnded();
        assertThat(round.called).isEmpty();
    }
}
