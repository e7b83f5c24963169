package rongtong.ledger;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round of four ledgers.
 *
 * @param caseId the case that opened it, if one did
 * @param version counted from 1 within jurisdiction and year; nothing before it is frozen
 * @param demandDepartment code of the organisation that drafts the matching plan
 */
public record Round(
        UUID id,
        @Nullable UUID caseId,
        String jurisdiction,
        int year,
        @Nullable Integer version,
        String demandDepartment,
        RoundStatus status,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime frozenAt) {}
