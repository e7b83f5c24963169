package rongtong.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A share that has to be reached: {@code >=2/3} or, without the boundary itself, {@code >1/2}. Counts whole things, so
 * two thirds are two thirds and not 0.667.
 */
public record Fraction(int numerator, int denominator, boolean boundaryBelongs) {

    private static final Pattern FORM = Pattern.compile("(>=?)\\s*(\\d{1,4})/(\\d{1,4})");

    /** As settings write it; nothing if the text is no such share. */
    public static Optional<Fraction> parse(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        int numerator = Integer.parseInt(match.group(2));
        int denominator = Integer.parseInt(match.group(3));
        return denominator == 0 || numerator > denominator
                ? Optional.empty()
                : Optional.of(
                        new Fraction(numerator, denominator, match.group(1).equals(">=")));
    }

    /** Nobody out of nobody reaches nothing. */
    public boolean isReachedBy(int part, int whole) {
        if (whole <= 0) {
            return false;
        }
        long reached = (long) part * denominator;
        long needed = (long) whole * numerator;
        return boundaryBelongs ? reached >= needed : reached > needed;
    }

    /** The smallest number out of {@code whole} that reaches it. */
    public int needed(int whole) {
        int part = 0;
        while (part <= whole && !isReachedBy(part, whole)) {
            part++;
        }
        return part;
    }

    /** As settings write it. */
    @Override
    public String toString() {
        return (boundaryBelongs ? ">=" : ">") + numerator + "/" + denominator;
    }
}
