package rongtong.selection.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.Outcome;

/**
 * What becomes of one ranked application: proposed, then decided, then published.
 *
 * @param proposed nothing yet
 * @param reason where the proposal departs from the rank
 * @param decided by the latest decision about it; nothing before the joint one
 * @param status where the application stands now
 */
public record ResultLine(
        UUID application,
        String track,
        int place,
        String title,
        String applicantName,
        @Nullable Outcome proposed,
        String reason,
        @Nullable Outcome decided,
        ApplicationStatus status) {}
