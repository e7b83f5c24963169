package rongtong.factory.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static rongtong.factory.process.IncomeProcess.CASE;
import static rongtong.factory.process.IncomeProcess.FINANCE;
import static rongtong.factory.process.IncomeProcess.SCHOOL;
import static rongtong.factory.process.IncomeProcess.atTime;
import static rongtong.factory.process.IncomeProcess.complete;
import static rongtong.factory.process.IncomeProcess.date;
import static rongtong.factory.process.IncomeProcess.nothingIsLeft;
import static rongtong.factory.process.IncomeProcess.open;
import static rongtong.factory.process.IncomeProcess.withdraw;

import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code factory-yearly-statement.bpmn} while the time goes by. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/factory/factory-yearly-statement.bpmn", "bpmn/factory/factory-rectification.bpmn"})
class FactoryYearlyStatementProcessTest {

    final IncomeProcess process = new IncomeProcess();

    @BeforeEach
    void connectBeans() {
        process.connectBeans();
    }

    @AfterEach
    void forgetBeans() {
        IncomeProcess.forgetBeans();
    }

    @Test
    @DisplayName("R-JL-12 a statement in time is written by the school and noted by finance; nobody is reminded")
    void writtenAndNoted() {
        var statement = announced();
        assertThat(open("writeStatement")).hasDueDate(date("2027-03-31T18:00"));
        Assertions.assertThat(atTime("2027-02-01T09:00")).isEmpty();
        complete("writeStatement", SCHOOL, Map.of("alarmed", false));
        Assertions.assertThat(atTime("2028-01-01T09:00"))
                .as("the timers went with the step")
                .isEmpty();
        assertThat(open("takeNote")).hasDueDate(IncomeProcess.DUE);
        complete("takeNote", FINANCE, Map.of());

        assertThat(statement)
                .hasPassedInOrder("writeStatement", "takeNote", "stated")
                .hasNotPassed("remindSchool", "markOverdue", "rectify", "withdrawal")
                .isEnded();
        verifyNoInteractions(process.timeline, process.documents);
        nothingIsLeft();
    }

    @Test
    @DisplayName("R-JL-12 lost value is put right after finance has seen the statement")
    void lostValueIsPutRight() {
        var statement = announced();
        complete("writeStatement", SCHOOL, Map.of("alarmed", true));
        verifyNoInteractions(process.documents);
        complete("takeNote", FINANCE, Map.of());
        verify(process.documents).issue(CASE, "rectification-notice", FINANCE, "", Map.of());
        complete("putRight", SCHOOL, Map.of());
        complete("confirmRectification", FINANCE, Map.of("rectification", "AGAIN"));
        complete("putRight", SCHOOL, Map.of());
        assertThat(statement).isWaitingAt("rectify").hasNotPassed("rectified");
        complete("confirmRectification", FINANCE, Map.of("rectification", "DONE"));

        assertThat(statement)
                .hasPassedInOrder("takeNote", "rectify", "rectified")
                .hasNotPassed("stated")
                .isEnded();
        nothingIsLeft();
    }

    @Test
    @DisplayName("D11 the school is reminded once, two weeks before the limit, and still writes the statement")
    void theSchoolIsReminded() {
        var statement = announced();
        Assertions.assertThat(atTime("2027-03-17T08:59")).isEmpty();
        Assertions.assertThat(atTime("2027-03-17T09:00")).containsExactly("remind");
        Assertions.assertThat(atTime("2027-04-30T09:00")).as("once").isEmpty();

        verify(process.timeline).note(CASE, "reminded", SCHOOL, null);
        verifyNoMoreInteractions(process.timeline);
        assertThat(statement).hasPassed("remindSchool", "reminded").isWaitingAt("writeStatement");
        complete("writeStatement", SCHOOL, Map.of("alarmed", false));
        complete("takeNote", FINANCE, Map.of());
        assertThat(statement).hasPassed("stated").isEnded();
        nothingIsLeft();
    }

    @Test
    @DisplayName("D11 what is missing at the end of the year is marked to both, and can still be written")
    void whatIsMissingIsMarked() {
        var statement = announced();
        Assertions.assertThat(atTime("2027-12-31T08:59")).containsExactly("remind");
        Assertions.assertThat(atTime("2027-12-31T09:00")).containsExactly("yearOver");
        Assertions.assertThat(atTime("2028-12-31T09:00")).as("once").isEmpty();

        verify(process.timeline).note(CASE, "overdue", SCHOOL, null);
        verify(process.timeline).note(CASE, "overdue", FINANCE, null);
        assertThat(statement).hasPassed("markOverdue").isWaitingAt("writeStatement");
        complete("writeStatement", SCHOOL, Map.of("alarmed", false));
        complete("takeNote", FINANCE, Map.of());
        assertThat(statement).hasPassedInOrder("markOverdue", "stated").isEnded();
        nothingIsLeft();
    }

    @Test
    @DisplayName("D11 a statement of a past year is reminded of, and marked only after it is due")
    void aPastYearIsNotMarkedBeforeItIsDue() {
        var statement = begun("2028-01-05T10:00");
        assertThat(open("writeStatement")).hasDueDate(IncomeProcess.LATE);
        Assertions.assertThat(atTime("2028-01-06T09:00")).containsExactly("remind");
        Assertions.assertThat(atTime("2028-01-14T18:00")).isEmpty();
        verify(process.timeline, never()).note(any(), eq("overdue"), any(), any());
        Assertions.assertThat(atTime("2028-01-15T09:00")).containsExactly("yearOver");

        assertThat(statement).hasPassedInOrder("remindSchool", "markOverdue");
    }

    @Test
    void takenBackBeforeItIsWritten() {
        var statement = announced();
        withdraw(statement);

        verify(process.statements).abandon(CASE);
        verify(process.incomes, never()).withdraw(CASE);
        assertThat(statement)
                .hasPassedInOrder("withdrawalRequested", "closeStatement", "withdrawn")
                .hasNotPassed("remindSchool", "takeNote")
                .isEnded();
        Assertions.assertThat(atTime("2028-12-31T09:00")).isEmpty();
        nothingIsLeft();
    }

    @Test
    void takenBackBeforeFinanceHasNotedIt() {
        var statement = announced();
        complete("writeStatement", SCHOOL, Map.of("alarmed", false));
        withdraw(statement);

        verify(process.statements).abandon(CASE);
        assertThat(statement).hasPassed("withdrawn").hasNotPassed("stated").isEnded();
        nothingIsLeft();
    }

    private static ProcessInstance announced() {
        return begun("2026-10-01T08:30");
    }

    /** The statement of 2026, begun at a time. */
    private static ProcessInstance begun(String china) {
        atTime(china);
        return IncomeProcess.start("factory-yearly-statement", Map.of("year", 2026, "factory", "factory-1"));
    }
}
