package rongtong.workflow.decision;

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

/** Walks every path of {@code decision-document.bpmn}. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/workflow/decision-document.bpmn")
class DecisionDocumentProcessTest {

    static final Date DEADLINE = Date.from(Instant.parse("2026-12-20T10:00:00Z"));

    final List<String> calls = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Mocks.register("officialDocuments", new Documents());
        Mocks.register("desk", new Desk());
        Mocks.register("deadlines", new Deadlines());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void aSignedDocumentIsNumbered() {
        var document = start();
        assertThat(task(document))
                .hasDefinitionKey("draftDocument")
                .hasCandidateGroup("unit JL-FIN")
                .hasDueDate(DEADLINE);

        complete(task(document));
        assertThat(task(document)).hasDefinitionKey("signDocument").hasCandidateGroup("leader JL-FIN");
        Assertions.assertThat(calls).doesNotContain("issued JL-FIN approval");
        complete(task(document), withVariables("documentDecision", "SIGN"));

        assertThat(document).hasPassed("issueSigned", "documentIssued").isEnded();
        Assertions.assertThat(calls)
                .containsExactly("document.draft-days", "document.sign-days", "issued JL-FIN approval");
    }

    @Test
    void aReturnedOneGoesBackToTheDraftAsOftenAsNeeded() {
        var document = start();
        for (int round = 0; round < 2; round++) {
            complete(task(document));
            complete(task(document), withVariables("documentDecision", "RETURN"));
            assertThat(document).isWaitingAtExactly("draftDocument");
        }
        complete(task(document));
        complete(task(document), withVariables("documentDecision", "SIGN"));

        assertThat(document).isEnded();
        Assertions.assertThat(calls).containsOnlyOnce("issued JL-FIN approval");
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "decision-document",
                        withVariables(
                                "caseId",
                                "5f0c2d6e-0000-0000-0000-000000000001",
                                "jurisdiction",
                                "JL",
                                "organ",
                                "JL-FIN",
                                "addressee",
                                "school-4121010142",
                                "documentKind",
                                "approval",
                                "subject",
                                "设立校办工厂"));
    }

    /** Stands for the records. */
    public class Documents {

        public String issueSigned(DelegateExecution execution) {
            calls.add("issued %s %s".formatted(execution.getVariable("organ"), execution.getVariable("documentKind")));
            return "吉财批〔2026〕1号";
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

    /** Stands for the calendar. */
    public class Deadlines {

        public Date within(String setting) {
            if (!calls.contains(setting)) {
                calls.add(setting);
            }
            return DEADLINE;
        }
    }
}
