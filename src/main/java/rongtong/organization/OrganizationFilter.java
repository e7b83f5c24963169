package rongtong.organization;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * Which organisations a list shows; what is left out does not narrow it.
 *
 * @param kinds empty for all
 * @param region GB/T 2260; a city takes its counties in, a province its cities
 * @param province {@code LN}, {@code JL}, {@code ZJ}, {@code CN}; {@code !LN} for all others
 * @param text part of a name or the whole code
 */
public record OrganizationFilter(
        Set<OrganizationKind> kinds,
        @Nullable String region,
        @Nullable String province,
        @Nullable Sector sector,
        @Nullable String text) {

    public static OrganizationFilter all() {
        return new OrganizationFilter(Set.of(), null, null, null, null);
    }

    public static OrganizationFilter of(OrganizationKind... kinds) {
        return new OrganizationFilter(Set.copyOf(List.of(kinds)), null, null, null, null);
    }

    /**
     * As an address says it.
     *
     * @param kinds comma list, upper or lower case
     * @throws RuleViolation if a kind or the sector is unknown
     */
    public static OrganizationFilter parse(
            @Nullable String kinds,
            @Nullable String region,
            @Nullable String province,
            @Nullable String sector,
            @Nullable String text) {
        var parsed = EnumSet.noneOf(OrganizationKind.class);
        if (kinds != null) {
            Arrays.stream(kinds.split(","))
                    .filter(kind -> !kind.isBlank())
                    .map(kind -> known(OrganizationKind.class, "kind", kind))
                    .forEach(parsed::add);
        }
        return new OrganizationFilter(
                parsed,
                blankToNull(region),
                blankToNull(province),
                sector == null || sector.isBlank() ? null : known(Sector.class, "sector", sector),
                blankToNull(text));
    }

    private static <E extends Enum<E>> E known(Class<E> type, String parameter, String word) {
        try {
            return Enum.valueOf(type, word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            var message = Message.of("organization.unknown-word", word.strip(), words(type));
            throw new RuleViolation(message, List.of(new RuleViolation.FieldError(parameter, message)));
        }
    }

    private static String words(Class<? extends Enum<?>> type) {
        return String.join(
                ", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
