package rongtong.factory.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static rongtong.factory.process.IncomeProcess.CASE;
import static rongtong.factory.process.IncomeProcess.FINANCE;
import static rongtong.factory.process.IncomeProcess.SCHOOL;
import static rongtong.factory.process.IncomeProcess.complete;
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
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/** Walks every path of {@code factory-income-filing.bpmn} and of {@code factory-rectification.bpmn}, which it calls. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/factory/factory-income-filing.bpmn", "bpmn/factory/factory-rectification.bpmn"})
class FactoryIncomeProcessTest {

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
    @DisplayName("R-JL-16 a return is filed with a receipt, and only then booked")
    void filedThenBooked() {
        var filing = start();
        assertThat(open("fileIncome")).hasDueDate(IncomeProcess.DUE);
        verifyNoInteractions(process.documents);
        complete("fileIncome", FINANCE, Map.of("filing", "FILE"));
        verify(process.documents).issue(CASE, "filing-receipt", FINANCE, "", Map.of());
        complete("bookIncome", SCHOOL, Map.of("alarmed", false));

        assertThat(filing)
                .hasPassedInOrder("fileIncome", "issueReceipt", "bookIncome", "rectified")
                .hasNotPassed("correctReport", "rectify", "booked", "withdrawal")
                .isEnded();
        nothingIsLeft();
    }

    @Test
    @DisplayName(
            "R-JL-16 what finance wants corrected is reported again, as often as it takes, and has no receipt before")
    void aCorrectedReportComesBackToFinance() {
        var filing = start();
        for (int round = 0; round < 2; round++) {
            complete("fileIncome", FINANCE, Map.of("filing", "CORRECT"));
            assertThat(filing).hasNotPassed("issueReceipt");
            complete("correctReport", SCHOOL, Map.of());
        }
        verifyNoInteractions(process.documents);
        complete("fileIncome", FINANCE, Map.of("filing", "FILE"));
        complete("bookIncome", SCHOOL, Map.of("alarmed", false));

        assertThat(filing).hasPassedInOrder("correctReport", "issueReceipt").isEnded();
        verify(process.documents).issue(CASE, "filing-receipt", FINANCE, "", Map.of());
    }

    @Test
    @DisplayName("R-JL-11 R-JL-12 an alarm is put right before finance, of the same level, until it is content")
    void anAlarmIsPutRight() {
        var filing = booked(true);
        verify(process.documents).issue(CASE, "rectification-notice", FINANCE, "", Map.of());
        complete("putRight", SCHOOL, Map.of());
        complete("confirmRectification", FINANCE, Map.of("rectification", "AGAIN"));
        assertThat(filing).isWaitingAt("rectify").hasNotPassed("booked");
        complete("putRight", SCHOOL, Map.of());
        assertThat(open("confirmRectification")).hasDueDate(IncomeProcess.DUE);
        complete("confirmRectification", FINANCE, Map.of("rectification", "DONE"));

        assertThat(filing)
                .hasPassedInOrder("bookIncome", "rectify", "booked")
                .hasNotPassed("rectified")
                .isEnded();
        verify(process.documents).issue(CASE, "rectification-notice", FINANCE, "", Map.of());
        nothingIsLeft();
    }

    @Test
    void theRectificationIsPartOfTheSameCase() {
        booked(true);

        var rectification = IncomeProcess.called("factory-rectification");

        Assertions.assertThat(rectification.getBusinessKey()).isEqualTo(CASE.toString());
        assertThat(rectification)
                .hasPassed("issueRectification")
                .isWaitingAt("putRight")
                .variables()
                .containsEntry("caseId", CASE.toString())
                .containsEntry("jurisdiction", "JL")
                .containsEntry("initiator", SCHOOL)
                .containsEntry("school", SCHOOL)
                .containsEntry("organ", FINANCE)
                .doesNotContainKey("alarmed");
    }

    @Test
    void theSchoolTakesBackWhatIsNotFiled() {
        var filing = start();
        withdraw(filing);

        verify(process.incomes).withdraw(CASE);
        verify(process.statements, never()).abandon(CASE);
        assertThat(filing)
                .hasPassedInOrder("withdrawalRequested", "closeWithdrawn", "withdrawn")
                .hasNotPassed("filed", "issueReceipt")
                .isEnded();
        nothingIsLeft();
    }

    @Test
    void theSchoolTakesItBackInsteadOfCorrectingIt() {
        var filing = start();
        complete("fileIncome", FINANCE, Map.of("filing", "CORRECT"));
        withdraw(filing);

        verify(process.incomes).withdraw(CASE);
        assertThat(filing).hasPassed("withdrawn").hasNotPassed("issueReceipt").isEnded();
        nothingIsLeft();
    }

    @Test
    @DisplayName("R-JL-11 a school cannot get round a rectification by taking the case back")
    void aRectificationCannotBeTakenBack() {
        var filing = booked(true);
        doThrow(new RuleViolation(Message.of("factory.alarm.no-withdrawal")))
                .when(process.incomes)
                .withdraw(CASE);

        Assertions.assertThatException()
                .isThrownBy(() -> withdraw(filing))
                .havingRootCause()
                .isInstanceOf(RuleViolation.class);

        assertThat(filing).isWaitingAt("rectify");
        open("putRight");
    }

    private static ProcessInstance start() {
        return IncomeProcess.start("factory-income-filing", Map.of());
    }

    private static ProcessInstance booked(boolean alarmed) {
        var filing = start();
        complete("fileIncome", FINANCE, Map.of("filing", "FILE"));
        complete("bookIncome", SCHOOL, Map.of("alarmed", alarmed));
        return filing;
    }
}
