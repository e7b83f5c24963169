package rongtong.selection.panel;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.withVariables;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.bpm.engine.test.junit5.ProcessEngineExtension;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import rongtong.selection.Routing;

/** Walks every path of {@code panel-review.bpmn}. */
@ExtendWith(ProcessEngineExtension.class)
@Deployment(resources = "bpmn/selection/panel-review.bpmn")
class PanelReviewProcessTest {

    static final String CASE = "5f0c2d6e-0000-0000-0000-000000000009";
    static final Date REMINDER = Date.from(Instant.parse("2026-12-17T01:00:00Z"));
    static final Date LIMIT = Date.from(Instant.parse("2026-12-20T10:00:00Z"));
    static final Date LATER = Date.from(Instant.parse("2027-01-10T10:00:00Z"));
    static final Date SECRETARY = Date.from(Instant.parse("2026-12-24T10:00:00Z"));

    final List<String> calls = new ArrayList<>();
    Date due = LIMIT;

    @BeforeEach
    void connectBeans() {
        Mocks.register("panelSteps", new Steps());
        Routing.connect(new Deadlines());
    }

    @AfterEach
    void forgetBeans() {
        Mocks.reset();
    }

    @Test
    void anExpertPromisesScoresAndIsDone() {
        var review = start();
        assertThat(task("declareConflicts", review))
                .hasCandidateGroup("expert-21:EXPERT")
                .hasDueDate(LIMIT);

        complete(task("declareConflicts", review), withVariables("remaining", 3));
        assertThat(review).isWaitingAt("scoreApplications", "reminderDue", "reviewClosed");
        assertThat(task("scoreApplications", review))
                .hasCandidateGroup("expert-21:EXPERT")
                .hasDueDate(LIMIT);
        complete(task("scoreApplications", review));

        assertThat(review).hasPassed("finishReview", "reviewOver").isEnded();
        Assertions.assertThat(calls).containsExactly("finish");
    }

    @Test
    void whoRecusesFromEverythingScoresNothing() {
        var review = start();

        complete(task("declareConflicts", review), withVariables("remaining", 0));

        assertThat(review)
                .hasNotPassed("scoreApplications")
                .hasPassed("reviewOver")
                .isEnded();
        Assertions.assertThat(calls).containsExactly("finish");
    }

    @Test
    void theReminderLeavesTheTaskOpen() {
        var review = start();
        var reminder = timer(review);
        Assertions.assertThat(reminder.getDuedate()).isEqualTo(REMINDER);

        managementService().executeJob(reminder.getId());

        assertThat(review).isWaitingAt("declareConflicts", "timeIsUp", "reviewClosed");
        Assertions.assertThat(calls).containsExactly("remind");
    }

    @Test
    void aLateExpertMayStillScoreUntilTheDepartmentActs() {
        var review = late();
        assertThat(task("replaceExpert", review)).hasCandidateGroup("JL-EDU").hasDueDate(SECRETARY);
        complete(task("declareConflicts", review), withVariables("remaining", 1));

        complete(task("scoreApplications", review));

        assertThat(review).hasPassed("reviewOver").isEnded();
        Assertions.assertThat(calls).containsExactly("remind", "finish");
    }

    @Test
    void aLateExpertIsReplaced() {
        var review = late();

        complete(task("replaceExpert", review), withVariables("lateDecision", "REPLACE"));

        assertThat(review).hasPassed("finishReview", "reviewOver").isEnded();
        Assertions.assertThat(calls).containsExactly("remind", "finish");
    }

    @Test
    void moreTimeIsGivenAndRunsOutAgain() {
        var review = late();
        due = LATER;

        complete(task("replaceExpert", review), withVariables("lateDecision", "EXTEND"));
        assertThat(review).isWaitingAt("declareConflicts", "timeIsUp", "reviewClosed");
        Assertions.assertThat(timer(review).getDuedate()).isEqualTo(LATER);
        managementService().executeJob(timer(review).getId());

        assertThat(review).isWaitingAt("declareConflicts", "replaceExpert", "reviewClosed");
    }

    @Test
    void aReviewFromWhichEverythingWasTakenEnds() {
        var review = start();
        complete(task("declareConflicts", review), withVariables("remaining", 1));

        runtimeService()
                .createMessageCorrelation("reviewClosed")
                .processInstanceBusinessKey(CASE)
                .correlate();

        assertThat(review).hasPassed("reviewOver").isEnded();
        Assertions.assertThat(calls).containsExactly("finish");
    }

    private static ProcessInstance start() {
        return runtimeService()
                .startProcessInstanceByKey(
                        "panel-review",
                        CASE,
                        withVariables("caseId", CASE, "expert", "expert-21", "track", "school", "convener", "JL-EDU"));
    }

    private ProcessInstance late() {
        var review = start();
        managementService().executeJob(timer(review).getId());
        Assertions.assertThat(timer(review).getDuedate()).isEqualTo(LIMIT);
        managementService().executeJob(timer(review).getId());
        return review;
    }

    private static Job timer(ProcessInstance review) {
        return managementService()
                .createJobQuery()
                .processInstanceId(review.getId())
                .timers()
                .singleResult();
    }

    /** What the diagram calls. */
    public class Steps {

        public Date dueAt(String caseId) {
            return due;
        }

        public Date remindAt(String caseId) {
            return REMINDER;
        }

        public void remindExpert(String caseId) {
            calls.add("remind");
        }

        public void finishReview(String caseId) {
            calls.add("finish");
        }
    }

    public static class Deadlines {

        public Date within(String setting) {
            return SECRETARY;
        }
    }
}
