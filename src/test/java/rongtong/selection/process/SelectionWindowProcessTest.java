package rongtong.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static rongtong.selection.process.SelectionProcess.CONVENER;
import static rongtong.selection.process.SelectionProcess.complete;
import static rongtong.selection.process.SelectionProcess.due;
import static rongtong.selection.process.SelectionProcess.open;
import static rongtong.selection.process.SelectionProcess.start;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code selection-window.bpmn} with the steps replaced. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/selection/selection-window.bpmn")
class SelectionWindowProcessTest {

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
    void writersAreRemindedOnceAndTheWindowClosesByItselfAtTheMinute() {
        var window = start("selection-window");

        assertThat(due("2026-12-28T16:59:59")).isEmpty();
        assertThat(due("2026-12-28T17:00:00")).containsExactly("reminderDue");
        assertThat(open()).containsExactly("watchWindow");
        assertThat(due("2026-12-31T16:59:59")).isEmpty();
        assertThat(due("2026-12-31T17:00:00")).containsExactly("windowEnds");

        assertThat(open()).isEmpty();
        assertThat(window).isWaitingAt("graceOver");
        assertThat(round.called).containsExactly("remindWriters", "closeWindow");
    }

    @Test
    void submissionsInFlightHaveTheirGraceBeforeTheOthersLapse() {
        var window = start("selection-window");
        due("2026-12-31T17:00:00");

        assertThat(due("2026-12-31T17:00:59")).isEmpty();
        assertThat(due("2026-12-31T17:01:00")).containsExactly("graceOver");

        assertThat(round.called).containsExactly("remindWriters", "closeWindow", "lapseWriting");
        assertThat(window).isEnded();
        SelectionProcess.nothingIsLeft();
    }

    @Test
    void anExtensionMovesReminderAndEndAndIsTold() {
        var window = start("selection-window");
        due("2026-12-28T17:00:00");

        round.closesAt = "2027-01-15T17:00:00";
        complete("watchWindow", CONVENER, Map.of());

        assertThat(open()).containsExactly("watchWindow");
        assertThat(due("2026-12-31T17:00:00")).containsExactly("tellExtension");
        assertThat(due("2027-01-12T17:00:00")).containsExactly("reminderDue");
        assertThat(due("2027-01-15T17:01:00")).containsExactly("windowEnds", "graceOver");
        assertThat(round.called)
                .containsExactly("remindWriters", "tellExtension", "remindWriters", "closeWindow", "lapseWriting");
        assertThat(window).isEnded();
    }

    @Test
    void itMayBeExtendedAgainAndAgain() {
        start("selection-window");
        for (var end : new String[] {"2027-01-05T17:00:00", "2027-01-10T17:00:00"}) {
            round.closesAt = end;
            complete("watchWindow", CONVENER, Map.of());
        }

        assertThat(due("2027-01-05T17:00:00")).containsExactlyInAnyOrder("tellExtension", "tellExtension");
        assertThat(open()).containsExactly("watchWindow");
    }
}
