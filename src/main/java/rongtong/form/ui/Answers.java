package rongtong.form.ui;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Listed;

/** Answers as text. */
final class Answers {

    /** Milliseconds without a key after which what was typed is sent. */
    static final int TYPING_PAUSE = 600;

    private static final String NONE = "—";

    private Answers() {}

    /** A dash for nothing. */
    static String text(@Nullable Object value) {
        var text = bare(value);
        return text.isBlank() ? NONE : text;
    }

    static String bare(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            default -> String.valueOf(value);
        };
    }

    static String list(List<String> names) {
        return names.isEmpty() ? NONE : Listed.of(names);
    }
}
