package rongtong.workflow.countersign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One unit's opinion on a subject.
 *
 * @param unit code of the organisation asked
 * @param stance null while it has not answered and the deadline runs
 * @param comment empty where the unit simply agrees
 * @param actor who spoke for the unit; null while open and where it stayed silent
 */
public record Opinion(
        String unit,
        @Nullable Stance stance,
        String comment,
        @Nullable String actor,
        @Nullable Instant at) {

    /** Whether nothing more is to be expected. */
    public boolean settled() {
        return stance != null;
    }
}
