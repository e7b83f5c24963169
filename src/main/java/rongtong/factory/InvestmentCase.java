package rongtong.factory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application and how far it is.
 *
 * @param consentedAt when the industry department consented
 * @param decidedAt when the finance department decided
 * @param conditions that the approval carries
 * @param refusal reasons and remedies, of whichever department said no
 * @param extended whether the finance department has prolonged its time, which it may do once
 */
public record InvestmentCase(
        Investment investment,
        InvestmentStatus status,
        @Nullable Instant consentedAt,
        @Nullable Instant decidedAt,
        @Nullable String conditions,
        @Nullable String refusal,
        @Nullable String decisionNumber,
        boolean extended) {}
