package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;
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

    /** Mean and standard deviation. @param figures at least one */
    static Arithmetic.Scale scale(Collection<BigDecimal> figures) {
        return Objects.requireNonNull(Sums.of(figures).scale());
    }

    /**
     * What mean and standard deviation need to know of figures, exact, so that some can be left out again.
     *
     * @param number how many
     */
    record Sums(int number, BigDecimal sum, BigDecimal squares) {

        static Sums of(Collection<BigDecimal> figures) {
            var sum = BigDecimal.ZERO;
            var squares = BigDecimal.ZERO;
            for (var figure : figures) {
                sum = sum.add(figure);
                squares = squares.add(figure.multiply(figure));
            }
            return new Sums(figures.size(), sum, squares);
        }

        Sums without(Sums others) {
            return new Sums(number - others.number, sum.subtract(others.sum), squares.subtract(others.squares));
        }

        /**
         * The deviation is of all figures (divided by their number, not by one less), from their stated mean; nothing
         * if there are none.
         */
        Arithmetic.@Nullable Scale scale() {
            if (number == 0) {
                return null;
            }
            var count = BigDecimal.valueOf(number);
            var mean = quotient(sum, count);
            var fromMean = squares.subtract(mean.multiply(sum).multiply(BigDecimal.TWO))
                    .add(mean.multiply(mean).multiply(count));
            return new Arithmetic.Scale(
                    number, mean, stated(fromMean.divide(count, ROOT).sqrt(ROOT)));
        }
    }

    /** With the two decimals of lists; empty for none. */
    public static String shown(@Nullable BigDecimal figure) {
        return figure == null
                ? ""
                : figure.setScale(SHOWN, RoundingMode.HALF_UP).toPlainString();
    }
}
