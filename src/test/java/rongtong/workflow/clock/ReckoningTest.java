package rongtong.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rongtong.calendar.TestCalendars;
import rongtong.calendar.WorkCalendar;
import rongtong.workflow.clock.Reckoning.Pause;

/** What must hold of every clock, however often it is stopped. */
class ReckoningTest {

    static final WorkCalendar CALENDAR = TestCalendars.published();

    /** Clocks by chance, the same in every run: starts over nine years, limits to 60 days, up to three stops in time. */
    static List<Reckoning> clocks() {
        var random = new Random(20261121);
        var clocks = new ArrayList<Reckoning>();
        for (int i = 0; i < 300; i++) {
            var start = LocalDate.of(2018, 1, 1).plusDays(random.nextInt(3200));
            int limit = 1 + random.nextInt(60);
            var pauses = new ArrayList<Pause>();
            var from = start;
            for (int n = random.nextInt(4); n > 0; n--) {
                var due = new Reckoning(CALENDAR, start, limit, pauses).due(from);
                if (due.isBefore(from)) {
                    break;
                }
                var stop = from.plusDays(random.nextInt((int) (due.toEpochDay() - from.toEpochDay()) + 1));
                var resume = stop.plusDays(random.nextInt(30));
                pauses.add(new Pause(PauseReason.values()[random.nextInt(3)], stop, resume));
                from = resume;
            }
            clocks.add(new Reckoning(CALENDAR, start, limit, List.copyOf(pauses)));
        }
        return clocks;
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void stoppingForSomeWorkingDaysMovesTheLimitByAsMany(Reckoning clock) {
        var unstopped = CALENDAR.after(clock.startedOn(), clock.limit());
        int stopped = clock.pauses().stream()
                .mapToInt(pause -> CALENDAR.between(pause.stoppedOn(), pause.resumedOn()))
                .sum();

        assertThat(CALENDAR.between(unstopped, clock.due(LocalDate.MAX.minusYears(1))))
                .isEqualTo(stopped);
    }

    @Test
    void aPauseThatHasNotBegunHasNoDays() {
        var start = LocalDate.of(2026, 9, 28);
        var pause = new Pause(PauseReason.APPLICANT, LocalDate.of(2026, 11, 23), null);
        var clock = new Reckoning(CALENDAR, start, 5, List.of(pause));

        assertThat(clock.due(start)).isEqualTo(CALENDAR.after(start, 5));
        assertThat(clock.used(start)).isZero();
    }

    @ParameterizedTest
    @MethodSource("clocks")
    void everyWorkingDayCountsForSomebodyAndForOneAlone(Reckoning clock) {
        var today = clock.due(clock.startedOn().plusYears(1));
        int others = 0;
        for (var reason : PauseReason.values()) {
            others += clock.paused(reason, today);
        }

        assertThat(clock.used(today) + others).isEqualTo(CALENDAR.between(clock.startedOn(), today));
        assertThat(clock.used(today)).isEqualTo(clock.limit());
        assertThat(clock.remaining(today)).isZero();
    }

    @Test
    void asManyDaysAreLeftWhenItGoesOnAsWhenItWasStopped() {
        var start = LocalDate.of(2026, 9, 28);
        var stop = LocalDate.of(2026, 9, 30);
        for (var resume = stop; resume.isBefore(stop.plusMonths(2)); resume = resume.plusDays(1)) {
            var clock = new Reckoning(CALENDAR, start, 10, List.of(new Pause(PauseReason.EXPERTS, stop, resume)));

            assertThat(clock.remaining(resume)).isEqualTo(8);
        }
    }

    @Test
    void aStopAfterTheLastDayDoesNotSaveTheOrgan() {
        var start = LocalDate.of(2026, 3, 2);
        var late = new Pause(PauseReason.EXPERTS, LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 18));
        var clock = new Reckoning(CALENDAR, start, 5, List.of(late));

        assertThat(clock.due(LocalDate.of(2026, 3, 20))).isEqualTo("2026-03-09");
        assertThat(clock.paused(PauseReason.EXPERTS, LocalDate.of(2026, 3, 20))).isEqualTo(5);
        // two days too late before the stop, two after it
        assertThat(clock.remaining(LocalDate.of(2026, 3, 20))).isEqualTo(-4);
    }
}
