package rongtong.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Days of work and rest of one jurisdiction at one moment; never changes. A question about many days is asked of one
 * calendar, so that its answers agree.
 */
public final class WorkCalendar {

    /** Days of the procedures are days in China. */
    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Map<LocalDate, Boolean> exceptions;
    private final Set<Integer> announcedYears;

    /**
     * @param exceptions whether there is work, on the days where the week does not say it
     * @param announcedYears years whose holidays are known
     */
    WorkCalendar(Map<LocalDate, Boolean> exceptions, Set<Integer> announcedYears) {
        this.exceptions = Map.copyOf(exceptions);
        this.announcedYears = Set.copyOf(announcedYears);
    }

    /** This calendar with other days; to see what a change would do before it is made. */
    public WorkCalendar with(Map<LocalDate, Boolean> changes) {
        var changed = new HashMap<>(exceptions);
        changed.putAll(changes);
        return new WorkCalendar(changed, announcedYears);
    }

    public boolean isWorkingDay(LocalDate day) {
        var exception = exceptions.get(day);
        return exception == null ? !isWeekend(day) : exception;
    }

    /** Whether the holidays of its year are not yet announced, so that a deadline on it may still move. */
    public boolean isProvisional(LocalDate day) {
        return !announcedYears.contains(day.getYear());
    }

    /**
     * The {@code n}th working day after a day, which is not counted itself: the first working day after it is day 1.
     *
     * @param n 0 gives the day itself
     * @throws IllegalArgumentException if negative
     */
    public LocalDate after(LocalDate day, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("Cannot count %d working days".formatted(n));
        }
        var result = day;
        for (int counted = 0; counted < n; ) {
            result = result.plusDays(1);
            if (isWorkingDay(result)) {
                counted++;
            }
        }
        return result;
    }

    /** The {@code n}th working day before a day; the last working day before it is the first. 0 gives the day itself. */
    public LocalDate before(LocalDate day, int n) {
        var result = day;
        for (int counted = 0; counted < n; ) {
            result = result.minusDays(1);
            if (isWorkingDay(result)) {
                counted++;
            }
        }
        return result;
    }

    /** Working days after {@code from} up to and with {@code to}; negative if {@code to} lies before {@code from}. */
    public int between(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return -between(to, from);
        }
        return (int) from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    /** The last second, in China, of a day. */
    public OffsetDateTime endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(CHINA).toOffsetDateTime();
    }

    /** The last second, in China, of the {@code days}th working day after a moment. */
    public OffsetDateTime deadline(Instant from, int days) {
        return endOf(after(dayOf(from), days));
    }

    /** Working days left from a moment to a deadline: 0 on its last day, negative when it is over. */
    public int left(Instant now, Instant deadline) {
        return between(dayOf(now), dayOf(deadline));
    }

    /** The day, in China, on which a moment lies. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, CHINA);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
