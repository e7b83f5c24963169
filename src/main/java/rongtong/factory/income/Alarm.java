package rongtong.factory.income;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be put right.
 *
 * @param caseId the case in which it came up
 * @param amount used outside the permitted uses, or lost, in 万元
 * @param resolution what was done about it; null while it is open
 */
public record Alarm(
        UUID id,
        UUID factory,
        UUID caseId,
        AlarmKind kind,
        BigDecimal amount,
        Instant raisedAt,
        @Nullable Instant resolvedAt,
        @Nullable String resolution) {

    public boolean isOpen() {
        return resolvedAt == null;
    }
}
