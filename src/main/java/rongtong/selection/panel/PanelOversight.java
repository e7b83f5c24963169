package rongtong.selection.panel;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;
import rongtong.workflow.TaskActions;
import rongtong.workflow.Transactions;

/**
 * The panels of a round as the convening department watches over them (秘书处): how far experts are, urging, replacing. Points
 * are never shown here; administrators and auditors look on.
 */
@Service
public class PanelOversight {

    private final Panels panels;
    private final Reviews reviews;
    private final ExpertPool pool;
    private final Rounds rounds;
    private final TaskActions actions;
    private final Transactions transactions;
    private final CurrentUser user;

    PanelOversight(
            Panels panels,
            Reviews reviews,
            ExpertPool pool,
            Rounds rounds,
            TaskActions actions,
            Transactions transactions,
            CurrentUser user) {
        this.panels = panels;
        this.reviews = reviews;
        this.pool = pool;
        this.rounds = rounds;
        this.actions = actions;
        this.transactions = transactions;
        this.user = user;
    }

    /** @throws NotFound if there is no such round or the person may not watch over it */
    public Round requireVisible(UUID round) {
        var found = rounds.get(round);
        if (!mayLook(found)) {
            throw new NotFound("round", round);
        }
        return found;
    }

    /** Whether the person may see how far the experts of a round are. */
    public boolean mayLook(Round round) {
        return user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR) || mayAct(round);
    }

    /** Whether the person convenes the round: may urge and replace as long as experts are waited for. */
    private boolean mayAct(Round round) {
        return user.organization().equals(round.organ()) && (user.has(Role.HANDLER) || user.has(Role.LEADER));
    }

    /** Whether there is still something to urge and replace for: once the sheets are ranked, nobody waits for an expert. */
    public boolean mayStepIn(Round round) {
        return mayAct(round) && round.status().ordinal() < RoundStatus.RANKED.ordinal();
    }

    private void requireMayAct(UUID round) {
        if (!mayAct(requireVisible(round))) {
            throw new AccessDeniedException("panels of round " + round);
        }
    }

    /** How far the experts are, those who are due first before the others; empty before the reviews begin. */
    public List<ReviewProgress> progress(UUID round) {
        return panels.progress(round, experts(requireVisible(round)));
    }

    /** How the tracks were assigned. */
    public List<PanelRun> runs(UUID round) {
        requireVisible(round);
        return panels.runs(round);
    }

    /** The panels of a track, by title of the application. */
    public List<SeatView.Panel> panels(UUID round, String track) {
        return panels.panels(round, track, experts(requireVisible(round)));
    }

    private Map<String, Expert> experts(Round round) {
        return pool.of(round.province()).stream().collect(toMap(Expert::username, identity()));
    }

    /**
     * Somebody else takes a seat.
     *
     * @return user name of who takes it; nothing if nobody can
     * @throws AccessDeniedException unless the person works for the convening department
     */
    public Optional<String> replace(UUID round, UUID application, String expert, String reason) {
        requireMayAct(round);
        return transactions.run(() -> {
            panels.requireSeat(round, application, expert);
            return panels.replace(application, expert, reason);
        });
    }

    /** Urges the expert of a review; false if the expert was urged a short time ago or has nothing to do. */
    public boolean urge(UUID review) {
        requireMayAct(reviews.get(review).round());
        var tasks = actions.urgeable(review);
        tasks.forEach(actions::urge);
        return !tasks.isEmpty();
    }

    /** The person at work recuses from an application; somebody else takes the seat at once, if anybody can. */
    public void recuse(UUID application, String reason) {
        transactions.run(() -> panels.recuse(application, reason));
    }
}
