package rongtong.selection.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of applications.
 *
 * @param id of its case
 * @param number of its case, such as 申报〔2026〕0012号
 * @param track key
 * @param region of the applicant, GB/T 2260
 * @param receivedAt null while it is written
 * @param recommended how many organs of its route have recommended it
 * @param recommenders how many organs its route has
 * @param refused whether one has not recommended it
 */
public record ApplicationRow(
        UUID id,
        String number,
        String applicant,
        String applicantName,
        @Nullable String region,
        String title,
        String track,
        String trackName,
        ApplicationStatus status,
        @Nullable Instant receivedAt,
        int recommended,
        int recommenders,
        boolean refused) {}
