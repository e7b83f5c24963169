package rongtong.alliance.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

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

/** Walks every path of {@code member-selection.bpmn} with the real consent of candidates. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = {"bpmn/alliance/member-selection.bpmn", "bpmn/alliance/member-consent.bpmn"})
class MemberSelectionProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000001";

    List<String> candidates = List.of("ent-000410", "school-4121010142", "inst-1");

    @BeforeEach
    void connectBeans() {
        Routing.connect();
        Mocks.register("memberSteps", new MemberSteps());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    @DisplayName(
            "R-LNA-15 the demand department selects enterprises, education selects schools, science selects institutes")
    void eachDepartmentSelectsItsKindAtTheSameTime() {
        var selection = start();

        assertThat(selection).isWaitingAtExactly("selectEnterprises", "selectSchools", "selectInstitutes");
        assertThat(task("selectEnterprises", selection)).hasCandidateGroup("unit LN-IIT");
        assertThat(task("selectSchools", selection)).hasCandidateGroup("LN education");
        assertThat(task("selectInstitutes", selection)).hasCandidateGroup("LN science");
    }

    @Test
    void everyCandidateIsAskedOnItsOwnAccountAfterAllThreeSelections() {
        var selection = start();
        complete(task("selectEnterprises", selection));
        complete(task("selectSchools", selection));
        Assertions.assertThat(answers()).isEmpty();

        complete(task("selectInstitutes", selection));

        Assertions.assertThat(answers())
                .extracting(answer -> taskService().getVariable(answer.getId(), "unit"))
                .containsExactlyInAnyOrderElementsOf(candidates);
        answers()
                .forEach(answer -> assertThat(answer)
                        .hasCandidateGroup("unit " + taskService().getVariable(answer.getId(), "unit")));
        answers().forEach(answer -> complete(answer));
        assertThat(selection).isWaitingAtExactly("confirmMembers");
        assertThat(task("confirmMembers", selection)).hasCandidateGroup("unit LN-IIT");
    }

    @Test
    void theListStandsOnceItIsConfirmed() {
        var selection = start();
        select(selection);
        answers().forEach(answer -> complete(answer));

        complete(task("confirmMembers", selection), withVariables("memberDecision", "PROCEED"));

        assertThat(selection).hasPassed("membersConfirmed").isEnded();
    }

    @Test
    void tooFewMembersLeadBackToTheThreeSelections() {
        var selection = start();
        select(selection);
        answers().forEach(answer -> complete(answer));

        complete(task("confirmMembers", selection), withVariables("memberDecision", "SELECT_MORE"));

        assertThat(selection).isWaitingAtExactly("selectEnterprises", "selectSchools", "selectInstitutes");
        candidates = List.of("ent-000761");
        select(selection);
        Assertions.assertThat(answers()).hasSize(1);
    }

    @Test
    void aRoundWithoutNewCandidatesGoesStraightToTheResult() {
        candidates = List.of();
        var selection = start();

        select(selection);

        assertThat(selection).isWaitingAtExactly("confirmMembers");
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "member-selection",
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

    private static void select(ProcessInstance selection) {
        complete(task("selectEnterprises", selection));
        complete(task("selectSchools", selection));
        complete(task("selectInstitutes", selection));
    }

    private static List<Task> answers() {
        return taskService()
                .createTaskQuery()
                .taskDefinitionKey("answerInvitation")
                .list();
    }

    /** Stands for the records of members. */
    public class MemberSteps {

        public List<String> candidates(String caseId) {
            return candidates;
        }
    }
}
