package rongtong.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the inbox. {@code step} is the id of the user task; {@code caseId} its case.
 *
 * @param stopped whether its clock stands still, so that it is not due at any time
 * @param jurisdiction whose working days count
 */
public record TaskRow(
        String id,
        UUID caseId,
        String step,
        String name,
        String title,
        String number,
        String service,
        String serviceName,
        @Nullable String assignee,
        @Nullable String assigneeName,
        Instant createdAt,
        @Nullable Instant dueAt,
        boolean stopped,
        String jurisdiction,
        @Nullable Instant doneAt) {}
