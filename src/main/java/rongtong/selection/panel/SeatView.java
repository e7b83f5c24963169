package rongtong.selection.panel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.selection.panel.Assignment.Explanation;

/**
 * One seat of a panel, as the convening department sees it.
 *
 * @param application id of its case
 * @param expert user name
 * @param name of the expert
 * @param organization from which the expert comes
 * @param replaces user name of the expert in whose place this one sits
 * @param endedReason {@code RECUSED}, {@code REPLACED}, {@code LATE}, {@code WITHDRAWN}; nothing for a seat that is taken
 * @param endedNote why, in words
 * @param submitted whether the latest sheet is in; never what it says
 */
public record SeatView(
        UUID application,
        String title,
        String applicant,
        String expert,
        String name,
        String organization,
        Explanation why,
        @Nullable String replaces,
        @Nullable String endedReason,
        @Nullable String endedNote,
        boolean submitted) {

    /** An application and the seats of its panel, those that ended last. */
    public record Panel(UUID application, String title, String applicant, List<SeatView> seats) {

        /** How many judge it now. */
        public long taken() {
            return seats.stream().filter(seat -> seat.endedReason() == null).count();
        }
    }
}
