package rongtong.alliance.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code alliance-founding.bpmn}; each called process is a single waiting step. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/alliance/alliance-founding.bpmn")
class AllianceFoundingProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000001";
    static final List<String> STAGES =
            List.of("ledger-round", "review-meeting", "member-selection", "lead-unit", "council", "charter");

    final List<String> calls = new ArrayList<>();
    String stages = "";

    @BeforeEach
    void connectBeans() {
        Mocks.register("registerSteps", new RegisterSteps());
        Mocks.register("allianceSteps", new WithdrawalSteps());
        var deployment = repositoryService().createDeployment();
        for (var stage : STAGES) {
            deployment.addModelInstance(
                    stage + ".bpmn",
                    Bpmn.createExecutableProcess(stage)
                            .startEvent()
                            .userTask("in-" + stage)
                            .endEvent()
                            .done());
        }
        stages = deployment.deploy().getId();
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
        repositoryService().deleteDeployment(stages, true);
    }

    @Test
    void anAllianceIsFoundedThroughAllStagesInTheOrderOfThePlan() {
        var founding = start();

        pass("ledger-round", Map.of());
        pass("review-meeting", Map.of("fieldDecision", "BUILD"));
        for (var stage : STAGES.subList(2, STAGES.size())) {
            pass(stage, Map.of());
        }

        assertThat(founding)
                .hasPassedInOrder(
                        "keepLedgers",
                        "reviewMeeting",
                        "selectMembers",
                        "selectLeadUnit",
                        "formCouncil",
                        "adoptCharter",
                        "enterRegister",
                        "allianceFounded")
                .isEnded();
        Assertions.assertThat(calls).containsExactly("enterRegister " + CASE);
    }

    @Test
    void everyStageKnowsTheCaseTheDemandDepartmentAndTheInitiator() {
        start();

        for (var stage : STAGES) {
            var step = stepIn(stage);
            Assertions.assertThat(taskService().getVariables(step.getId()))
                    .containsEntry("caseId", CASE)
                    .containsEntry("jurisdiction", "LN")
                    .containsEntry("demandDepartment", "LN-IIT")
                    .containsEntry("initiator", "LN-IIT");
            Assertions.assertThat(businessKeyOf(step)).isEqualTo(CASE);
            pass(stage, stage.equals("review-meeting") ? Map.of("fieldDecision", "BUILD") : Map.of());
        }
    }

    @Test
    void supplementingTheLedgersLeadsToASecondMeeting() {
        var founding = start();

        pass("ledger-round", Map.of());
        pass("review-meeting", Map.of("fieldDecision", "SUPPLEMENT"));
        assertThat(founding).isWaitingAt("keepLedgers");
        pass("ledger-round", Map.of());
        pass("review-meeting", Map.of("fieldDecision", "BUILD"));

        assertThat(founding).isWaitingAt("selectMembers");
    }

    @Test
    void noAllianceIsFoundedWhereTheMeetingDecidesNotNow() {
        var founding = start();

        pass("ledger-round", Map.of());
        pass("review-meeting", Map.of("fieldDecision", "NOT_NOW"));

        assertThat(founding)
                .hasPassed("notFounded")
                .hasNotPassed("selectMembers")
                .isEnded();
        Assertions.assertThat(calls).isEmpty();
    }

    @Test
    void withdrawalEndsWhateverStageRunsAndClosesTheRecords() {
        for (int done = 0; done < STAGES.size(); done++) {
            var founding = start();
            for (var stage : STAGES.subList(0, done)) {
                pass(stage, stage.equals("review-meeting") ? Map.of("fieldDecision", "BUILD") : Map.of());
            }

            runtimeService()
                    .createMessageCorrelation("caseWithdrawn")
                    .processInstanceId(founding.getId())
                    .correlateWithResult();

            assertThat(founding).hasPassed("closeWithdrawn", "withdrawn").isEnded();
            Assertions.assertThat(taskService().createTaskQuery().count()).isZero();
        }
        Assertions.assertThat(calls).hasSize(STAGES.size()).containsOnly("closeWithdrawn " + CASE);
    }

    @Test
    @DisplayName("R-LNA-01 the layout proposal stands at the beginning, before the review meeting")
    void beginsWithTheFormOfTheLayoutProposal() {
        var definition = repositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("alliance-founding")
                .singleResult();
        var model = repositoryService().getBpmnModelInstance(definition.getId());

        Assertions.assertThat(model.getModelElementById("proposed")
                        .getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef"))
                .isEqualTo("alliance-founding-start");
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "alliance-founding",
                        CASE,
                        withVariables(
                                "caseId",
                                CASE,
                                "jurisdiction",
                                "LN",
                                "demandDepartment",
                                "LN-IIT",
                                "initiator",
                                "LN-IIT"));
    }

    private static void pass(String stage, Map<String, Object> results) {
        complete(stepIn(stage), results);
    }

    private static Task stepIn(String stage) {
        return taskService().createTaskQuery().taskDefinitionKey("in-" + stage).singleResult();
    }

    private static String businessKeyOf(Task step) {
        return runtimeService()
                .createProcessInstanceQuery()
                .processInstanceId(step.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    /** Stands for the register. */
    public class RegisterSteps {

        public void enterRegister(String caseId) {
            calls.add("enterRegister " + caseId);
        }
    }

    /** Stands for the closing of records. */
    public class WithdrawalSteps {

        public void closeWithdrawn(String caseId) {
            calls.add("closeWithdrawn " + caseId);
        }
    }
}
