package rongtong.factory.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.repositoryService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
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

/**
 * Walks every path of {@code factory-investment.bpmn}, {@code factory-review.bpmn} and {@code factory-decision.bpmn} with
 * the steps replaced; the general parts, which have tests of their own, are one task each here.
 */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(
        resources = {
            "bpmn/factory/factory-investment.bpmn",
            "bpmn/factory/factory-review.bpmn",
            "bpmn/factory/factory-decision.bpmn"
        })
class FactoryInvestmentProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000003";

    final List<String> done = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Mocks.register("factorySteps", new Steps());
        Mocks.register("clock", new Clock());
        Mocks.register("desk", new Desk());
        Mocks.register("deadlines", new Deadlines());
        repositoryService()
                .createDeployment()
                .name("general parts")
                .addModelInstance("acceptance.bpmn", part("acceptance", "checkApplication"))
                .addModelInstance("expert-opinion.bpmn", part("expert-opinion", "askExperts"))
                .addModelInstance("decision-document.bpmn", part("decision-document", "signDocument"))
                .enableDuplicateFiltering(true)
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
    @DisplayName("R-JL-14 the industry department consents, then finance of the school's own level approves")
    void consentThenApprovalThenTheRegister() {
        var investment = start();
        accept("ACCEPTED");
        assertThat(open("examineApplication")).hasCandidateGroup("JL-220200-EDU");
        open("examineApplication", Map.of("examination", "AGREE"));
        assertThat(open("decideReview")).hasCandidateGroup("leader JL-220200-EDU");
        open("decideReview", Map.of("reviewDecision", "AGREE"));
        assertThat(open("examineInvestment")).hasCandidateGroup("JL-220200-FIN");
        open("examineInvestment", Map.of());
        open("decideInvestment", Map.of("financeDecision", "APPROVE"));
        assertThat(investment).isWaitingAt("issueApproval").hasNotPassed("registerInvestment");
        sign("approval", "JL-220200-FIN", "吉市财批〔2026〕1号");

        assertThat(investment)
                .hasPassedInOrder(
                        "acceptance",
                        "industryReview",
                        "financeDecision",
                        "issueApproval",
                        "registerInvestment",
                        "registered")
                .isEnded();
        Assertions.assertThat(done)
                .containsExactly(
                        "start review",
                        "end review",
                        "start decision",
                        "end decision",
                        "registerInvestment 吉市财批〔2026〕1号");
    }

    @Test
    @DisplayName("D1 what is not accepted ends at once")
    void whatIsNotAcceptedEnds() {
        var investment = start();
        accept("REFUSED");

        assertThat(investment)
                .hasPassed("closeNotAccepted", "notAccepted")
                .hasNotPassed("industryReview")
                .isEnded();
    }

    @Test
    @DisplayName("R-JL-14 without consent the case ends before finance")
    void withoutConsentItEndsBeforeFinance() {
        var investment = start();
        accept("ACCEPTED");
        open("examineApplication", Map.of("examination", "DISAGREE"));
        open("decideReview", Map.of("reviewDecision", "DISAGREE"));
        sign("disapproval", "JL-220200-EDU", "吉市教不批〔2026〕1号");

        assertThat(investment)
                .hasPassed("issueDissent", "notConsented")
                .hasNotPassed("financeDecision")
                .isEnded();
    }

    @Test
    @DisplayName("D4 experts, or a visit to the site, are a part of the review that may be asked for again")
    void expertsAreAskedWithinTheReview() {
        start();
        accept("ACCEPTED");
        open("examineApplication", Map.of("examination", "EXPERTS"));
        assertThat(open("askExperts")).hasCandidateGroup("JL-220200-EDU");
        Assertions.assertThat(taskService().getVariables(open("askExperts").getId()))
                .containsEntry("stage", "review")
                .containsEntry("subject", "investment");
        open("askExperts", Map.of("expertConclusion", "DISAGREE"));
        Assertions.assertThat(
                        taskService().getVariable(open("examineApplication").getId(), "expertConclusion"))
                .isEqualTo("DISAGREE");
        open("examineApplication", Map.of("examination", "EXPERTS"));
        open("askExperts", Map.of("expertConclusion", "AGREE"));
        open("examineApplication", Map.of("examination", "AGREE"));
        Assertions.assertThat(taskService().getVariable(open("decideReview").getId(), "expertConclusion"))
                .isEqualTo("AGREE");
        open("decideReview", Map.of("reviewDecision", "RETURN"));
        open("examineApplication");
    }

    @Test
    @DisplayName("D2 finance takes longer, tells the school, and decides then")
    void financeTakesLonger() {
        consented();
        open("decideInvestment", Map.of("financeDecision", "EXTEND"));

        Assertions.assertThat(done).endsWith("extend decision", "notifyExtension JL-220200-FIN");
        open("decideInvestment", Map.of("financeDecision", "BACK"));
        open("examineInvestment");
    }

    @Test
    @DisplayName("R-JL-14 what finance returns comes back through the industry department")
    void whatFinanceReturnsIsReviewedAnew() {
        var investment = consented();
        open("decideInvestment", Map.of("financeDecision", "RETURN"));
        assertThat(open("reviseApplication")).hasCandidateGroup("school-1");
        open("reviseApplication", Map.of());

        open("examineApplication");
        assertThat(investment).hasNotPassed("registerInvestment");
    }

    @Test
    @DisplayName("D5 finance refuses in writing; the refusal counts once it is signed")
    void financeRefusesInWriting() {
        var investment = consented();
        open("decideInvestment", Map.of("financeDecision", "REFUSE"));
        Assertions.assertThat(done).doesNotContain("closeRefused 吉市财不批〔2026〕1号");
        sign("disapproval", "JL-220200-FIN", "吉市财不批〔2026〕1号");

        assertThat(investment)
                .hasPassedInOrder("issueRefusal", "closeRefused", "refused")
                .hasNotPassed("registerInvestment")
                .isEnded();
        Assertions.assertThat(done).endsWith("closeRefused 吉市财不批〔2026〕1号");
    }

    @Test
    void theSchoolTakesItBackAtAnyTime() {
        var investment = consented();

        runtimeService()
                .createMessageCorrelation("caseWithdrawn")
                .processInstanceBusinessKey(CASE)
                .correlateAll();

        assertThat(investment).hasPassed("closeWithdrawn").isEnded();
        Assertions.assertThat(taskService().createTaskQuery().count()).isZero();
    }

    private ProcessInstance consented() {
        var investment = start();
        accept("ACCEPTED");
        open("examineApplication", Map.of("examination", "AGREE"));
        open("decideReview", Map.of("reviewDecision", "AGREE"));
        open("examineInvestment", Map.of());
        return investment;
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "factory-investment",
                        CASE,
                        withVariables(
                                "caseId",
                                CASE,
                                "jurisdiction",
                                "JL",
                                "initiator",
                                "school-1",
                                "school",
                                "school-1",
                                "industryOrgan",
                                "JL-220200-EDU",
                                "financeOrgan",
                                "JL-220200-FIN"));
    }

    private static void accept(String acceptance) {
        open("checkApplication", Map.of("acceptance", acceptance));
    }

    private static void sign(String kind, String organ, String number) {
        var task = open("signDocument");
        assertThat(task).hasCandidateGroup(organ);
        Assertions.assertThat(taskService().getVariables(task.getId()))
                .containsEntry("documentKind", kind)
                .containsEntry("addressee", "school-1")
                .containsEntry("subject", "投资举办数控实训工厂");
        open("signDocument", Map.of("documentNumber", number));
    }

    private static Task open(String step) {
        var task = taskService().createTaskQuery().taskDefinitionKey(step).singleResult();
        Assertions.assertThat(task).as("open task " + step).isNotNull();
        return task;
    }

    private static void open(String step, Map<String, Object> variables) {
        taskService().complete(open(step).getId(), variables);
    }

    /** Stands for the steps of the module. */
    public class Steps {

        public void closeNotAccepted(String caseId) {
            done.add("closeNotAccepted");
        }

        public String subject(String caseId) {
            return "投资举办数控实训工厂";
        }

        public void registerInvestment(String caseId, String documentNumber) {
            done.add("registerInvestment " + documentNumber);
        }

        public void closeRefused(String caseId, String documentNumber) {
            done.add("closeRefused " + documentNumber);
        }

        public void notifyExtension(String caseId, String organ) {
            done.add("notifyExtension " + organ);
        }

        public void closeWithdrawn(String caseId) {
            done.add("closeWithdrawn");
        }
    }

    /** Stands for the statutory clock. */
    public class Clock {

        public void start(DelegateExecution execution, String stage, String setting) {
            done.add("start " + stage);
        }

        public void extend(DelegateExecution execution, String stage, String setting) {
            done.add("extend " + stage);
        }

        public void end(DelegateExecution execution, String stage) {
            done.add("end " + stage);
        }

        public Date due(DelegateExecution execution, String stage) {
            return new Date(4_000_000_000_000L);
        }
    }

    /** Stands for the desk. */
    public static class Desk {

        public String unit(String organization) {
            return organization;
        }

        public String leader(String organization) {
            return "leader " + organization;
        }
    }

    /** Stands for the deadlines. */
    public static class Deadlines {

        public Date within(String setting) {
            return new Date(4_000_000_000_000L);
        }
    }
}
