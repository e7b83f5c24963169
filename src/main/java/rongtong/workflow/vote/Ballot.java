package rongtong.workflow.vote;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one vote of one unit.
 *
 * @param unit code of the organisation
 * @param choice null while the unit has not voted and there is time
 * @param remark empty where the unit says nothing more
 * @param actor account that voted for the unit; null while open and where it was absent
 */
public record Ballot(
        String unit,
        @Nullable Choice choice,
        String remark,
        @Nullable String actor,
        @Nullable Instant at) {}
