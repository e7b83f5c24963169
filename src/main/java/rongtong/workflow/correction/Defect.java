package rongtong.workflow.correction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an applicant has to correct.
 *
 * @param stage name of the stage of the procedure in which it was found
 * @param round from 1, by stage
 * @param field data path in the application form, such as {@code assets[0].value}
 * @param label what the field is called, in the reader's language
 * @param raisedBy display name
 * @param closedBy display name of who checked the correction; null while open, and where the deadline passed
 * @param before the answer in words when the defect was found
 * @param after the answer in words as it was corrected; null before that
 */
public record Defect(
        String stage,
        int round,
        String field,
        String label,
        String reason,
        State state,
        String raisedBy,
        Instant raisedAt,
        @Nullable String closedBy,
        @Nullable Instant closedAt,
        String before,
        @Nullable String after) {

    /** Where a defect stands. Its words are {@code workflow.defect.<NAME>}. */
    public enum State {
        /** The applicant has it. */
        ASKED,
        /** Corrected, and not yet checked. */
        CORRECTED,
        /** Checked: it is in order now. */
        CLOSED,
        /** Checked: it is not in order yet. */
        STILL_OPEN,
        /** The applicant let the deadline pass. */
        LAPSED
    }
}
