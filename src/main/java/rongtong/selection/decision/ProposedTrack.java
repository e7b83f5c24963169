package rongtong.selection.decision;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import rongtong.selection.ranking.QuotaCheck;

/**
 * How the proposals of one track stand.
 *
 * @param quota the number of selected ones against the quota
 * @param open ranked applications for which nothing is proposed yet
 * @param departures applications that depart from the rank
 * @param unreasoned those of them without a reason
 */
public record ProposedTrack(
        String track,
        QuotaCheck quota,
        int selected,
        int reserve,
        int open,
        Set<UUID> departures,
        List<UUID> unreasoned) {

    /** Whether the list could go to the joint meeting as it is. */
    public boolean complete() {
        return open == 0 && unreasoned.isEmpty() && quota.verdict() != QuotaCheck.Verdict.BROKEN;
    }
}
