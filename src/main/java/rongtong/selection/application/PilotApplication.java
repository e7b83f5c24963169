package rongtong.selection.application;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One application to a track of a round.
 *
 * @param caseId of its {@code pilot-application}; its id everywhere
 * @param applicant code of the organisation
 * @param region of the applicant, GB/T 2260
 * @param answers to the track's form, corrections included; what was typed last where it was never submitted; empty while it
 *     is written
 * @param receipt number of the receipt (回执); nothing before it was submitted
 * @param receivedAt the server's time of receipt, which alone decides whether it was in time
 */
public record PilotApplication(
        UUID caseId,
        UUID round,
        String track,
        String applicant,
        @Nullable String region,
        String title,
        ApplicationStatus status,
        Map<String, Object> answers,
        @Nullable String receipt,
        @Nullable Instant receivedAt) {}
