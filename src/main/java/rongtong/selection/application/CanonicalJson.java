package rongtong.selection.application;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers as one text that everybody writes alike, so that its hash can be checked by anybody: JSON in UTF-8 without spaces,
 * keys of objects sorted by their UTF-16 code units, texts with the escapes that JSON demands and no others, numbers in plain
 * decimal notation without superfluous zeros (as RFC 8785 writes those that forms know). {@code docs/receipt.md} says it for
 * those who check.
 */
public final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** @param value what JSON knows: maps with text keys, lists, texts, numbers, booleans, null */
    public static String of(@Nullable Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return json.out.toString();
    }

    /** SHA-256 of the UTF-8 bytes of {@link #of}, in lower-case hexadecimal. */
    public static String sha256(@Nullable Object value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(of(value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean flag -> out.append(flag);
            case Number number -> out.append(plain(new BigDecimal(number.toString())));
            case Map<?, ?> object -> writeObject(object);
            case Iterable<?> list -> writeList(list);
            default -> writeText(value.toString());
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private void writeObject(Map<?, ?> object) {
        var sorted = new TreeMap<String, @Nullable Object>();
        object.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        var separator = "{";
        for (var entry : sorted.entrySet()) {
            out.append(separator);
            writeText(entry.getKey());
            out.append(':');
            write(entry.getValue());
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void writeList(Iterable<?> list) {
        var separator = "[";
        for (var element : list) {
            out.append(separator);
            write(element);
            separator = ",";
        }
        out.append(separator.equals("[") ? "[]" : "]");
    }

    private void writeText(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            var character = text.charAt(at);
            switch (character) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (character < ' ') {
                        out.append("\\u%04x".formatted((int) character));
                    } else {
                        out.append(character);
                    }
                }
            }
        }
        out.append('"');
    }
}
