package rongtong.selection.round;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round of a programme.
 *
 * @param caseId of the {@code pilot-selection} that carries it out; its id everywhere
 * @param programme key; with {@code version} the programme as it was when the round was prepared
 * @param organ department that convenes
 * @param closesAt last instant at which an application is received; extensions move it
 * @param document number of the call (通知); nothing before it is issued
 */
public record Round(
        UUID caseId,
        String programme,
        int version,
        String title,
        String province,
        String organ,
        RoundStatus status,
        Instant opensAt,
        Instant closesAt,
        @Nullable String document) {

    /**
     * Whether an application that arrives at this instant is in time. One that arrived in time is so for as long as its
     * submission takes, even if the window has closed meanwhile.
     *
     * @param at when the server received it
     */
    public boolean receives(Instant at) {
        return (status == RoundStatus.OPEN || status == RoundStatus.CLOSED)
                && !at.isBefore(opensAt)
                && !at.isAfter(closesAt);
    }
}
