package rongtong.publicnotice.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks every path of {@code notice-objection.bpmn}. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/publicnotice/notice-objection.bpmn")
class NoticeObjectionProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000002";
    static final Date DUE = Date.from(Instant.parse("2026-11-27T15:59:59Z"));

    final List<String> calls = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Mocks.register("noticeSteps", new Steps());
        Mocks.register("desk", new Desk());
        Mocks.register("clock", new Clock());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void whatIsNotAcceptedIsAnsweredAtOnce() {
        var objection = start();
        assertThat(task("investigateObjection", objection))
                .hasCandidateGroup("unit LN-EDU")
                .hasDueDate(DUE);

        complete(task(objection), withVariables("objectionAcceptance", "REFUSE"));

        assertThat(objection)
                .hasPassed("answer", "objectionClosed")
                .hasNotPassed("proposeDecision")
                .isEnded();
        Assertions.assertThat(calls)
                .containsExactly("start objection notice.objection-days", "answer LN-EDU", "end objection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPHELD", "REJECTED"})
    void theLeaderDecidesAndTheObjectorIsAnswered(String decision) {
        var objection = start();
        complete(task(objection), withVariables("objectionAcceptance", "ACCEPT"));
        assertThat(task("proposeDecision", objection))
                .hasCandidateGroup("unit LN-EDU")
                .hasDueDate(DUE);
        complete(task(objection));
        assertThat(task("decideObjection", objection))
                .hasCandidateGroup("leader LN-EDU")
                .hasDueDate(DUE);

        complete(task(objection), withVariables("objectionDecision", decision));

        assertThat(objection)
                .hasPassedInOrder("investigateObjection", "proposeDecision", "decideObjection", "answer")
                .isEnded();
        Assertions.assertThat(calls).endsWith("answer LN-EDU", "end objection");
    }

    @Test
    void theLeaderReturnsAProposal() {
        var objection = start();
        complete(task(objection), withVariables("objectionAcceptance", "ACCEPT"));
        complete(task(objection));

        complete(task(objection), withVariables("objectionDecision", "RETURN"));

        assertThat(objection).isWaitingAt("proposeDecision");
        complete(task(objection));
        complete(task(objection), withVariables("objectionDecision", "REJECTED"));
        assertThat(objection).isEnded();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theObjectorTakesItBackAtAnyStep(int stepsBefore) {
        var objection = start();
        for (int step = 0; step < stepsBefore; step++) {
            complete(task(objection), withVariables("objectionAcceptance", "ACCEPT"));
        }

        runtimeService()
                .createMessageCorrelation("objectionWithdrawn")
                .processInstanceVariableEquals("caseId", CASE)
                .correlate();

        assertThat(objection).hasPassed("closeWithdrawn").hasNotPassed("answer").isEnded();
        Assertions.assertThat(calls).endsWith("withdrawn", "end objection");
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "notice-objection",
                        CASE,
                        withVariables("caseId", CASE, "jurisdiction", "LN", "organ", "LN-EDU", "notice", "n1"));
    }

    /** Stands for the records. */
    public class Steps {

        public void answer(String caseId, String organ) {
            calls.add("answer " + organ);
        }

        public void closeWithdrawn(String caseId) {
            calls.add("withdrawn");
        }
    }

    /** Stands for the routing. */
    public static class Desk {

        public String unit(String code) {
            return "unit " + code;
        }

        public String leader(String code) {
            return "leader " + code;
        }
    }

    /** Stands for the statutory clock. */
    public class Clock {

        public void start(DelegateExecution execution, String stage, String setting) {
            calls.add("start " + stage + " " + setting);
        }

        public Date due(DelegateExecution execution, String stage) {
            return DUE;
        }

        public void end(DelegateExecution execution, String stage) {
            calls.add("end " + stage);
        }
    }
}
