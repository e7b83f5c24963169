package rongtong.selection.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.selection.application.Outcome;

/**
 * What stands decided about one application, after all amendments.
 *
 * @param place its rank in the track; nothing if it was not ranked
 * @param decision number of the decision that says so
 */
public record DecidedLine(
        UUID application,
        String track,
        @Nullable Integer place,
        String title,
        String applicant,
        @Nullable String region,
        Outcome outcome,
        String reason,
        int decision) {}
