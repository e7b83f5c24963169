package rongtong.selection.panel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one expert judges in one track and turn (评审任务).
 *
 * @param caseId of its {@code panel-review}
 * @param expert user name
 * @param declaredAt when the expert promised confidentiality and impartiality
 */
public record Review(
        UUID caseId,
        UUID round,
        String track,
        String expert,
        int turn,
        Instant openedAt,
        Instant dueAt,
        @Nullable Instant declaredAt,
        @Nullable Instant endedAt) {

    public boolean isOpen() {
        return endedAt == null;
    }
}
