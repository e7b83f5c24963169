package rongtong.workflow;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands: an open step, who holds it (names of units or of the person), since when, due when.
 *
 * @param usual how long this step took in the middle of its latest hundred; null before it was done five times
 */
public record CurrentStep(
        String task,
        String step,
        String name,
        String holder,
        Instant since,
        @Nullable Instant dueAt,
        @Nullable Duration usual) {}
