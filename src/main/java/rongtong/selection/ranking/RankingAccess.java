package rongtong.selection.ranking;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Programmes;
import rongtong.selection.round.Round;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;

/**
 * The one rule of who may see a ranking: the departments that lead the programme or take part in it, in the round's
 * province, and administrators and auditors. Applicants never, experts not as experts.
 */
@Component
public class RankingAccess {

    private final CurrentUser user;
    private final Organizations organizations;
    private final Rounds rounds;
    private final Programmes programmes;

    RankingAccess(CurrentUser user, Organizations organizations, Rounds rounds, Programmes programmes) {
        this.user = user;
        this.organizations = organizations;
        this.rounds = rounds;
        this.programmes = programmes;
    }

    /** @throws NotFound if there is no such round or the person may not see its ranking */
    public Round requireVisible(UUID round) {
        var found = rounds.get(round);
        if (!visible(found)) {
            throw new NotFound("round", round);
        }
        return found;
    }

    /** Whether the person may see the ranking of the round. */
    public boolean visible(Round round) {
        var programme = programme(round);
        return seesAll() || actsFor(round, programme.leads()) || actsFor(round, programme.participants());
    }

    /** Whether the person sees which expert gave what: those who take part only see that five experts did. */
    public boolean seesExperts(Round round) {
        return seesAll() || leads(round);
    }

    /** Whether the person works for a department that leads. */
    public boolean leads(Round round) {
        return actsFor(round, programme(round).leads());
    }

    /** Whether the person works for the department that convenes, which alone writes the proposals. */
    public boolean convenes(Round round) {
        return user.actsForOrganization() && user.organization().equals(round.organ()) && hasDesk();
    }

    private boolean actsFor(Round round, List<String> functions) {
        return user.actsForOrganization()
                && hasDesk()
                && functions.stream()
                        .anyMatch(function -> organizations
                                .findResponsible(round.province(), function)
                                .filter(user.organization()::equals)
                                .isPresent());
    }

    private boolean hasDesk() {
        return user.has(Role.HANDLER) || user.has(Role.LEADER);
    }

    private boolean seesAll() {
        return user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR);
    }

    private Programme programme(Round round) {
        return programmes.get(round.programme(), round.version());
    }
}
