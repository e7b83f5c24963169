package rongtong.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import rongtong.shared.Csv;

/**
 * Working days in China: Monday to Friday, less the holidays, and the Saturdays and Sundays on which holidays are made up
 * for. For years whose holidays are not yet announced only weekends are known; such days are provisional.
 */
@Component
public class WorkingDays {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();
    private final Set<Integer> announcedYears = new HashSet<>();

    WorkingDays() {
        for (var row : Csv.read("data/holidays.csv")) {
            var day = LocalDate.parse(row.text("date"));
            exceptions.put(day, row.text("kind").equals("workday"));
            announcedYears.add(day.getYear());
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        var exception = exceptions.get(day);
        if (exception != null) {
            return exception;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
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

    /** The last second, in China, of the {@code days}th working day after a moment. */
    public OffsetDateTime deadline(Instant from, int days) {
        return after(LocalDate.ofInstant(from, CHINA), days)
                .atTime(LAST_SECOND)
                .atZone(CHINA)
                .toOffsetDateTime();
    }

    /** Working days left from a moment to a deadline: 0 on its last day, negative when it is over. */
    public int left(Instant now, Instant deadline) {
        return between(LocalDate.ofInstant(now, CHINA), LocalDate.ofInstant(deadline, CHINA));
    }
}
