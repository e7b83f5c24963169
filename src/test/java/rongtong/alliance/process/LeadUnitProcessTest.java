package rongtong.alliance.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every path of {@code lead-unit.bpmn} and {@code lead-assessment.bpmn} with the steps replaced. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/alliance/lead-unit.bpmn", "bpmn/alliance/lead-assessment.bpmn"})
class LeadUnitProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000002";

    boolean everybodyAccepts = true;

    @BeforeEach
    void connectBeans() {
        Mocks.register("leadUnitSteps", new Steps());
        Mocks.register("desk", new Desk());
        Mocks.register("deadlines", new Deadlines());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    @DisplayName("R-LNA-19 R-LNA-20 a department nominates, all departments assess each candidate, the unit accepts")
    void theNominatedAssessedAndAcceptingUnitLeads() {
        var selection = start();
        assertThat(task("nominateLeadUnit", selection)).hasCandidateGroup("LN-IIT:HANDLER");
        complete(task("nominateLeadUnit", selection));

        var assessments = assessments();
        Assertions.assertThat(assessments).hasSize(6);
        assessments.forEach(assessment -> taskService().complete(assessment.getId()));
        complete(task("decideLeadUnit", selection), withVariables("leadDecision", "APPOINT"));
        taskService()
                .createTaskQuery()
                .taskDefinitionKey("acceptLeadUnit")
                .list()
                .forEach(each -> taskService().complete(each.getId()));

        assertThat(selection)
                .hasPassedInOrder(
                        "nominateLeadUnit",
                        "assessCandidates",
                        "decideLeadUnit",
                        "acceptLeadUnit",
                        "concludeAcceptance",
                        "leadUnitChosen")
                .isEnded();
    }

    @Test
    @DisplayName("R-LNA-20 the decision waits for the judgement of the last department")
    void theDecisionWaitsForTheLastAssessment() {
        var selection = start();
        complete(task("nominateLeadUnit", selection));

        var assessments = assessments();
        assessments.stream().skip(1).forEach(assessment -> taskService().complete(assessment.getId()));

        assertThat(selection).isWaitingAt("assessCandidates").hasNotPassed("decideLeadUnit");
        taskService().complete(assessments.getFirst().getId());
        assertThat(selection).isWaitingAtExactly("decideLeadUnit");
    }

    @Test
    void withoutAQualifiedCandidateTheDepartmentNominatesAgain() {
        var selection = start();
        complete(task("nominateLeadUnit", selection));
        assessments().forEach(assessment -> taskService().complete(assessment.getId()));

        complete(task("decideLeadUnit", selection), withVariables("leadDecision", "RENOMINATE"));

        assertThat(selection).isWaitingAtExactly("nominateLeadUnit").hasNotPassed("acceptLeadUnit");
    }

    @Test
    void whenAUnitDeclinesTheDepartmentNominatesAgain() {
        everybodyAccepts = false;
        var selection = start();
        complete(task("nominateLeadUnit", selection));
        assessments().forEach(assessment -> taskService().complete(assessment.getId()));
        complete(task("decideLeadUnit", selection), withVariables("leadDecision", "APPOINT"));

        taskService()
                .createTaskQuery()
                .taskDefinitionKey("acceptLeadUnit")
                .list()
                .forEach(each -> taskService().complete(each.getId()));

        assertThat(selection).isWaitingAtExactly("nominateLeadUnit").hasNotPassed("leadUnitChosen");
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "lead-unit",
                        CASE,
                        withVariables("caseId", CASE, "jurisdiction", "LN", "demandDepartment", "LN-IIT"));
    }

    private static List<Task> assessments() {
        return taskService()
                .createTaskQuery()
                .taskDefinitionKey("assessLeadUnit")
                .processInstanceBusinessKey(CASE)
                .list();
    }

    /** Stands for the steps of the module. */
    public class Steps {

        public List<String> candidates(String caseId) {
            return List.of("school-1", "ent-1");
        }

        public List<String> departments(String jurisdiction, String demandDepartment) {
            return List.of(demandDepartment, jurisdiction + "-EDU", jurisdiction + "-STI");
        }

        public List<String> chosenUnits(String caseId) {
            return List.of("school-1", "ent-1");
        }

        public boolean concludeAcceptance(String caseId) {
            return everybodyAccepts;
        }
    }

    /** Stands for the desk of the workflow module. */
    public static class Desk {

        public String unit(String organization) {
            return organization + ":HANDLER";
        }

        public String function(String jurisdiction, String function) {
            return jurisdiction + " " + function;
        }
    }

    /** Stands for the deadlines of the workflow module. */
    public static class Deadlines {

        public Date within(String setting) {
            return new Date(4_000_000_000_000L);
        }
    }
}
