package rongtong.selection.register;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.RegisterKind;

/**
 * Which recognitions a list shows.
 *
 * @param province {@code LN}, {@code JL} or {@code ZJ}; null for all
 * @param programme key; null for all
 * @param organization code; null for all
 * @param text part of the title, the number or the organisation's name or code
 */
public record RecognitionFilter(
        @Nullable RegisterKind register,
        @Nullable String province,
        @Nullable String programme,
        @Nullable RecognitionStatus status,
        @Nullable String organization,
        @Nullable String text) {

    public static final RecognitionFilter ALL = new RecognitionFilter(null, null, null, null, null, null);

    /** As an address says it; what is blank or unknown to the lists is no filter. */
    public static RecognitionFilter of(
            @Nullable String register,
            @Nullable String province,
            @Nullable String programme,
            @Nullable String status,
            @Nullable String organization,
            @Nullable String text) {
        return new RecognitionFilter(
                constant(RegisterKind.values(), register),
                blankToNull(province),
                blankToNull(programme),
                constant(RecognitionStatus.values(), status),
                blankToNull(organization),
                blankToNull(text));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] constants, @Nullable String word) {
        return word == null
                ? null
                : Arrays.stream(constants)
                        .filter(constant -> constant.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
