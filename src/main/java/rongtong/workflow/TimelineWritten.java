package rongtong.workflow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry was added to a timeline. Published in the transaction that adds it; whoever listens writes in the same
 * transaction or not at all, and answers at once for actions that do not concern it.
 *
 * @param task the task it happened at; null for what concerns the whole case
 * @param action key, as in {@link TimelineEntry}
 * @param actor user name; null where the process itself acted
 * @param organization code of the actor's, or of the one that the process's own entry concerns
 * @param to user names of those whom the action names, such as the receiver of a task; may be empty
 */
public record TimelineWritten(
        UUID caseId,
        Instant at,
        @Nullable String task,
        String action,
        @Nullable String actor,
        @Nullable String organization,
        @Nullable String opinion,
        List<String> to) {}
