package rongtong.selection.programme;

import org.jspecify.annotations.Nullable;

/**
 * Which published programmes a list shows.
 *
 * @param province null for all
 * @param mine only those that the person's department convenes
 * @param text part of a name, or the whole key; empty for all
 */
public record ProgrammeFilter(@Nullable String province, boolean mine, String text) {

    public static final ProgrammeFilter ALL = new ProgrammeFilter(null, false, "");

    /** As an address says it; blanks are nothing. */
    public static ProgrammeFilter of(@Nullable String province, boolean mine, @Nullable String text) {
        return new ProgrammeFilter(
                province == null || province.isBlank() ? null : province.strip(),
                mine,
                text == null ? "" : text.strip());
    }
}
