package rongtong.selection.application;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * Which applications a list shows.
 *
 * @param programme key
 * @param text part of title, number or the applicant's name
 */
public record ApplicationFilter(
        String programme,
        @Nullable UUID round,
        @Nullable String track,
        @Nullable ApplicationStatus status,
        @Nullable String text) {

    /**
     * As an address says it.
     *
     * @throws RuleViolation at {@code round} or {@code status}, if it is none
     */
    public static ApplicationFilter parse(
            String programme,
            @Nullable String round,
            @Nullable String track,
            @Nullable String status,
            @Nullable String text) {
        var roundText = orNull(round);
        var statusText = orNull(status);
        return new ApplicationFilter(
                programme,
                roundText == null ? null : id(roundText),
                orNull(track),
                statusText == null ? null : known(statusText),
                orNull(text));
    }

    private static UUID id(String round) {
        try {
            return UUID.fromString(round);
        } catch (IllegalArgumentException noId) {
            throw refused("round", Message.of("selection.application.no-round", round));
        }
    }

    private static ApplicationStatus known(String status) {
        try {
            return ApplicationStatus.valueOf(status.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw refused(
                    "status",
                    Message.of("selection.application.no-status", status, Arrays.toString(ApplicationStatus.values())));
        }
    }

    private static RuleViolation refused(String field, Message message) {
        return new RuleViolation(message, List.of(new RuleViolation.FieldError(field, message)));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
