package rongtong.credit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry on an organisation's credit.
 *
 * @param source who says so
 * @param decision number of the decision, nothing where the source gives none
 * @param validTo last day; nothing: until it is repaired
 * @param repairedOn day from which it counts no longer (信用修复)
 */
public record CreditRecord(
        UUID id,
        String organization,
        CreditKind kind,
        String reason,
        String source,
        @Nullable String decision,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable LocalDate repairedOn) {

    /** Whether the entry stands on a day. */
    public boolean isInForce(LocalDate on) {
        return !on.isBefore(validFrom)
                && (validTo == null || !on.isAfter(validTo))
                && (repairedOn == null || on.isBefore(repairedOn));
    }
}
