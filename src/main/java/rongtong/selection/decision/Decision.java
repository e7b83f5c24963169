package rongtong.selection.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What was decided about a round; a record that nothing changes.
 *
 * @param number from 1, within the round
 * @param attendees codes of the departments that attended
 * @param minutes of the meeting, or the reasons of an amendment
 * @param actor user name of the leader who recorded it
 */
public record Decision(
        UUID id,
        int number,
        Kind kind,
        LocalDate heldOn,
        List<String> attendees,
        String minutes,
        String actor,
        Instant at) {

    /** How it came about. */
    public enum Kind {
        /** 联合审定. */
        JOINT,
        /** 异议成立后修改名单. */
        AMENDMENT
    }
}
