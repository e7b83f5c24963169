package rongtong.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rongtong.selection.Routing;
import rongtong.workflow.Basis;

/**
 * Walks every path of {@code pilot-application.bpmn}, {@code pilot-recommendation.bpmn} and {@code pilot-check.bpmn} with the
 * steps replaced; the general parts, which have tests of their own, are one task each here.
 */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(
        resources = {
            "bpmn/selection/pilot-application.bpmn",
            "bpmn/selection/pilot-recommendation.bpmn",
            "bpmn/selection/pilot-check.bpmn"
        })
class PilotApplicationProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000018";

    /** Calls of the service tasks, in order. */
    final List<String> called = new ArrayList<>();

    List<String> route = List.of("JL-220122-EDU", "JL-CITY-CC");
    String credit = "GOOD";
    boolean underWay = true;
    boolean selected;

    @BeforeEach
    void connectBeans() {
        Mocks.register("applicationSteps", new Steps());
        Mocks.register("evaluationSteps", new Evaluations());
        Mocks.register("basis", new Basis());
        Routing.connect();
        repositoryService()
                .createDeployment()
                .name("general parts")
                .addModelInstance("acceptance.bpmn", part("acceptance", "checkApplication"))
                .addModelInstance("decision-document.bpmn", part("decision-document", "signDocument"))
                .addModelInstance("pilot-evaluation.bpmn", part("pilot-evaluation", "evaluatePilot"))
                .deploy();
    }

    private static BpmnModelInstance part(String process, String task) {
        return Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask(task)
                .camundaCandidateGroups("${organ}")
                .endEvent()
                .done();
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
        var repository = repositoryService();
        repository
                .createDeploymentQuery()
                .deploymentName("general parts")
                .list()
                .forEach(stub -> repository.deleteDeployment(stub.getId(), true));
    }

    @Test
    @DisplayName("P18 county, city, papers, credit, review; the selected gets its task letter")
    void theSelectedGetsItsTaskLetter() {
        var application = entered();
        selected = true;
        tell("selectionDecided");

        assertThat(application).isWaitingAt("issueTaskLetter");
        assertThat(taskService().getVariables(open("signDocument").getId()))
                .containsEntry("documentKind", "task-letter")
                .containsEntry("addressee", "school-1")
                .containsEntry("organ", "JL-EDU")
                .containsEntry("clause", "ZJ-2018 (二十一), ZJ-2018 七");
        complete("signDocument", Map.of("documentNumber", "吉教任〔2026〕1号"));
        assertThat(application).isWaitingAt("evaluation");
        assertThat(taskService().getVariables(open("evaluatePilot").getId()))
                .containsEntry("recognition", "recognition-1")
                .containsEntry("applicant", "school-1")
                .containsEntry("clause", "ZJ-2018 七");
        complete("evaluatePilot", Map.of());

        assertThat(application)
                .hasPassedInOrder(
                        "writeApplication",
                        "recommendation",
                        "check",
                        "enterReview",
                        "awaitDecision",
                        "issueTaskLetter",
                        "evaluation",
                        "concluded")
                .hasNotPassed("issueSelectionNotice")
                .isEnded();
        assertThat(called).containsExactly("checkCredit", "enterReview");
    }

    @Test
    @DisplayName("D5 who is not selected is told why and how to object")
    void whoIsNotSelectedIsTold() {
        var application = entered();
        tell("selectionDecided");

        assertThat(application)
                .hasPassed("notSelected")
                .hasNotPassed("issueTaskLetter")
                .isEnded();
        assertThat(called).endsWith("issueSelectionNotice JL-EDU school-1");
    }

    @Test
    @DisplayName("P18 city after county, each with the application before it")
    void cityAfterCounty() {
        start();
        complete("writeApplication", Map.of());
        assertThat(open("recommend")).hasCandidateGroup("JL-220122-EDU");
        complete("recommend", Map.of("recommendation", "RECOMMEND"));
        assertThat(open("recommend")).hasCandidateGroup("JL-CITY-CC");
        complete("recommend", Map.of("recommendation", "RECOMMEND"));
        assertThat(open("checkApplication")).hasCandidateGroup("JL-EDU");
        assertThat(taskService().getVariables(open("checkApplication").getId()))
                .containsEntry("corrects", "pilot-application/writeApplication")
                .containsEntry("applicant", "school-1");
    }

    @Test
    @DisplayName("P18 who stands under the province is recommended by nobody and goes to it directly")
    void anEmptyRouteGoesToTheProvinceDirectly() {
        route = List.of();
        var application = start();
        complete("writeApplication", Map.of());

        assertThat(application).isWaitingAt("check");
        assertThat(open("checkApplication")).hasCandidateGroup("JL-EDU");
    }

    @Test
    @DisplayName(
            "D5 what the county does not recommend never reaches the city; the reasons go to the applicant in writing")
    void withoutRecommendationItEndsInTheCounty() {
        var application = start();
        complete("writeApplication", Map.of());
        complete("recommend", Map.of("recommendation", "NOT_RECOMMEND"));

        assertThat(application).hasPassed("notAdmitted").hasNotPassed("check").isEnded();
        assertThat(called).containsExactly("issueRefusal JL-220122-EDU school-1");
    }

    @Test
    void theCityMayRefuseWhatTheCountyRecommended() {
        var application = start();
        complete("writeApplication", Map.of());
        complete("recommend", Map.of("recommendation", "RECOMMEND"));
        complete("recommend", Map.of("recommendation", "NOT_RECOMMEND"));

        assertThat(application).hasPassed("notAdmitted").hasNotPassed("check").isEnded();
        assertThat(called).containsExactly("issueRefusal JL-CITY-CC school-1");
    }

    @Test
    void halfWayTheRecommenderIsReminded() {
        start();
        complete("writeApplication", Map.of());

        managementService()
                .executeJob(managementService()
                        .createJobQuery()
                        .timers()
                        .singleResult()
                        .getId());

        assertThat(called).containsExactly("remindRecommender JL-220122-EDU");
        assertThat(open("recommend")).isNotNull();
    }

    @Test
    @DisplayName("D1 what is not accepted ends there")
    void whatIsNotAcceptedEnds() {
        var application = recommended();
        complete("checkApplication", Map.of("acceptance", "REFUSED"));

        assertThat(application)
                .hasPassed("notAdmitted")
                .hasNotPassed("enterReview")
                .isEnded();
        assertThat(called).containsExactly("closeNotAccepted");
    }

    @Test
    @DisplayName("R-JL-39 credit in doubt is judged by a person, and may suffice")
    void doubtfulCreditMaySuffice() {
        credit = "DOUBTFUL";
        var application = recommended();
        complete("checkApplication", Map.of("acceptance", "ACCEPTED"));
        assertThat(open("judgeCredit")).hasCandidateGroup("JL-EDU");
        complete("judgeCredit", Map.of("creditJudgement", "SUFFICIENT"));

        assertThat(application).isWaitingAt("awaitDecision");
    }

    @Test
    @DisplayName("R-JL-39 credit that does not suffice ends the application, with reasons in writing")
    void insufficientCreditEnds() {
        credit = "DOUBTFUL";
        var application = recommended();
        complete("checkApplication", Map.of("acceptance", "ACCEPTED"));
        complete("judgeCredit", Map.of("creditJudgement", "INSUFFICIENT"));

        assertThat(application)
                .hasPassed("notAdmitted")
                .hasNotPassed("enterReview")
                .isEnded();
        assertThat(called).endsWith("issueCreditRefusal JL-EDU school-1");
    }

    @Test
    @DisplayName("P18 what is not handed in when the window closes lapses")
    void whatIsNotHandedInLapses() {
        var application = start();
        tell("windowClosed");

        assertThat(application).hasPassed("closeLapsed", "lapsed").isEnded();
        assertThat(called).containsExactly("closeLapsed");
    }

    @Test
    void whatIsHandedInDoesNotHearThatTheWindowCloses() {
        var application = start();
        complete("writeApplication", Map.of());

        assertThat(runtimeService()
                        .createMessageCorrelation("windowClosed")
                        .processInstanceBusinessKey(CASE)
                        .correlateAllWithResult())
                .isEmpty();
        assertThat(application).isWaitingAt("recommendation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"caseWithdrawn", "roundCancelled"})
    void withdrawalAndCancellationEndItWhereverItStands(String message) {
        var service = message.equals("caseWithdrawn") ? "closeWithdrawn" : "closeCancelled";
        for (int passed = 0; passed <= 5; passed++) {
            called.clear();
            credit = "DOUBTFUL";
            var application = start();
            walk(passed);

            tell(message);

            assertThat(application).hasPassed(service).isEnded();
            assertThat(called).endsWith(service);
            assertThat(taskService().createTaskQuery().count()).isZero();
        }
    }

    private static void walk(int steps) {
        var way = List.<Runnable>of(
                () -> complete("writeApplication", Map.of()),
                () -> complete("recommend", Map.of("recommendation", "RECOMMEND")),
                () -> complete("recommend", Map.of("recommendation", "RECOMMEND")),
                () -> complete("checkApplication", Map.of("acceptance", "ACCEPTED")),
                () -> complete("judgeCredit", Map.of("creditJudgement", "SUFFICIENT")));
        way.subList(0, steps).forEach(Runnable::run);
    }

    private ProcessInstance recommended() {
        var application = start();
        complete("writeApplication", Map.of());
        complete("recommend", Map.of("recommendation", "RECOMMEND"));
        complete("recommend", Map.of("recommendation", "RECOMMEND"));
        return application;
    }

    private ProcessInstance entered() {
        var application = recommended();
        complete("checkApplication", Map.of("acceptance", "ACCEPTED"));
        assertThat(application).isWaitingAt("awaitDecision");
        return application;
    }

    private ProcessInstance start() {
        underWay = true;
        return runtimeService()
                .startProcessInstanceByKey(
                        "pilot-application",
                        CASE,
                        Map.of(
                                "caseId",
                                CASE,
                                "jurisdiction",
                                "JL",
                                "initiator",
                                "school-1",
                                "applicant",
                                "school-1",
                                "round",
                                "round-1",
                                "organ",
                                "JL-EDU",
                                "clause",
                                "ZJ-2018 (二十一), ZJ-2018 七",
                                "recommendation",
                                "RECOMMEND"));
    }

    private static void tell(String message) {
        assertThat(runtimeService()
                        .createMessageCorrelation(message)
                        .processInstanceBusinessKey(CASE)
                        .correlateAllWithResult())
                .hasSize(1);
    }

    private static Task open(String step) {
        var task = taskService().createTaskQuery().taskDefinitionKey(step).singleResult();
        assertThat(task).as("open task " + step).isNotNull();
        return task;
    }

    private static void complete(String step, Map<String, Object> variables) {
        taskService().complete(open(step).getId(), variables);
    }

    /** Stands for the steps of an application. */
    public class Steps {

        public Date closing(String round) {
            return new Date(4_000_000_000_000L);
        }

        public List<String> route(String caseId) {
            return route;
        }

        public String checkCredit(String caseId) {
            called.add("checkCredit");
            return credit;
        }

        public boolean mayEnter(String caseId) {
            return underWay;
        }

        public boolean isSelected(String caseId) {
            return selected;
        }

        public String subject(String caseId) {
            return "遴选“试点”";
        }

        public void remindRecommender(String caseId, String unit) {
            called.add("remindRecommender " + unit);
        }

        public void issueRefusal(String caseId, String unit, String applicant) {
            called.add("issueRefusal %s %s".formatted(unit, applicant));
        }

        public void closeNotAccepted(String caseId) {
            underWay = false;
            called.add("closeNotAccepted");
        }

        public void issueCreditRefusal(String caseId, String organ, String applicant) {
            underWay = false;
            called.add("issueCreditRefusal %s %s".formatted(organ, applicant));
        }

        public void enterReview(String caseId) {
            called.add("enterReview");
        }

        public void issueSelectionNotice(String caseId, String organ, String applicant) {
            called.add("issueSelectionNotice %s %s".formatted(organ, applicant));
        }

        public void closeLapsed(String caseId) {
            called.add("closeLapsed");
        }

        public void closeWithdrawn(String caseId) {
            called.add("closeWithdrawn");
        }

        public void closeCancelled(String caseId) {
            called.add("closeCancelled");
        }
    }

    /** Stands for the steps of the evaluation. */
    public static class Evaluations {

        public String recognition(String caseId) {
            return "recognition-1";
        }
    }
}
