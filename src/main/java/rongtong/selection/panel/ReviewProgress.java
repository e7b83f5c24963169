package rongtong.selection.panel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far one expert is with one review; says nothing of points.
 *
 * @param review its case
 * @param expert user name
 * @param name of the expert
 * @param organization code
 * @param assigned how many applications the expert has
 * @param submitted how many of these are judged
 * @param recused from how many of this track the expert recused
 */
public record ReviewProgress(
        UUID review,
        String track,
        int turn,
        String expert,
        String name,
        String organization,
        int assigned,
        int submitted,
        int recused,
        Instant dueAt,
        @Nullable Instant declaredAt,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return endedAt == null;
    }

    /** Whether the time is up and something is missing. */
    public boolean isLate(Instant now) {
        return isOpen() && dueAt.isBefore(now);
    }
}
