package rongtong.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Text with FEEL in it: <code>{{name}}</code>, <code>{{#if test}}…{{/if}}</code>, <code>{{#loop list}}…{{/loop}}</code>;
 * or one expression that begins with an equals sign.
 */
final class Template {

    private static final Pattern GAP = Pattern.compile("(?s)\\{\\{.*?}}");
    private static final String BROKEN = " {{⚠}} ";
    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";

    private final Feel feel;
    private final UnaryOperator<String> escape;
    private final String source;
    private int position;

    private Template(String source, Feel feel, UnaryOperator<String> escape) {
        this.source = source;
        this.feel = feel;
        this.escape = escape;
    }

    /** @param escape applied to each value that is inserted, not to the text around */
    static String render(String source, Scope scope, Feel feel, UnaryOperator<String> escape) {
        if (source.startsWith("=")) {
            return new Insert(source.substring(1)).render(scope, feel, escape);
        }
        if (!GAP.matcher(source).find()) {
            return source;
        }
        var template = new Template(source, feel, escape);
        return template.parts(null).stream()
                .map(part -> part.render(scope, feel, escape))
                .collect(Collectors.joining());
    }

    private interface Part {
        String render(Scope scope, Feel feel, UnaryOperator<String> escape);
    }

    private record Literal(String text) implements Part {
        @Override
        public String render(Scope scope, Feel feel, UnaryOperator<String> escape) {
            return text;
        }
    }

    private record Insert(String expression) implements Part {
        @Override
        public String render(Scope scope, Feel feel, UnaryOperator<String> escape) {
            var wanted = Values.trim(expression);
            if (wanted.isEmpty()) {
                return "";
            }
            if (!feel.canParse(wanted)) {
                return BROKEN;
            }
            return escape.apply(literal(feel.value(wanted, scope), false));
        }
    }

    private record Conditional(String test, List<Part> parts, boolean newline) implements Part {
        @Override
        public String render(Scope scope, Feel feel, UnaryOperator<String> escape) {
            if (!feel.canParse(Values.trim(test))) {
                return BROKEN;
            }
            if (!Values.truthy(feel.value(Values.trim(test), scope))) {
                return "";
            }
            return closed(all(parts, scope, feel, escape), newline);
        }
    }

    private record Loop(String list, List<Part> parts, boolean newline) implements Part {
        @Override
        public String render(Scope scope, Feel feel, UnaryOperator<String> escape) {
            if (!feel.canParse(Values.trim(list))) {
                return BROKEN;
            }
            var value = feel.value(Values.trim(list), scope);
            var items = value instanceof List<?> several ? several : value == null ? List.of() : List.of(value);
            var text = items.stream()
                    .map(item -> all(parts, Scope.exactly(Scope.looping(item, scope.variables())), feel, escape))
                    .collect(Collectors.joining());
            return closed(text, newline);
        }
    }

    private static String all(List<Part> parts, Scope scope, Feel feel, UnaryOperator<String> escape) {
        return parts.stream().map(part -> part.render(scope, feel, escape)).collect(Collectors.joining());
    }

    private static String closed(String text, boolean newline) {
        return newline && !text.endsWith("\n") ? text + "\n" : text;
    }

    /** Reads up to the end of the block of this name, or to the end of the text. */
    private List<Part> parts(@Nullable String block) {
        var parts = new ArrayList<Part>();
        while (position < source.length()) {
            var open = source.indexOf(OPEN, position);
            if (open < 0) {
                parts.add(new Literal(source.substring(position)));
                position = source.length();
                break;
            }
            if (open > position) {
                parts.add(new Literal(source.substring(position, open)));
            }
            var close = source.indexOf(CLOSE, open);
            if (close < 0) {
                position = source.length();
                break;
            }
            var tag = source.substring(open + OPEN.length(), close);
            position = close + CLOSE.length();
            if (block != null && tag.equals("/" + block)) {
                return parts;
            }
            part(tag).ifPresent(parts::add);
        }
        return parts;
    }

    private Optional<Part> part(String tag) {
        if (tag.startsWith("#if ") || tag.startsWith("#loop ")) {
            var block = tag.startsWith("#if ") ? "if" : "loop";
            var expression = tag.substring(block.length() + 2);
            skipNewline();
            var inner = parts(block);
            var ended = source.startsWith(CLOSE, position - CLOSE.length());
            if (!ended || !source.startsWith("{{/" + block + CLOSE, position - block.length() - 5)) {
                return Optional.empty();
            }
            var newline = skipNewline();
            return Optional.of(
                    block.equals("if")
                            ? new Conditional(expression, inner, newline)
                            : new Loop(expression, inner, newline));
        }
        return Optional.of(new Insert(tag.startsWith("=") ? tag.substring(1) : tag));
    }

    private boolean skipNewline() {
        if (source.startsWith("\n", position)) {
            position++;
            return true;
        }
        return false;
    }

    /** The value as FEEL writes it: lists and contexts with their brackets, texts inside them with quotes. */
    private static String literal(@Nullable Object value, boolean nested) {
        return switch (value) {
            case null -> nested ? "null" : "";
            case String text -> nested ? '"' + text + '"' : text;
            case List<?> list ->
                list.stream().map(element -> literal(element, true)).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + literal(entry.getValue(), true))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> Values.text(value);
        };
    }
}
