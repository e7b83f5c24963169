package rongtong.form;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.jspecify.annotations.Nullable;

/** Evaluates FEEL. What cannot be parsed or evaluated is null, as in form-js; the form goes on. */
final class Feel {

    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();

    private final Map<String, ParseResult> expressions = new ConcurrentHashMap<>();
    private final Map<String, ParseResult> tests = new ConcurrentHashMap<>();

    /** Whether the property holds an expression rather than a value. */
    static boolean isExpression(@Nullable Object property) {
        return property instanceof String text && text.startsWith("=");
    }

    /** Value of an expression such as {@code =amount > 100}; anything else is its own value. */
    @Nullable
    Object evaluate(@Nullable Object property, Scope scope) {
        return property instanceof String text && text.startsWith("=") ? value(text.substring(1), scope) : property;
    }

    /**
     * Whether a condition such as {@code =amount > 100} holds. As in form-js a condition is a unary test against nothing:
     * one that comes out as null, because an answer that it needs is missing, holds.
     */
    boolean holds(@Nullable Object condition, Scope scope) {
        return condition instanceof String text
                && text.startsWith("=")
                && testHolds(Values.trim(text.substring(1)), scope);
    }

    private boolean testHolds(String test, Scope scope) {
        var negated = negated(test);
        if (negated != null) {
            return canParse(negated) && !testHolds(negated, scope);
        }
        if (test.startsWith("<") || test.startsWith(">")) {
            return false;
        }
        if (!canParse(test)) {
            return Boolean.TRUE.equals(unaryTest(test, scope));
        }
        return switch (value(test, scope)) {
            case null -> true;
            case Boolean bool -> bool;
            case List<?> list -> list.contains(null);
            default -> false;
        };
    }

    /** What stands between the parentheses of a {@code not(...)} that is the whole test, or null. */
    private static @Nullable String negated(String test) {
        if (!test.matches("(?s)not\\s*\\(.*\\)")) {
            return null;
        }
        var start = test.indexOf('(');
        var depth = 0;
        var quoted = false;
        for (var at = start; at < test.length(); at++) {
            var letter = test.charAt(at);
            if (letter == '"' && test.charAt(at - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && letter == '(') {
                depth++;
            } else if (!quoted && letter == ')' && --depth == 0) {
                return at == test.length() - 1 ? test.substring(start + 1, at) : null;
            }
        }
        return null;
    }

    /** Value of FEEL without the equals sign, as plain JSON. */
    @Nullable
    Object value(String expression, Scope scope) {
        var parsed = expression(expression);
        return parsed.isSuccess() ? plain(ENGINE.evaluate(parsed.parsedExpression(), scope.variables())) : null;
    }

    boolean canParse(String expression) {
        return expression(expression).isSuccess();
    }

    private @Nullable Object unaryTest(String expression, Scope scope) {
        var parsed = tests.computeIfAbsent(expression, ENGINE::parseUnaryTests);
        return parsed.isSuccess()
                ? plain(ENGINE.evaluateWithInput(parsed.parsedExpression(), "", scope.variables()))
                : null;
    }

    private ParseResult expression(String expression) {
        return expressions.computeIfAbsent(expression, ENGINE::parseExpression);
    }

    private static @Nullable Object plain(EvaluationResult result) {
        return result.isSuccess() ? plain(result.result()) : null;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case BigDecimal decimal
            when decimal.precision() > 17 -> Values.simplest(BigDecimal.valueOf(decimal.doubleValue()));
            case BigDecimal decimal -> Values.simplest(decimal);
            case Number number -> Values.simplest(Values.decimal(number));
            case Map<?, ?> map -> {
                var plain = new LinkedHashMap<String, @Nullable Object>();
                map.forEach((key, element) -> plain.put(String.valueOf(key), plain(element)));
                yield plain;
            }
            case List<?> list -> {
                var plain = new ArrayList<@Nullable Object>();
                list.forEach(element -> plain.add(plain(element)));
                yield plain;
            }
            case Duration duration -> written(duration);
            case TemporalAccessor time -> time.toString();
            case TemporalAmount duration -> duration.toString();
            case String text -> text;
            case Boolean bool -> bool;
            case null -> null;
            default -> value.toString();
        };
    }

    private static String written(Duration duration) {
        var days = duration.toDays();
        var rest = duration.minusDays(days);
        return days == 0
                ? duration.toString()
                : "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
    }
}
