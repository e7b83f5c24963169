package rongtong.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Message;

/** What may be wrong with an answer, checked in the order in which form-js does. */
final class Rules {

    private static final Pattern EMAIL = Pattern.compile("^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\\z");

    private static final String CALLING_CODES =
            "1|1242|1246|1264|1268|1284|1340|1345|1441|1473|1649|1664|1670|1671|1684|1721|1758|1767|1784|"
                    + "1787|1809|1829|1849|1868|1869|1876|1939|20|211|212|213|216|218|220|221|222|223|224|225|226|"
                    + "227|228|229|230|231|232|233|234|235|236|237|238|239|240|241|242|243|244|245|246|248|249|250|"
                    + "251|252|253|254|255|256|257|258|260|261|262|263|264|265|266|267|268|269|27|291|297|298|299|"
                    + "30|31|32|33|34|350|351|352|353|354|355|356|357|358|359|36|370|371|372|373|374|375|376|377|"
                    + "378|379|380|381|382|383|385|386|387|389|39|3906698|40|41|420|421|423|43|44|45|46|47|4779|48|"
                    + "49|500|501|502|503|504|505|506|507|508|509|51|52|53|54|55|56|57|58|590|591|592|593|594|595|"
                    + "596|597|598|5999|60|61|62|63|64|65|66|670|672|673|674|675|676|677|678|679|680|681|682|683|"
                    + "685|686|687|688|689|690|691|692|7|76|77|81|82|84|850|852|853|855|856|86|880|886|90|91|92|93|"
                    + "94|95|960|961|962|963|964|965|966|967|968|970|971|972|973|974|975|976|977|98|992|993|994|995|"
                    + "996|998";

    /** + or 00, a calling code, then what again begins like one, and at least four more digits. */
    private static final Pattern PHONE = Pattern.compile("(\\+|00)(" + CALLING_CODES + ")"
            + "(9[976]\\d|8[987530]\\d|6[987]\\d|5[90]\\d|42\\d|3[875]\\d|2[98654321]\\d|9[8543210]|8[6421]"
            + "|6[6543210]|5[87654321]|4[987654310]|3[9643210]|2[70]|7|1)\\d{4,20}\\z");

    private static final Map<String, Pattern> PATTERNS = new ConcurrentHashMap<>();
    private static final Pattern NEVER = Pattern.compile("(?!)");

    /** Blanks of all scripts, as JavaScript has them, to stand in a class. */
    private static final String BLANKS = "\\s\\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";

    private final Field field;
    private final Scope scope;
    private final Feel feel;
    private final Supplier<Object> label;
    private final List<Violation> violations = new ArrayList<>();

    private Rules(Field field, Scope scope, Feel feel, Supplier<Object> label) {
        this.field = field;
        this.scope = scope;
        this.feel = feel;
        this.label = label;
    }

    /** @param label how messages call the field: a text or a {@link Message} */
    static List<Violation> violations(
            Field field, @Nullable Object value, Scope scope, Feel feel, Supplier<Object> label) {
        var rules = new Rules(field, scope, feel, label);
        rules.checkNumber(value);
        if (field.property("validate") instanceof Map) {
            rules.checkPattern(value);
            rules.checkRequired(value);
            rules.checkBounds(value);
            rules.checkLength(value);
            rules.checkFormat(value);
        }
        return List.copyOf(rules.violations);
    }

    private void add(String code) {
        add(code, "form.violation." + code, List.of());
    }

    private void add(String code, Object... arguments) {
        add(code, "form.violation." + code, List.of(arguments));
    }

    private void add(String code, String key, List<Object> arguments) {
        var all = new ArrayList<Object>();
        all.add(label.get());
        all.addAll(arguments);
        violations.add(new Violation(code, new Message(key, all)));
    }

    private void checkNumber(@Nullable Object value) {
        var number = field.kind() == FieldType.NUMBER && Values.truthy(value) ? Values.exact(value) : null;
        if (number == null) {
            return;
        }
        var limit = Values.number(field.property("decimalDigits"));
        if (limit != null) {
            var digits = limit.intValue();
            if (digits >= 0 && number.stripTrailingZeros().scale() > digits) {
                var key = digits == 0 ? "form.violation.integer" : "form.violation.decimalDigits";
                add("decimalDigits", key, List.of(String.valueOf(digits)));
            }
        }
        var step = Values.exact(field.property("increment"));
        if (step != null && step.signum() != 0) {
            var offset = number.remainder(step);
            if (offset.signum() != 0) {
                var previous = number.subtract(offset);
                add("increment", Values.plain(previous), Values.plain(previous.add(step)));
            }
        }
    }

    private void checkPattern(@Nullable Object value) {
        var pattern = field.text("validate.pattern");
        if (pattern.isEmpty()
                || !Values.truthy(value)
                || compiled(pattern.get()).matcher(Values.text(value)).find()) {
            return;
        }
        var custom = field.text("validate.patternErrorMessage");
        if (custom.isPresent()) {
            add("pattern", "form.violation.custom", List.of(custom.get()));
        } else {
            add("pattern", pattern.get());
        }
    }

    private void checkRequired(@Nullable Object value) {
        var missing = value == null
                || value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (field.kind() == FieldType.CHECKBOX && Boolean.FALSE.equals(value));
        if (!field.isRequired() || !missing) {
            return;
        }
        var key = switch (field.kind()) {
            case CHECKLIST, TAGLIST, RADIO, SELECT, DATETIME -> "form.violation.choose";
            case FILEPICKER -> "form.violation.upload";
            case CHECKBOX -> "form.violation.confirm";
            default -> "form.violation.required";
        };
        add("required", key, List.of());
    }

    private void checkBounds(@Nullable Object value) {
        if (!(Values.truthy(value) || value instanceof Number)) {
            return;
        }
        var number = Values.exact(value);
        for (var bound : List.of("min", "max")) {
            var limit = limit(bound);
            if (limit == null) {
                continue;
            }
            var allowed = Values.exact(limit);
            if (number == null || allowed == null) {
                add("invalidBound");
            } else if (breaks(bound, number.compareTo(allowed))) {
                add(bound, Values.text(limit));
            }
        }
    }

    private static boolean breaks(String bound, int comparison) {
        return bound.equals("min") ? comparison < 0 : comparison > 0;
    }

    private void checkLength(@Nullable Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return;
        }
        var length = BigDecimal.valueOf(Values.trim(text).length());
        var fewest = Values.number(limit("minLength"));
        if (fewest != null && length.compareTo(Values.decimal(fewest)) < 0) {
            add("minLength", Values.text(fewest));
        }
        var most = Values.number(limit("maxLength"));
        if (most != null && length.compareTo(Values.decimal(most)) > 0) {
            add("maxLength", Values.text(most));
        }
    }

    private void checkFormat(@Nullable Object value) {
        if (!Values.truthy(value)) {
            return;
        }
        var text = Values.text(value);
        var type = field.property("validate.validationType");
        if ("phone".equals(type) && !PHONE.matcher(text).find()) {
            add("phone");
        }
        if ("email".equals(type) && !EMAIL.matcher(text).find()) {
            add("email");
        }
    }

    private @Nullable Object limit(String name) {
        return feel.evaluate(field.property("validate." + name), scope);
    }

    /** A JavaScript pattern as one of Java; one that is no pattern matches nothing. */
    private static Pattern compiled(String pattern) {
        return PATTERNS.computeIfAbsent(pattern, text -> {
            try {
                return Pattern.compile(inJava(text));
            } catch (PatternSyntaxException e) {
                return NEVER;
            }
        });
    }

    /** The end is the very end, a bracket inside brackets stands for itself, and so does a brace that counts nothing. */
    private static String inJava(String pattern) {
        var java = new StringBuilder();
        var inClass = false;
        for (var at = 0; at < pattern.length(); at++) {
            var letter = pattern.charAt(at);
            if (letter == '\\' && at + 1 < pattern.length()) {
                at++;
                var escaped = pattern.charAt(at);
                switch (escaped) {
                    case 's' -> java.append(inClass ? BLANKS : "[" + BLANKS + "]");
                    case 'S' -> java.append("[^").append(BLANKS).append(']');
                    default -> java.append(letter).append(escaped);
                }
            } else if (pattern.startsWith("[^]", at)) {
                java.append("(?s:.)");
                at += 2;
            } else if (inClass) {
                inClass = letter != ']';
                java.append(letter == '[' || letter == '&' ? "\\" : "").append(letter);
            } else if (letter == '$') {
                java.append("\\z");
            } else if (letter == '{' && !pattern.substring(at).matches("(?s)\\{\\d+(,\\d*)?}.*")) {
                java.append("\\{");
            } else {
                inClass = letter == '[';
                java.append(letter);
            }
        }
        return java.toString();
    }
}
