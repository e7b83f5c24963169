package rongtong.selection.panel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One application on an expert's desk.
 *
 * @param review case of the {@code panel-review} to which it belongs
 * @param application id of its case
 * @param number of its receipt (申报编号)
 * @param applicant code of the organisation
 * @param declared whether the expert has promised confidentiality and impartiality for this review; before that nothing is
 *     scored
 * @param open whether the review still goes on
 * @param sheet nothing before anything was written
 */
public record Assigned(
        UUID review,
        UUID round,
        String track,
        int turn,
        UUID application,
        String number,
        String title,
        String applicant,
        Instant dueAt,
        boolean declared,
        boolean open,
        @Nullable Sheet sheet) {

    public boolean isSubmitted() {
        return sheet != null && sheet.submittedAt() != null;
    }
}
