package rongtong.workflow.clock;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.calendar.WorkCalendar;

/**
 * The arithmetic of one clock: which day is its last, and whose the days were.
 *
 * @param limit working days with the extension, at least 1
 * @param pauses in the order of time, not overlapping
 */
record Reckoning(WorkCalendar calendar, LocalDate startedOn, int limit, List<Pause> pauses) {

    /**
     * The day of the stop is the organ's last, that of the going on is not yet counted again.
     *
     * @param resumedOn null while it lasts
     */
    record Pause(
            PauseReason reason,
            LocalDate stoppedOn,
            @Nullable LocalDate resumedOn) {

        LocalDate until(LocalDate today) {
            return resumedOn == null ? today : resumedOn;
        }
    }

    /** The last day; a pause that lasts ends today. A stop after the last day does not save the organ: the limit stays. */
    LocalDate due(LocalDate today) {
        int days = limit;
        var due = calendar.after(startedOn, days);
        for (var pause : pauses) {
            if (!pause.stoppedOn().isAfter(due)) {
                days += length(pause, today);
                due = calendar.after(startedOn, days);
            }
        }
        return due;
    }

    /** Working days that count for the organ until today, with today. */
    int used(LocalDate today) {
        return calendar.between(startedOn, today)
                - pauses.stream().mapToInt(pause -> length(pause, today)).sum();
    }

    int remaining(LocalDate today) {
        return limit - used(today);
    }

    /** Working days until today that count for somebody else. */
    int paused(PauseReason reason, LocalDate today) {
        return pauses.stream()
                .filter(pause -> pause.reason() == reason)
                .mapToInt(pause -> length(pause, today))
                .sum();
    }

    /** Nothing for a machine whose time was set back to before the stop. */
    private int length(Pause pause, LocalDate today) {
        return Math.max(0, calendar.between(pause.stoppedOn(), pause.until(today)));
    }
}
