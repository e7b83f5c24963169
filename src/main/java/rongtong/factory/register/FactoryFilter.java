package rongtong.factory.register;

import org.jspecify.annotations.Nullable;

/**
 * Which factories a list shows, of those that the person may see.
 *
 * @param city code of a city or prefecture; null for all
 * @param year of registration; 0 for all
 * @param alarmed only those with an open alarm
 * @param mine only those of the person's own school that run
 * @param text part of the name, the number or the school's code
 */
public record FactoryFilter(
        @Nullable String city,
        int year,
        boolean alarmed,
        boolean mine,
        @Nullable String text) {

    public static final FactoryFilter ALL = new FactoryFilter(null, 0, false, false, null);

    /** As an address says it; blanks are nothing. */
    public static FactoryFilter of(
            @Nullable String city, @Nullable Integer year, boolean alarmed, boolean mine, @Nullable String text) {
        return new FactoryFilter(blankToNull(city), year == null ? 0 : year, alarmed, mine, blankToNull(text));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
