package rongtong.workflow.expert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One opinion of a round.
 *
 * @param expert user name
 * @param conclusion null while it is open
 */
public record ExpertOpinion(
        String expert,
        @Nullable Conclusion conclusion,
        String text,
        @Nullable Instant givenAt) {}
