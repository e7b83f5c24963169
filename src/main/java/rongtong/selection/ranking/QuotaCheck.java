package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import rongtong.selection.programme.Quota;

/**
 * Whether a number of selected ones keeps a quota.
 *
 * @param least fewest that keep it
 * @param most greatest number that keeps it; {@link Integer#MAX_VALUE} for no bound
 */
public record QuotaCheck(Quota quota, int number, int least, int most, Verdict verdict) {

    /** How the number stands to the quota. */
    public enum Verdict {
        KEPT,
        /** Outside of 左右: a reason is asked for, nothing is refused (defaults D9, D10). */
        WARNING,
        BROKEN
    }

    /** @param tolerancePercent of 左右 (default D10: ten) */
    public static QuotaCheck of(Quota quota, int number, int tolerancePercent) {
        int least = switch (quota.kind()) {
            case EXACTLY, AT_LEAST -> quota.places();
            case ABOUT -> share(quota.places(), 100 - tolerancePercent, RoundingMode.CEILING);
            case AT_MOST, OPEN -> 0;
        };
        int most = switch (quota.kind()) {
            case EXACTLY, AT_MOST -> quota.places();
            case ABOUT -> share(quota.places(), 100 + tolerancePercent, RoundingMode.FLOOR);
            case AT_LEAST, OPEN -> Integer.MAX_VALUE;
        };
        var verdict = number >= least && number <= most
                ? Verdict.KEPT
                : quota.kind() == Quota.Kind.ABOUT ? Verdict.WARNING : Verdict.BROKEN;
        return new QuotaCheck(quota, number, least, most, verdict);
    }

    private static int share(int places, int percent, RoundingMode rounding) {
        return BigDecimal.valueOf(places)
                .multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(100), 0, rounding)
                .intValueExact();
    }
}
