package rongtong.selection.panel;

import java.util.Set;
import java.util.UUID;

/**
 * An application as the assignment and the search for conflicts see it.
 *
 * @param application id of its case
 * @param organization code of the applicant
 * @param partners codes of the organisations that apply together with it
 * @param recommenders codes of the organisations that recommend it
 * @param fields codes of its fields
 */
public record Candidacy(
        UUID application, String organization, Set<String> partners, Set<String> recommenders, Set<String> fields) {

    public Candidacy {
        partners = Set.copyOf(partners);
        recommenders = Set.copyOf(recommenders);
        fields = Set.copyOf(fields);
    }
}
