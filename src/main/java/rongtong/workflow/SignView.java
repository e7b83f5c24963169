package rongtong.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is asked beside a task.
 *
 * @param username account that is asked
 * @param name of it
 * @param stance {@code AGREE}, {@code AGREE_WITH_CONDITIONS} or {@code DISAGREE}; null while open
 */
public record SignView(
        SignPosition position,
        String username,
        String name,
        @Nullable String stance,
        String comment,
        Instant requestedAt,
        @Nullable Instant answeredAt) {}
