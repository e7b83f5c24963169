package rongtong.form;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Where the arrows of a number lead. */
final class Steps {

    private Steps() {}

    static BigDecimal from(Field field, @Nullable Object value, boolean up) {
        var step = step(field);
        var exact = Values.exact(value);
        var base = exact == null ? BigDecimal.ZERO : exact;
        var offset = base.remainder(step);
        if (up) {
            return base.subtract(offset).add(step);
        }
        return offset.signum() == 0 ? base.subtract(step) : base.subtract(offset);
    }

    /** The distance between two allowed values. */
    static BigDecimal step(Field field) {
        var increment = Values.exact(field.property("increment"));
        if (increment != null && increment.signum() != 0) {
            return increment;
        }
        var digits = field.property("decimalDigits") instanceof Number number ? number.intValue() : 0;
        return BigDecimal.ONE.movePointLeft(Math.max(digits, 0));
    }
}
