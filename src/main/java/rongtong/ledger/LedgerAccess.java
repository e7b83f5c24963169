package rongtong.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/**
 * Who may see and change ledgers. Departments and governments see all rounds of their province; everybody who is logged
 * in sees frozen ones; administrators and auditors see all. Entries are changed by handlers of the organisations that
 * answer for the ledger, while it is being written.
 */
@Component
class LedgerAccess {

    private static final List<String> PROVINCES = List.of("LN", "JL", "ZJ");
    private static final Set<OrganizationKind> AUTHORITIES =
            EnumSet.of(OrganizationKind.DEPARTMENT, OrganizationKind.GOVERNMENT, OrganizationKind.PARK);

    private final CurrentUser user;
    private final Organizations organizations;
    private final LedgerStore store;

    LedgerAccess(CurrentUser user, Organizations organizations, LedgerStore store) {
        this.user = user;
        this.organizations = organizations;
        this.store = store;
    }

    /** Jurisdictions whose rounds the person sees before they are frozen. */
    List<String> ownJurisdictions() {
        if (seesEverything()) {
            return PROVINCES;
        }
        return organizations
                .find(user.organization())
                .filter(organization -> AUTHORITIES.contains(organization.kind()))
                .map(organization -> List.of(organization.province()))
                .orElse(List.of());
    }

    List<Round> readableRounds() {
        var rounds = new ArrayList<>(store.rounds(PROVINCES, true));
        var own = ownJurisdictions();
        if (!own.isEmpty()) {
            rounds.removeIf(round -> own.contains(round.jurisdiction()));
            rounds.addAll(store.rounds(own, false));
        }
        rounds.sort(
                Comparator.comparing(Round::year).thenComparing(Round::openedAt).reversed());
        return rounds;
    }

    boolean mayRead(String jurisdiction, RoundStatus status) {
        return status == RoundStatus.FROZEN && user.isPresent()
                || ownJurisdictions().contains(jurisdiction);
    }

    /** @throws NotFound also if the person may not see it */
    Round readableRound(UUID id) {
        var round = store.round(id);
        if (!mayRead(round.jurisdiction(), round.status())) {
            throw new NotFound("round", id);
        }
        return round;
    }

    /** @throws NotFound also if the person may not see it */
    Ledger readableLedger(UUID id) {
        var ledger = store.ledger(id);
        if (!mayRead(ledger.jurisdiction(), ledger.roundStatus())) {
            throw new NotFound("ledger", id);
        }
        return ledger;
    }

    boolean mayAdd(Ledger ledger) {
        return ledger.isOpen() && user.has(Role.HANDLER) && ledger.authors().contains(user.organization());
    }

    boolean mayChange(Ledger ledger) {
        return ledger.isOpen() && user.has(Role.HANDLER) && ledger.keepers().contains(user.organization());
    }

    /** Schools, enterprises, institutes and the secretariats they carry; departments that do not answer for the ledger. */
    boolean mayPropose(Ledger ledger) {
        return ledger.roundStatus() != RoundStatus.WITHDRAWN
                && (user.has(Role.APPLICANT) || user.has(Role.HANDLER))
                && !ledger.authors().contains(user.organization())
                && mayRead(ledger.jurisdiction(), ledger.roundStatus());
    }

    void requireAdd(Ledger ledger) {
        require(ledger, user.has(Role.HANDLER) && ledger.authors().contains(user.organization()));
    }

    void requireChange(Ledger ledger) {
        require(ledger, user.has(Role.HANDLER) && ledger.keepers().contains(user.organization()));
    }

    private static void require(Ledger ledger, boolean allowed) {
        if (!allowed) {
            throw new AccessDeniedException("Not an owner of ledger " + ledger.id());
        }
        if (!ledger.isOpen()) {
            throw new RuleViolation(Message.of(
                    ledger.roundStatus() == RoundStatus.OPEN ? "ledger.closed" : "ledger.closed-for-good",
                    Message.of("ledger.type." + ledger.type())));
        }
    }

    private boolean seesEverything() {
        return user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR);
    }
}
