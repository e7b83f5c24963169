package rongtong.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.shared.RuleViolation;
import rongtong.workflow.CaseStatus;
import rongtong.workflow.Cases;
import rongtong.workflow.TaskActions;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.TaskRow;
import rongtong.workflow.TimelineEntry;

/** The statutory clock of the test process {@code clocked}: ten working days to check, with the clock moved. */
@RongtongTest
class ClocksTest {

    static final String HANDLER = "ln-edu.handler";

    @Autowired
    MovableClock time;

    @Autowired
    CurrentUser user;

    @Autowired
    Cases cases;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskActions actions;

    @Autowired
    Clocks clocks;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService engineTasks;

    @BeforeEach
    void beforeNationalDay() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        time.setTo("2026-09-28T10:00:00");
    }

    @Test
    void tenWorkingDaysAcrossNationalDayEndOnTheSixteenth() throws Exception {
        var caseId = started();

        // 29, 30 September; 8, 9, Saturday 10 (made up), 12 to 16 October
        assertThat(clock(caseId).due()).isEqualTo("2026-10-16T15:59:59Z");
        assertThat(task(caseId).dueAt()).isEqualTo("2026-10-16T15:59:59Z");
        assertThat(timer(caseId, "limit").getDuedate()).isEqualTo(Date.from(Instant.parse("2026-10-16T15:59:59Z")));
        // three working days before
        assertThat(timer(caseId, "reminder").getDuedate()).isEqualTo(Date.from(Instant.parse("2026-10-13T01:00:00Z")));
    }

    @Test
    void saysInWordsWhichDayItIsAndHowManyAreLeft() throws Exception {
        var caseId = started();
        assertThat(clock(caseId).text()).isEqualTo("核验 09-28，次日起算，剩余 10 个工作日");

        time.setTo("2026-10-12T09:00:00");
        assertThat(clock(caseId).text()).isEqualTo("核验 09-28，第 6 个工作日，剩余 4 个工作日");
        assertThat(clock(caseId).colour()).isEqualTo(Light.GREEN);
        time.setTo("2026-10-13T09:00:00");
        assertThat(clock(caseId).colour()).isEqualTo(Light.AMBER);
        time.setTo("2026-10-16T09:00:00");
        assertThat(clock(caseId).text()).isEqualTo("核验 09-28，第 10 个工作日，今天到期");
        assertThat(clock(caseId).colour()).isEqualTo(Light.RED);
        time.setTo("2026-10-20T09:00:00");
        assertThat(clock(caseId).text()).isEqualTo("核验 09-28，期限 10-16，已逾期 2 个工作日");

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(clock(caseId).text()).isEqualTo("Check 09-28, due 10-16, overdue by 2 working days");
    }

    @Test
    void daysOfTheCorrectionCountForTheApplicantAndMoveTheLimit() throws Exception {
        var caseId = started();
        time.setTo("2026-09-30T15:00:00");
        complete(caseId, Map.of("result", "CORRECT"));

        time.setTo("2026-10-09T11:00:00");
        var stopped = clock(caseId);
        assertThat(stopped.text()).isEqualTo("核验 09-28，第 2 个工作日停钟（等待申请人补正，09-30 起，已 2 个工作日），恢复后剩余 8 个工作日");
        assertThat(stopped.overdue()).isFalse();
        complete(caseId, Map.of("corrected", "已补正"));

        var goingOn = clock(caseId);
        assertThat(goingOn.departmentDays()).isEqualTo(2);
        assertThat(goingOn.applicantDays()).isEqualTo(2);
        assertThat(goingOn.remaining()).isEqualTo(8);
        assertThat(goingOn.due()).isEqualTo("2026-10-20T15:59:59Z");
        assertThat(task(caseId).dueAt()).isEqualTo(goingOn.due());
        assertThat(as(() -> cases.get(caseId)).timeline())
                .extracting(TimelineEntry::action)
                .containsSubsequence("clock-stopped", "clock-resumed");
    }

    @Test
    void whileItStandsStillNothingThatHangsOnItFallsDue() throws Exception {
        var caseId = started();
        clocks.stop(caseId, "check", PauseReason.EXPERTS);

        assertThat(task(caseId).dueAt()).isNull();
        assertThat(engineTask(caseId).getDueDate()).isNull();
        assertThat(timer(caseId, "limit").getDuedate()).isAfter("2900-01-01");
        assertThat(timer(caseId, "reminder").getDuedate()).isAfter("2900-01-01");

        time.setTo("2026-12-01T10:00:00");
        clocks.resume(caseId, "check");

        assertThat(clock(caseId).remaining()).isEqualTo(10);
        assertThat(clock(caseId).due()).isEqualTo("2026-12-15T15:59:59Z");
        assertThat(task(caseId).dueAt()).isEqualTo("2026-12-15T15:59:59Z");
        assertThat(engineTask(caseId).getDueDate()).isEqualTo(Date.from(Instant.parse("2026-12-15T15:59:59Z")));
        assertThat(timer(caseId, "limit").getDuedate()).isEqualTo(Date.from(Instant.parse("2026-12-15T15:59:59Z")));
    }

    @Test
    void aStageIsExtendedOnce() throws Exception {
        var caseId = started();
        complete(caseId, Map.of("result", "EXTEND"));
        assertThat(clock(caseId).limit()).isEqualTo(20);
        assertThat(task(caseId).dueAt()).isEqualTo("2026-10-30T15:59:59Z");
        assertThat(clock(caseId).text()).endsWith("，剩余 20 个工作日，已延长 10 个工作日");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> complete(caseId, Map.of("result", "EXTEND")))
                .withMessageContaining("clock.extended-before");
        assertThat(clock(caseId).limit()).isEqualTo(20);
    }

    @Test
    void silenceUntilTheLimitTakesTheWayOfTheModel() throws Exception {
        var caseId = started();
        time.setTo("2026-10-17T00:00:01");

        management.executeJob(timer(caseId, "limit").getId());

        assertThat(as(() -> cases.get(caseId)).row().status()).isEqualTo(CaseStatus.COMPLETED);
        assertThat(clock(caseId).running()).isFalse();
    }

    @Test
    void theLeadersAreToldOnceThatTheLimitHasPassed() throws Exception {
        var caseId = started();
        time.setTo("2026-10-17T08:00:00");

        clocks.escalateOverdue();
        clocks.escalateOverdue();

        assertThat(as(() -> cases.get(caseId)).timeline())
                .extracting(TimelineEntry::action)
                .filteredOn("overdue"::equals)
                .hasSize(1);
    }

    @Test
    void theEndStopsTheCount() throws Exception {
        var caseId = started();
        time.setTo("2026-10-08T10:00:00");
        complete(caseId, Map.of("result", "PASS"));
        time.setTo("2026-12-01T10:00:00");

        assertThat(clock(caseId).text()).isEqualTo("核验 09-28，用 3 个工作日办结");
        assertThat(clock(caseId).overdue()).isFalse();
    }

    @Test
    void aLimitInAYearWithoutAnnouncedHolidaysIsProvisional() throws Exception {
        time.setTo("2026-12-25T10:00:00");
        var caseId = started();

        assertThat(clock(caseId).provisional()).isTrue();
        assertThat(clock(caseId).text()).endsWith("（2027 年节假日安排尚未公布，期限为预估）");
    }

    @Test
    void expertsStopTheClockUntilTheyHaveAllAnswered() throws Exception {
        var caseId = started();
        time.setTo("2026-09-29T10:00:00");
        complete(caseId, Map.of("result", "EXPERTS"));
        var asking = task(caseId);
        assertThat(asking.step()).isEqualTo("askExperts");
        var asked = Map.<String, Object>of(
                "way", "EXPERTS", "experts", List.of("expert-01", "expert-02"), "question", "是否可行", "expertDays", 99);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> complete(caseId, asked))
                .satisfies(refused -> assertThat(refused.fields())
                        .extracting(RuleViolation.FieldError::field)
                        .containsExactly("expertDays"));
        var fiveDays = new java.util.HashMap<>(asked);
        fiveDays.put("expertDays", 5);
        complete(caseId, fiveDays);
        assertThat(clock(caseId).stopReason()).isEqualTo(PauseReason.EXPERTS);

        time.setTo("2026-10-09T10:00:00");
        for (var expert : List.of("expert-01", "expert-02")) {
            var task = user.runAs(expert, () -> find(caseId));
            assertThat(user.runAs(expert, () -> inbox.open(task.id())).values()).containsEntry("question", "是否可行");
            user.runAs(
                    expert,
                    () -> actions.complete(
                            task.id(), Map.of("conclusion", "AGREE", "expertText", "可行"), "", List.of()));
        }

        assertThat(clock(caseId).stopped()).isFalse();
        assertThat(clock(caseId).expertDays()).isEqualTo(3);
        assertThat(task(caseId).step()).isEqualTo("check");
        assertThat(task(caseId).dueAt()).isEqualTo("2026-10-21T15:59:59Z");
    }

    private UUID started() throws Exception {
        return as(() -> cases.start("clocked", Map.of("title", "限时事项"))).caseId();
    }

    private ClockView clock(UUID caseId) {
        return clocks.of(caseId).getFirst();
    }

    private TaskRow task(UUID caseId) throws Exception {
        return as(() -> find(caseId));
    }

    private TaskRow find(UUID caseId) {
        return inbox
                .find(new TaskQuery(TaskQuery.View.TODO, "clocked", null, false, TaskQuery.Sort.NEWEST, 0, 200))
                .items()
                .stream()
                .filter(task -> task.caseId().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    private org.camunda.bpm.engine.task.Task engineTask(UUID caseId) {
        return engineTasks
                .createTaskQuery()
                .processInstanceBusinessKey(caseId.toString())
                .singleResult();
    }

    private Job timer(UUID caseId, String event) {
        var instance = engineTask(caseId).getProcessInstanceId();
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(event)
                .singleResult();
    }

    private void complete(UUID caseId, Map<String, Object> values) throws Exception {
        as(() -> actions.complete(task(caseId).id(), values, "", List.of()));
    }

    private <T> T as(Callable<T> work) throws Exception {
        return user.runAs(HANDLER, work);
    }
}
