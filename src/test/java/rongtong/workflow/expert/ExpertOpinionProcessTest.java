package rongtong.workflow.expert;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Walks every path of {@code expert-opinion.bpmn}. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/workflow/expert-opinion.bpmn")
class ExpertOpinionProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000001";
    static final Date REMINDER = Date.from(Instant.parse("2026-12-17T01:00:00Z"));
    static final Date LIMIT = Date.from(Instant.parse("2026-12-20T10:00:00Z"));
    static final Date DUE = Date.from(Instant.parse("2026-12-30T10:00:00Z"));

    final List<String> calls = new ArrayList<>();

    @BeforeEach
    void connectBeans() {
        Mocks.register("expertSteps", new Steps());
        Mocks.register("desk", new Desk());
        Mocks.register("clock", new Clock());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void whereNeitherIsNeededTheClockRunsOn() {
        var part = start();
        assertThat(task("askExperts", part)).hasCandidateGroup("unit JL-FIN").hasDueDate(DUE);

        complete(task("askExperts", part), withVariables("way", "NONE"));

        assertThat(part).hasPassed("notNeeded").isEnded();
        Assertions.assertThat(calls).isEmpty();
    }

    @Test
    void theClockStandsStillUntilAllExpertsHaveAnswered() {
        var part = started("EXPERTS");
        Assertions.assertThat(calls).containsExactly("stop review EXPERTS");
        Assertions.assertThat(opinions()).hasSize(2);
        opinions()
                .forEach(opinion -> assertThat(opinion)
                        .hasCandidateGroup("expert " + taskService().getVariable(opinion.getId(), "unit"))
                        .hasDueDate(LIMIT));

        complete(opinions().getFirst());
        assertThat(part).isNotEnded();
        complete(opinions().getFirst());

        assertThat(part).hasPassed("goOn", "concludeOpinions", "concluded").isEnded();
        Assertions.assertThat(calls).containsExactly("stop review EXPERTS", "resume review", "conclude");
        assertThat(part).variables().containsEntry("expertConclusion", "AGREE");
    }

    @Test
    void theReminderLeavesTheOpinionsOpen() {
        var part = started("EXPERTS");
        var reminder = timer(part, "reminderDue");
        Assertions.assertThat(reminder.getDuedate()).isEqualTo(REMINDER);

        managementService().executeJob(reminder.getId());

        assertThat(part).hasPassed("remindExperts", "reminded").isWaitingAt("giveExpertOpinion");
        Assertions.assertThat(calls).containsExactly("stop review EXPERTS", "remind");
    }

    @Test
    void theLimitEndsTheWaitForTheSilentOnes() {
        var part = started("EXPERTS");
        complete(opinions().getFirst());

        managementService().executeJob(timer(part, "opinionLimit").getId());

        assertThat(part)
                .hasPassed("recordSilence", "concludeOpinions", "concluded")
                .isEnded();
        Assertions.assertThat(calls).containsExactly("stop review EXPERTS", "silence", "resume review", "conclude");
    }

    @Test
    void aSiteVisitIsRecordedByTheOrgan() {
        var part = started("VISIT");
        assertThat(task("recordVisit", part)).hasCandidateGroup("unit JL-FIN").hasDueDate(LIMIT);

        complete(task("recordVisit", part));

        assertThat(part).hasPassed("concludeOpinions", "concluded").isEnded();
        Assertions.assertThat(calls).containsExactly("stop review EXPERTS", "resume review", "conclude");
    }

    @Test
    void theClockGoesOnWhereAVisitTakesTooLong() {
        var part = started("VISIT");

        managementService().executeJob(timer(part, "visitLimit").getId());

        assertThat(part).hasPassed("concluded").isEnded();
        Assertions.assertThat(calls).contains("resume review");
    }

    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "AGREE AGREE, AGREE",
        "AGREE DISAGREE, AGREE_WITH_CONDITIONS",
        "AGREE AGREE_WITH_CONDITIONS, AGREE_WITH_CONDITIONS",
        "DISAGREE DISAGREE AGREE, DISAGREE"
    })
    void theConclusionFollowsTheOpinions(String given, String conclusion) {
        Assertions.assertThat(ExpertSteps.conclusion(given.isEmpty() ? List.of() : List.of(given.split(" "))))
                .isEqualTo(conclusion);
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "expert-opinion",
                        CASE,
                        withVariables(
                                "caseId",
                                CASE,
                                "jurisdiction",
                                "JL",
                                "organ",
                                "JL-FIN",
                                "stage",
                                "review",
                                "subject",
                                "investment"));
    }

    private static ProcessInstance started(String way) {
        var part = start();
        complete(task("askExperts", part), withVariables("way", way));
        return part;
    }

    private static List<Task> opinions() {
        return taskService()
                .createTaskQuery()
                .taskDefinitionKey("giveExpertOpinion")
                .list();
    }

    private static Job timer(ProcessInstance part, String event) {
        return managementService()
                .createJobQuery()
                .processInstanceId(part.getId())
                .activityId(event)
                .singleResult();
    }

    /** Stands for the records. */
    public class Steps {

        public List<String> experts(String caseId, String subject) {
            return List.of("expert-01", "expert-02");
        }

        public Date limit(String caseId, String subject) {
            return LIMIT;
        }

        public Date remindAt(String caseId, String subject) {
            return REMINDER;
        }

        public void remindExperts(String caseId, String subject) {
            calls.add("remind");
        }

        public void recordSilence(String caseId, String subject) {
            calls.add("silence");
        }

        public String concludeOpinions(String caseId, String subject) {
            calls.add("conclude");
            return "AGREE";
        }
    }

    /** Stands for the routing. */
    public static class Desk {

        public String unit(String code) {
            return "unit " + code;
        }

        public String expert(String username) {
            return "expert " + username;
        }
    }

    /** Stands for the statutory clock. */
    public class Clock {

        public Date due(DelegateExecution execution, String stage) {
            return DUE;
        }

        public void stop(DelegateExecution execution, String stage, String reason) {
            calls.add("stop " + stage + " " + reason);
        }

        public void resume(DelegateExecution execution, String stage) {
            calls.add("resume " + stage);
        }
    }
}
