package rongtong.ledger;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One ledger of a round.
 *
 * @param version of its round, nothing before that is frozen
 * @param owner code of the organisation that submits it
 * @param coOwner code of the organisation that confirms it
 * @param author code of the organisation that writes its entries; the owner but for the services
 * @param returnReason why the co-owner last returned it
 * @param entries how many count
 * @param proposals how many wait for an owner
 */
public record Ledger(
        UUID id,
        UUID roundId,
        String jurisdiction,
        int year,
        @Nullable Integer version,
        RoundStatus roundStatus,
        LedgerType type,
        String owner,
        String coOwner,
        String author,
        LedgerStatus status,
        @Nullable String mergeNote,
        @Nullable String returnReason,
        @Nullable OffsetDateTime submittedAt,
        @Nullable OffsetDateTime confirmedAt,
        long entries,
        long proposals) {

    /** Whether its entries may change at all. */
    public boolean isOpen() {
        return roundStatus == RoundStatus.OPEN && status == LedgerStatus.OPEN;
    }

    /** Organisations that may correct and remove entries: all that answer for it. */
    public Set<String> keepers() {
        return type.isMerged() ? orderless(owner, coOwner, author) : orderless(owner, coOwner);
    }

    /** Organisations that may add entries: those in charge, for the services only the competent departments (R-LNA-08). */
    public Set<String> authors() {
        return type.isMerged() ? Set.of(author) : orderless(owner, coOwner);
    }

    private static Set<String> orderless(String... codes) {
        return new TreeSet<>(List.of(codes));
    }
}
