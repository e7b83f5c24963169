package rongtong.workflow.countersign;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code countersign.bpmn}. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/workflow/countersign.bpmn")
class CountersignProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000001";
    static final Date DEADLINE = Date.from(Instant.parse("2026-12-20T10:00:00Z"));

    final List<String> calls = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Mocks.register("countersignSteps", new Steps());
        Mocks.register("desk", new Desk());
        Mocks.register("deadlines", new Deadlines());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void endsWhenEachUnitHasSpoken() {
        var countersign = start();
        Assertions.assertThat(opinions()).hasSize(2);
        opinions()
                .forEach(opinion -> assertThat(opinion)
                        .hasCandidateGroup("unit " + taskService().getVariable(opinion.getId(), "unit"))
                        .hasDueDate(DEADLINE));

        complete(opinions().getFirst());
        assertThat(countersign).isNotEnded();
        complete(opinions().getFirst());

        assertThat(countersign).hasPassed("heard").isEnded();
        Assertions.assertThat(calls).containsExactly("within comment.deadline-days");
    }

    @Test
    void theDeadlineClosesItForTheSilentOnes() {
        var countersign = start();
        complete(opinions().getFirst());
        var deadline = managementService()
                .createJobQuery()
                .processInstanceId(countersign.getId())
                .singleResult();
        Assertions.assertThat(deadline.getDuedate()).isEqualTo(DEADLINE);

        managementService().executeJob(deadline.getId());

        assertThat(countersign).hasPassed("recordSilence", "closed").isEnded();
        Assertions.assertThat(calls).contains("recordSilence " + CASE + " charter-draft");
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "countersign",
                        CASE,
                        withVariables(
                                "caseId",
                                CASE,
                                "jurisdiction",
                                "LN",
                                "subject",
                                "charter-draft",
                                "within",
                                "comment.deadline-days"));
    }

    private static List<Task> opinions() {
        return taskService().createTaskQuery().taskDefinitionKey("giveOpinion").list();
    }

    /** Stands for the records. */
    public class Steps {

        public List<String> units(String caseId, String subject) {
            return List.of("LN-EDU", "LN-STI");
        }

        public void recordSilence(String caseId, String subject) {
            calls.add("recordSilence %s %s".formatted(caseId, subject));
        }
    }

    /** Stands for the routing. */
    public static class Desk {

        public String unit(String code) {
            return "unit " + code;
        }
    }

    /** Stands for the calendar. */
    public class Deadlines {

        public Date within(String setting) {
            var call = "within " + setting;
            if (!calls.contains(call)) {
                calls.add(call);
            }
            return DEADLINE;
        }
    }
}
