package rongtong.alliance.meeting;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rongtong.alliance.AllianceType;

/**
 * What a review meeting decides: one of the types of alliance, not now, or to supplement the ledgers and meet again. Its
 * words are {@code alliance.decision.<NAME>}.
 */
public enum FieldDecision {
    SINGLE(AllianceType.SINGLE, "BUILD"),
    INTEGRATED(AllianceType.INTEGRATED, "BUILD"),
    COMPREHENSIVE(AllianceType.COMPREHENSIVE, "BUILD"),
    COMPOSITE(AllianceType.COMPOSITE, "BUILD"),
    NOT_NOW(null, "NOT_NOW"),
    SUPPLEMENT(null, "SUPPLEMENT");

    private final Optional<AllianceType> type;
    private final String outcome;

    FieldDecision(@Nullable AllianceType type, String outcome) {
        this.type = Optional.ofNullable(type);
        this.outcome = outcome;
    }

    /** The type of the alliance to build; empty where none is built. */
    public Optional<AllianceType> type() {
        return type;
    }

    /** What the gateways of the process read: {@code BUILD}, {@code NOT_NOW} or {@code SUPPLEMENT}. */
    public String outcome() {
        return outcome;
    }
}
