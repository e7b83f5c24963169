package rongtong.selection.ranking;

import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programmes;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundAccess;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;

/**
 * Who may see a ranking: whoever {@link RoundAccess} counts as inside. Applicants never, experts not as experts; names of
 * experts only those who lead.
 */
@Component
public class RankingAccess {

    private final CurrentUser user;
    private final Organizations organizations;
    private final Rounds rounds;
    private final Programmes programmes;
    private final RoundAccess inside;

    RankingAccess(
            CurrentUser user, Organizations organizations, Rounds rounds, Programmes programmes, RoundAccess inside) {
        this.user = user;
        this.organizations = organizations;
        this.rounds = rounds;
        this.programmes = programmes;
        this.inside = inside;
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
        return inside.isInside(round);
    }

    /** Whether the person sees which expert gave what: those who take part only see that five experts did. */
    public boolean seesExperts(Round round) {
        return seesAll() || leads(round);
    }

    /** Whether the person works for a department that leads. */
    public boolean leads(Round round) {
        return hasDesk()
                && programmes.get(round.programme(), round.version()).leads().stream()
                        .anyMatch(function -> organizations
                                .findResponsible(round.province(), function)
                                .filter(user.organization()::equals)
                                .isPresent());
    }

    /** Whether the person works for the department that convenes, which alone writes the proposals. */
    public boolean convenes(Round round) {
        return hasDesk() && user.organization().equals(round.organ());
    }

    private boolean hasDesk() {
        return user.has(Role.HANDLER) || user.has(Role.LEADER);
    }

    private boolean seesAll() {
        return user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR);
    }
}
