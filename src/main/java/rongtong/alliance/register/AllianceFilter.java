package rongtong.alliance.register;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Sector;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * Which alliances a list shows.
 *
 * @param member code of an organisation that belongs to them
 * @param text part of the name, the number or the chair unit's code
 */
public record AllianceFilter(
        @Nullable Sector sector,
        @Nullable String member,
        @Nullable String text) {

    public static final AllianceFilter ALL = new AllianceFilter(null, null, null);

    /**
     * As an address says it.
     *
     * @throws RuleViolation if there is no such sector
     */
    public static AllianceFilter parse(@Nullable String sector, @Nullable String member, @Nullable String text) {
        return new AllianceFilter(sector(sector), blankToNull(member), blankToNull(text));
    }

    private static @Nullable Sector sector(@Nullable String word) {
        if (word == null || word.isBlank()) {
            return null;
        }
        try {
            return Sector.valueOf(word.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new RuleViolation(Message.of("alliance.no-such-sector", word.strip()));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
