package rongtong.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.calendar.CalendarChange;
import rongtong.calendar.Calendars;
import rongtong.calendar.WorkingDays;
import rongtong.identity.CurrentUser;
import rongtong.shared.RuleViolation;
import rongtong.workflow.Cases;

/** A change of the calendar moves the clocks that run, in its province alone. */
@RongtongTest
class ClockCalendarTest {

    static final List<LocalDate> TWO_DAYS = List.of(LocalDate.of(2026, 10, 13), LocalDate.of(2026, 10, 14));
    static final CalendarChange REST = new CalendarChange("LN", TWO_DAYS, false, "省庆放假", "辽政办〔2026〕1号");

    @Autowired
    MovableClock time;

    @Autowired
    CurrentUser user;

    @Autowired
    Cases cases;

    @Autowired
    Clocks clocks;

    @Autowired
    ClockCalendar calendar;

    @Autowired
    Calendars calendars;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    UUID caseId;

    @BeforeEach
    void oneClockRuns() throws Exception {
        time.setTo("2026-09-28T10:00:00");
        caseId = user.runAs("ln-edu.handler", () -> cases.start("clocked", Map.of("title", "日历变更")))
                .caseId();
    }

    @AfterEach
    void asItWas() throws Exception {
        user.runAs("admin", () -> {
            TWO_DAYS.forEach(day -> calendar.takeBack("LN", day, done -> {}));
            return null;
        });
    }

    @Test
    void thePreviewSaysWhatWouldMoveAndChangesNothing() throws Exception {
        var moves = user.runAs("admin", () -> calendar.preview(REST));

        assertThat(moves)
                .filteredOn(move -> move.caseId().equals(caseId))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.from()).isEqualTo("2026-10-16");
                    assertThat(move.to()).isEqualTo("2026-10-20");
                });
        assertThat(clocks.of(caseId).getFirst().due()).isEqualTo("2026-10-16T15:59:59Z");
    }

    @Test
    void theChangeMovesClockTaskAndTimerAndIsAudited() throws Exception {
        var progress = new ArrayList<Integer>();

        int moved = user.runAs("admin", () -> calendar.enter(REST, progress::add));

        var due = Instant.parse("2026-10-20T15:59:59Z");
        assertThat(moved).isPositive();
        assertThat(progress).hasSizeGreaterThanOrEqualTo(moved);
        assertThat(clocks.of(caseId).getFirst().due()).isEqualTo(due);
        assertThat(user.runAs("ln-edu.handler", () -> cases.get(caseId))
                        .current()
                        .getFirst()
                        .dueAt())
                .isEqualTo(due);
        assertThat(management.createJobQuery().activityId("limit").list().stream()
                        .filter(job -> job.getDuedate().equals(Date.from(due))))
                .isNotEmpty();
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'CALENDAR.CHANGED'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void anotherProvinceKeepsItsDays() throws Exception {
        user.runAs("admin", () -> calendar.enter(REST, done -> {}));

        assertThat(workingDays.current("LN").isWorkingDay(TWO_DAYS.getFirst())).isFalse();
        assertThat(workingDays.current("JL").isWorkingDay(TWO_DAYS.getFirst())).isTrue();
        assertThat(calendars.year("LN", 2026))
                .filteredOn(day -> day.day().equals(TWO_DAYS.getFirst()))
                .singleElement()
                .satisfies(day -> assertThat(day.source()).isEqualTo("辽政办〔2026〕1号"));
    }

    @Test
    void aStepAtTheSameMomentIsWaitedFor() throws Exception {
        try (var threads = Executors.newSingleThreadExecutor()) {
            var moved = transaction.execute(status -> {
                jdbc.sql("select id from workflow.task where case_id = ? for update")
                        .param(caseId)
                        .query(String.class)
                        .list();
                var change = threads.submit(() -> user.runAs("admin", () -> calendar.enter(REST, done -> {})));
                for (int tries = 0; waiting() == 0 && tries < 200; tries++) {
                    pause();
                }
                // as a step does that ends its stage: each now has what the other wants
                jdbc.sql("select id from workflow.clock where case_id = ? for update")
                        .param(caseId)
                        .query(UUID.class)
                        .list();
                return change;
            });

            assertThat(moved.get()).isPositive();
        }
        assertThat(clocks.of(caseId).getFirst().due()).isEqualTo("2026-10-20T15:59:59Z");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private long waiting() {
        return jdbc.sql("select count(*) from pg_locks where not granted")
                .query(Long.class)
                .single();
    }

    @Test
    void aChangeNeedsAReason() {
        var unreasoned = new CalendarChange("LN", TWO_DAYS, false, " ", "");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> user.runAs("admin", () -> calendar.enter(unreasoned, done -> {})))
                .satisfies(refused -> assertThat(refused.fields())
                        .extracting(RuleViolation.FieldError::field)
                        .containsExactly("reason"));
    }

    @Test
    void onlyAdministratorsChangeDays() {
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> user.runAs("ln-edu.leader", () -> calendar.enter(REST, done -> {})));
    }
}
