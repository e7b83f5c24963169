package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.Scoring;

/**
 * One application in the list of its track.
 *
 * @param place as in competitions: 1, 2, 2, 4
 * @param tiedWith the others on the same place: neither result nor tie rules part them
 * @param parted the tie rule that parted it from others with the same result; nothing where none was needed
 * @param position by the quota
 * @param margin points ahead of the best beyond the line, or, negative, behind the last within it; nothing without line
 *     or without a neighbour beyond it
 * @param standing how firmly the place stands
 */
public record Ranked(
        UUID application,
        int place,
        Set<UUID> tiedWith,
        Scoring.Tie.@Nullable Kind parted,
        Position position,
        @Nullable BigDecimal margin,
        Standing standing,
        Arithmetic arithmetic) {

    public boolean tied() {
        return !tiedWith.isEmpty();
    }
}
