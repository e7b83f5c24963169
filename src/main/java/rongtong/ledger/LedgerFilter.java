package rongtong.ledger;

import org.jspecify.annotations.Nullable;

/** Which ledgers a list shows; what is left out does not narrow it. */
public record LedgerFilter(
        @Nullable Integer year,
        @Nullable LedgerType type,
        @Nullable RoundStatus status) {

    public static LedgerFilter all() {
        return new LedgerFilter(null, null, null);
    }
}
