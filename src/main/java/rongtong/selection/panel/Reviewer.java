package rongtong.selection.panel;

import java.util.Set;

/**
 * An expert as the assignment sees one.
 *
 * @param expert user name
 * @param organization code of the organisation that the expert comes from
 * @param fields codes of the fields that the expert judges
 * @param greatestLoad how many applications the expert may have at once, over all tracks
 * @param carried how many the expert has already; these stay where they are
 */
public record Reviewer(String expert, String organization, Set<String> fields, int greatestLoad, int carried) {

    public Reviewer {
        fields = Set.copyOf(fields);
        if (greatestLoad < 0 || carried < 0) {
            throw new IllegalArgumentException("Load of %s below zero".formatted(expert));
        }
    }

    /** How many more the expert may take. */
    int room() {
        return Math.max(0, greatestLoad - carried);
    }
}
