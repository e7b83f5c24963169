package rongtong.alliance.council;

import java.time.LocalDate;

/**
 * A meeting of the council.
 *
 * @param number from 1; the first is the founding meeting
 * @param convenedBy code of the chair unit, which also chairs (R-LNA-23)
 */
public record CouncilMeeting(
        int number, String convenedBy, LocalDate heldOn, String heldAt, String place, String agenda) {}
