package rongtong.selection.ranking;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a place when all sheets of any one expert are left out of the whole track.
 *
 * @param best smallest place of all these lists and the true one
 * @param worst greatest
 * @param bestWithout the expert without whom the best place comes about; nothing if it is the true place
 * @param worstWithout likewise
 * @param crossesLine whether one expert decides on which side of the line it stands
 */
public record Standing(
        int best,
        int worst,
        @Nullable String bestWithout,
        @Nullable String worstWithout,
        boolean crossesLine) {

    /** With the place it has without that expert. */
    Standing or(String expert, int place, boolean otherPosition) {
        return new Standing(
                Math.min(best, place),
                Math.max(worst, place),
                place < best ? expert : bestWithout,
                place > worst ? expert : worstWithout,
                crossesLine || otherPosition);
    }
}
