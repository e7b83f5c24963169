package rongtong.workflow.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A clock as people see it today.
 *
 * @param stage key of the stage, such as {@code acceptance}
 * @param organ code of the organisation whose days these are; null where the model names none
 * @param startedOn day of the event, not counted itself
 * @param limit working days that the stage gives, with the extension
 * @param day which working day of the organ it is today, or was when the clock was stopped or ended; 0 on the first day
 * @param remaining working days left after today; negative when overdue
 * @param stoppedSince null while it runs
 * @param stopReason null while it runs
 * @param extension working days by which it was extended; 0 if it was not
 * @param due last moment; while stopped as if it went on today
 * @param endedOn null until the stage has ended
 * @param departmentDays working days that count for the organ
 * @param applicantDays working days that count for the applicant
 * @param expertDays working days that count for experts
 * @param objectionDays working days on which an objection was heard
 * @param provisional whether the deadline lies in a year whose holidays are not yet announced
 * @param text all of this in a sentence, in the language of the reader
 */
public record ClockView(
        UUID caseId,
        String stage,
        String stageName,
        @Nullable String organ,
        @Nullable String organName,
        LocalDate startedOn,
        int limit,
        int day,
        int remaining,
        @Nullable LocalDate stoppedSince,
        @Nullable PauseReason stopReason,
        boolean extended,
        int extension,
        Instant due,
        @Nullable LocalDate endedOn,
        boolean overdue,
        Light colour,
        int departmentDays,
        int applicantDays,
        int expertDays,
        int objectionDays,
        boolean provisional,
        String text) {

    public boolean stopped() {
        return stoppedSince != null;
    }

    public boolean running() {
        return endedOn == null;
    }
}
