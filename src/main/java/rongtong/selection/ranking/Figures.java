package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** How figures of a ranking are rounded, averaged and written. */
public final class Figures {

    /** Decimals of every stated figure. */
    static final int SCALE = 4;

    private static final int SHOWN = 2;
    private static final MathContext ROOT = new MathContext(24, RoundingMode.HALF_UP);

    private Figures() {}

    static BigDecimal stated(BigDecimal exact) {
        return exact.setScale(SCALE, RoundingMode.HALF_UP);
    }

    /** {@code dividend ÷ divisor} as a stated figure. */
    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return dividend.divide(divisor, SCALE, RoundingMode.HALF_UP);
    }

    static BigDecimal sum(Collection<BigDecimal> figures) {
        var sum = BigDecimal.ZERO;
        for (var figure : figures) {
            sum = sum.add(figure);
        }
        return sum;
    }

    /** @param figures at least one */
    static BigDecimal mean(Collection<BigDecimal> figures) {
        return quotient(sum(figures), BigDecimal.valueOf(figures.size()));
    }

    /** Standard deviation of all figures (divided by their number, not by one less), from their stated mean. */
    static BigDecimal deviation(Collection<BigDecimal> figures, BigDecimal mean) {
        var squares = BigDecimal.ZERO;
        for (var figure : figures) {
            var difference = figure.subtract(mean);
            squares = squares.add(difference.multiply(difference));
        }
        return stated(squares.divide(BigDecimal.valueOf(figures.size()), ROOT).sqrt(ROOT));
    }

    /** With the two decimals of lists; empty for none. */
    public static String shown(@Nullable BigDecimal figure) {
        return figure == null
                ? ""
                : figure.setScale(SHOWN, RoundingMode.HALF_UP).toPlainString();
    }
}
