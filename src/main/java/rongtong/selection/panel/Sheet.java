package rongtong.selection.panel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one expert says of one application in one turn (评分表).
 *
 * @param application id of its case
 * @param expert user name
 * @param scores points by key of the criterion; a draft may lack some
 * @param submittedAt nothing while it is a draft; afterwards it stays as it is
 */
public record Sheet(
        UUID application,
        String expert,
        int turn,
        Map<String, BigDecimal> scores,
        String comment,
        Instant savedAt,
        @Nullable Instant submittedAt) {}
