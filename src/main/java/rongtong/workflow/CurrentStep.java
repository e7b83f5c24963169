package rongtong.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a case stands: an open step, who holds it (names of units or of the person), since when, due when. */
public record CurrentStep(
        String task,
        String step,
        String name,
        String holder,
        Instant since,
        @Nullable Instant dueAt) {}
