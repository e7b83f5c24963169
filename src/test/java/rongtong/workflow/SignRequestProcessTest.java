package rongtong.workflow;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks the one path of {@code sign-request.bpmn}. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/workflow/sign-request.bpmn")
class SignRequestProcessTest {

    static final Date DEADLINE = Date.from(Instant.parse("2026-12-20T10:00:00Z"));

    @BeforeEach
    void connectBeans() {
        Mocks.register("desk", new Offices());
        Mocks.register("deadlines", new Days());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void whoIsAskedAnswersOnceAndItEnds() {
        var request = runtimeService()
                .startProcessInstanceByKey(
                        SignRequests.PROCESS, withVariables("asked", "ln-edu.leader", SignRequests.REQUEST, "1"));
        assertThat(request).isWaitingAt("answerSignRequest");
        assertThat(task(request)).hasCandidateGroup("offices of ln-edu.leader").hasDueDate(DEADLINE);

        complete(task(request));

        assertThat(request).hasPassed("answered").isEnded();
    }

    /** Says whom it was asked for. */
    public static class Offices {

        public List<String> officesOf(String username) {
            return List.of("offices of " + username);
        }
    }

    /** Gives every step the same deadline. */
    public static class Days {

        public Date within(String setting) {
            return DEADLINE;
        }
    }
}
