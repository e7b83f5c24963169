package rongtong.publicnotice.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code public-notice.bpmn}. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/publicnotice/public-notice.bpmn")
class PublicNoticeProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000001";
    static final Date OVER = Date.from(Instant.parse("2026-11-27T16:00:00Z"));

    final List<String> calls = new ArrayList<>();
    boolean upheld;

    @BeforeEach
    void connectBeans() {
        Mocks.register("noticeSteps", new Steps());
        Mocks.register("clock", new Clock());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void withoutObjectionsItEndsWithItsPeriod() {
        var notice = start();
        assertThat(notice).isWaitingAt("whatComesFirst");
        Assertions.assertThat(timer(notice).getDuedate()).isEqualTo(OVER);

        managementService().executeJob(timer(notice).getId());

        assertThat(notice)
                .hasPassedInOrder("publish", "periodOver", "close", "noticeClosed")
                .isEnded();
        assertThat(notice).variables().containsEntry("objectionsUpheld", false).containsEntry("noticeWithdrawn", false);
        Assertions.assertThat(calls).containsExactly("publish n1", "start 5", "close n1", "end");
    }

    @Test
    void anObjectionStopsTheClockUntilAllAreAnswered() {
        var notice = start();

        send("objectionRaised");

        assertThat(notice).isWaitingAt("objectionsAnswered");
        Assertions.assertThat(managementService().createJobQuery().count()).isZero();
        send("objectionsAnswered");

        assertThat(notice).isWaitingAt("whatComesFirst");
        Assertions.assertThat(calls).containsExactly("publish n1", "start 5", "stop OBJECTION", "resume");
        send("objectionRaised");
        send("objectionsAnswered");
        upheld = true;
        managementService().executeJob(timer(notice).getId());

        assertThat(notice).hasPassed("noticeClosed").isEnded();
        assertThat(notice).variables().containsEntry("objectionsUpheld", true);
    }

    @Test
    void theOrganWithdrawsItWhileThePeriodRuns() {
        var notice = start();

        send("noticeWithdrawn");

        assertThat(notice)
                .hasPassed("confirmWithdrawal", "noticeWithdrawal")
                .hasNotPassed("close", "noticeClosed")
                .isEnded();
        assertThat(notice).variables().containsEntry("objectionsUpheld", false).containsEntry("noticeWithdrawn", true);
        Assertions.assertThat(calls).containsExactly("publish n1", "start 5", "withdrawn n1", "end");
    }

    @Test
    void theOrganWithdrawsItWhileAnObjectionIsDealtWith() {
        var notice = start();
        send("objectionRaised");

        send("noticeWithdrawn");

        assertThat(notice).hasPassed("noticeWithdrawal").isEnded();
        Assertions.assertThatExceptionOfType(MismatchingMessageCorrelationException.class)
                .isThrownBy(() -> send("objectionsAnswered"));
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "public-notice",
                        CASE,
                        withVariables("caseId", CASE, "jurisdiction", "LN", "organ", "LN-EDU", "notice", "n1"));
    }

    private static void send(String message) {
        runtimeService()
                .createMessageCorrelation(message)
                .processInstanceVariableEquals("caseId", CASE)
                .correlate();
    }

    private static Job timer(ProcessInstance notice) {
        return managementService()
                .createJobQuery()
                .processInstanceId(notice.getId())
                .activityId("periodOver")
                .singleResult();
    }

    /** Stands for the records. */
    public class Steps {

        public int publish(String notice) {
            calls.add("publish " + notice);
            return 5;
        }

        public boolean close(String notice) {
            calls.add("close " + notice);
            return upheld;
        }

        public boolean confirmWithdrawal(String notice) {
            calls.add("withdrawn " + notice);
            return true;
        }
    }

    /** Stands for the statutory clock. */
    public class Clock {

        public void startPeriod(DelegateExecution execution, String stage, int days) {
            calls.add("start " + days);
        }

        public Date over(DelegateExecution execution, String stage) {
            return OVER;
        }

        public void stop(DelegateExecution execution, String stage, String reason) {
            calls.add("stop " + reason);
        }

        public void resume(DelegateExecution execution, String stage) {
            calls.add("resume");
        }

        public void end(DelegateExecution execution, String stage) {
            calls.add("end");
        }
    }
}
