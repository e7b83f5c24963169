package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.selection.application.Outcome;
import rongtong.selection.programme.Scoring;

/**
 * One line of a ranked list.
 *
 * @param applicant code of the organisation
 * @param region name of the applicant's region; empty where it has none
 * @param place as in competitions: 1, 2, 2, 4
 * @param margin points to the nearest application on the other side of the line; negative beyond it
 * @param parted the tie rule that was needed
 * @param best smallest place when any one expert is left out, the true place included
 * @param worst greatest
 * @param outcome proposed by the convening department; nothing yet
 * @param reason where the proposal departs from the rank
 */
public record RankingRow(
        UUID application,
        String track,
        int place,
        boolean tied,
        String title,
        String applicant,
        String applicantName,
        String region,
        BigDecimal score,
        BigDecimal spread,
        boolean alarm,
        Position position,
        @Nullable BigDecimal margin,
        Scoring.Tie.@Nullable Kind parted,
        int best,
        int worst,
        boolean crossesLine,
        @Nullable Instant receivedAt,
        @Nullable Outcome outcome,
        String reason) {

    /** Whether leaving out one expert would change the place. */
    public boolean moves() {
        return best != worst;
    }
}
