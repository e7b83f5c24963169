package rongtong.ledger;

import org.jspecify.annotations.Nullable;
import rongtong.organization.Sector;

/**
 * Which entries a list shows; what is left out does not narrow it.
 *
 * @param text part of an organisation's name or of the subject
 */
public record EntryFilter(
        @Nullable String text,
        @Nullable Sector sector,
        @Nullable String field,
        @Nullable EntryKind kind,
        @Nullable TalentLevel level,
        @Nullable EntryState state) {

    public static EntryFilter all() {
        return new EntryFilter(null, null, null, null, null, null);
    }
}
