package rongtong.alliance.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A review meeting (供需对接论证会) of a case; a case has a second one when the ledgers are supplemented.
 *
 * @param participants codes of the organisations invited: the demand department, education, science, and others
 * @param ledger name of the ledger version that the meeting rests on
 * @param attendance null before it is held; likewise minutes and decision
 */
public record ReviewMeeting(
        UUID id,
        UUID caseId,
        LocalDateTime heldAt,
        String place,
        String agenda,
        List<String> participants,
        String ledger,
        @Nullable Attendance attendance,
        @Nullable String minutes,
        @Nullable Decision decision) {

    /**
     * Names and posts of those present for each of the three sides (R-LNA-10) and for others.
     *
     * @param others empty if nobody else was there
     */
    public record Attendance(String demand, String education, String science, String others) {}
}
