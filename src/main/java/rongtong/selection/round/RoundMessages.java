package rongtong.selection.round;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.shared.NotFound;
import rongtong.workflow.CaseMessages;

/**
 * How far the applications of a round have been told what concerns them all: their processes go on one by one after the
 * records have changed at once. What failed is told again.
 */
@Service
@Transactional
public class RoundMessages {

    private final Rounds rounds;
    private final RoundCounts counts;
    private final CaseMessages messages;
    private final CurrentUser user;

    RoundMessages(Rounds rounds, RoundCounts counts, CaseMessages messages, CurrentUser user) {
        this.rounds = rounds;
        this.counts = counts;
        this.messages = messages;
        this.user = user;
    }

    /**
     * One message and its progress.
     *
     * @param message its name
     * @param number applications to tell
     * @param waiting cases that still wait for it, those whose turn has not come and those that failed
     * @param running whether the batch is still at work
     */
    public record Telling(String message, int number, List<UUID> waiting, boolean running) {

        public int done() {
            return Math.max(0, number - waiting.size());
        }

        /** Whether some were not reached although the batch has come by. */
        public boolean hasFailures() {
            return !running && !waiting.isEmpty();
        }
    }

    /** Tells many at once, and keeps the batch for its progress. */
    public void tell(UUID round, String message, List<UUID> applications) {
        rounds.told(round, message, messages.tellAll(applications, message), applications.size());
    }

    /** What was told, the latest first. */
    @Transactional(readOnly = true)
    public List<Telling> of(UUID round) {
        return rounds.told(round).stream().map(told -> telling(round, told)).toList();
    }

    private Telling telling(UUID round, Told told) {
        var batch = told.batch();
        var progress = batch == null ? null : messages.progress(batch).orElse(null);
        return new Telling(
                told.message(),
                told.number(),
                messages.waiting(counts.cases(round), told.message()),
                progress != null && !progress.isOver());
    }

    /**
     * Tells those once more that were not reached; nothing while the batch is still at work, so that of two who ask at once
     * one has the effect. Whoever was told waits no more and is not told twice.
     *
     * @throws NotFound unless the person works for the department that convenes
     */
    public void retry(UUID round, String message) {
        if (!mayRetry(rounds.get(round))) {
            throw new NotFound("round", round);
        }
        var told = rounds.lockTold(round, message);
        var telling = telling(round, told);
        if (telling.hasFailures()) {
            var former = told.batch();
            if (former != null) {
                messages.forget(former);
            }
            rounds.told(round, message, messages.tellAll(telling.waiting(), message), told.number());
        }
    }

    public boolean mayRetry(Round round) {
        return user.actsForOrganization()
                && user.has(Role.HANDLER)
                && user.organization().equals(round.organ());
    }
}
