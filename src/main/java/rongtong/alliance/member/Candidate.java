package rongtong.alliance.member;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Organization;

/**
 * An organisation that a department wants in the alliance, with what the rules ask of it.
 *
 * @param field path of its row in the form, such as {@code schools[1]}
 * @param organization null where there is none with the code given
 * @param outside whether it lies outside the province of the alliance
 * @param elsewhere alliances that it belongs to already
 */
public record Candidate(
        String field, @Nullable Organization organization, String name, boolean outside, List<Membership> elsewhere) {}
