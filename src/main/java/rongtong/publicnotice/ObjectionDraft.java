package rongtong.publicnotice;

import org.jspecify.annotations.Nullable;

/**
 * What somebody brings against a notice.
 *
 * @param name real name
 * @param contact telephone or mail
 * @param entry place in the list; null for the whole list
 * @param facts facts and reasons, at least 20 characters
 */
public record ObjectionDraft(
        @Nullable String name,
        @Nullable String contact,
        @Nullable Integer entry,
        @Nullable String facts) {

    /** Nobody is to be found by a log. */
    @Override
    public String toString() {
        return "ObjectionDraft[entry=%s]".formatted(entry);
    }
}
