package rongtong.form;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Plain JSON values, compared and read the way JavaScript does it, since form-js decides by JavaScript's rules. */
final class Values {

    private static final String WHITESPACE =
            "\t\n\u000B\f\r \u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";

    private Values() {}

    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> copyOf(map);
            case List<?> list -> {
                var copy = new ArrayList<@Nullable Object>();
                list.forEach(element -> copy.add(copy(element)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    static Map<String, Object> copyOf(Map<?, ?> map) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, element) -> copy.put(String.valueOf(key), copy(element)));
        return copy;
    }

    /** Deep equality in which 1, 1.0 and 1L are the same. */
    static boolean equal(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return decimal(first).compareTo(decimal(second)) == 0;
        }
        if (one instanceof List<?> first && other instanceof List<?> second) {
            if (first.size() != second.size()) {
                return false;
            }
            for (var index = 0; index < first.size(); index++) {
                if (!equal(first.get(index), second.get(index))) {
                    return false;
                }
            }
            return true;
        }
        if (one instanceof Map<?, ?> first && other instanceof Map<?, ?> second) {
            return first.keySet().equals(second.keySet())
                    && first.keySet().stream().allMatch(key -> equal(first.get(key), second.get(key)));
        }
        return Objects.equals(one, other);
    }

    static boolean contains(List<?> values, @Nullable Object wanted) {
        return values.stream().anyMatch(value -> equal(value, wanted));
    }

    /** Whether JavaScript takes the value for true. */
    static boolean truthy(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean bool -> bool;
            case String text -> !text.isEmpty();
            case Number number -> decimal(number).signum() != 0;
            default -> true;
        };
    }

    /** The value as JavaScript would write it into a sentence. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> plain(decimal(number));
            default -> String.valueOf(value);
        };
    }

    /** The value as people read it: a number with separators of thousands, anything else as it is. */
    static String grouped(@Nullable Object value) {
        if (!(value instanceof Number number)) {
            return text(value);
        }
        var decimal = new BigDecimal(plain(decimal(number)));
        return String.format(Locale.ROOT, "%,." + decimal.scale() + "f", decimal);
    }

    static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double real -> BigDecimal.valueOf(real);
            case Float real -> new BigDecimal(real.toString());
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }

    /** The smallest of Integer, Long and BigDecimal that holds the number. */
    static Number simplest(BigDecimal decimal) {
        var stripped = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        if (stripped.scale() > 0 || stripped.precision() - stripped.scale() > 18) {
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
        var integer = stripped.longValueExact();
        if (integer == (int) integer) {
            return (int) integer;
        }
        return integer;
    }

    /** What JavaScript's {@code Number(value)} gives for a text or a number; null for NaN and for infinity. */
    static @Nullable Number number(@Nullable Object value) {
        if (value instanceof Number number) {
            return simplest(decimal(number));
        }
        if (!(value instanceof String text) || text.isEmpty()) {
            return null;
        }
        var trimmed = trim(text);
        if (trimmed.isEmpty()) {
            return 0;
        }
        try {
            if (trimmed.matches("0[xX][0-9a-fA-F]+")) {
                return simplest(new BigDecimal(new BigInteger(trimmed.substring(2), 16)));
            }
            if (trimmed.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?")) {
                var real = Double.parseDouble(trimmed);
                return Double.isInfinite(real) ? null : simplest(BigDecimal.valueOf(real));
            }
            return null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A number of any precision; null where big.js would refuse. */
    static @Nullable BigDecimal exact(@Nullable Object value) {
        return switch (value) {
            case Number number -> decimal(number);
            case String text
            when text.matches("-?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,4})?") -> new BigDecimal(text);
            case null, default -> null;
        };
    }

    static String trim(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && WHITESPACE.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && WHITESPACE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    static boolean isPrimitive(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
