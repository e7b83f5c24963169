package rongtong.selection.round;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programmes;
import rongtong.shared.NotFound;

/**
 * Who may see what of a round: its call everybody who is logged in, once it is published; how many have applied, what was
 * proposed and decided only the departments that lead the programme or take part in it, administrators and auditors.
 */
@Component
public class RoundAccess {

    private final CurrentUser user;
    private final Organizations organizations;
    private final Programmes programmes;

    RoundAccess(CurrentUser user, Organizations organizations, Programmes programmes) {
        this.user = user;
        this.organizations = organizations;
        this.programmes = programmes;
    }

    /** Whether the person may know that there is such a round. */
    public boolean visible(Round round) {
        return round.document() != null || isInside(round);
    }

    /** Those of the rounds that the person may know of, in their order. */
    public List<Round> visible(List<Round> rounds) {
        return rounds.stream().filter(this::visible).toList();
    }

    /** @throws NotFound if the person may not know of it */
    public void requireVisible(Round round) {
        if (!visible(round)) {
            throw new NotFound("round", round.caseId());
        }
    }

    /** Whether the person works for a department that leads the programme or takes part in it, or may read all. */
    public boolean isInside(Round round) {
        return user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR) || actsFor(round);
    }

    private boolean actsFor(Round round) {
        if (!user.actsForOrganization() || !user.has(Role.HANDLER) && !user.has(Role.LEADER)) {
            return false;
        }
        var programme = programmes.get(round.programme(), round.version());
        return user.organization().equals(round.organ())
                || Stream.concat(programme.leads().stream(), programme.participants().stream())
                        .anyMatch(function -> organizations
                                .findResponsible(round.province(), function)
                                .filter(user.organization()::equals)
                                .isPresent());
    }
}
