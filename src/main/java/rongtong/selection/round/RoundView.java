package rongtong.selection.round;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.selection.application.ApplicationStatus;

/**
 * A round as pages and programs show it.
 *
 * @param code the id once more, and {@code name} the title: so that a list of rounds serves fields of forms
 * @param organName who convenes
 * @param serverTime by which the window is judged
 * @param receiving whether applications are received now
 * @param document number of the call
 * @param counts applications by track and status; nothing for those outside of the departments that lead or take part
 */
public record RoundView(
        UUID id,
        String code,
        String name,
        String programme,
        int version,
        String title,
        String province,
        String organ,
        String organName,
        RoundStatus status,
        OffsetDateTime opensAt,
        OffsetDateTime closesAt,
        OffsetDateTime serverTime,
        boolean receiving,
        @Nullable String document,
        String note,
        String endedReason,
        List<Extended> extensions,
        @Nullable Map<String, Map<ApplicationStatus, Integer>> counts) {

    /** An extension as everybody may read it. */
    public record Extended(OffsetDateTime from, OffsetDateTime to, String reason) {}
}
