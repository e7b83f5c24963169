package rongtong.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many open tasks a person may act on, by how soon they are due. {@code later} counts those without a deadline too.
 *
 * @param thisWeekFirst when the first of those is due that are due this week but not today
 * @param laterFirst when the first of those is due that are due after this week
 */
public record InboxCounts(
        long overdue,
        long today,
        long thisWeek,
        long later,
        @Nullable Instant thisWeekFirst,
        @Nullable Instant laterFirst) {

    public long total() {
        return overdue + today + thisWeek + later;
    }
}
