package rongtong.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the inbox. {@code step} is the id of the user task; {@code caseId} its case. */
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
        @Nullable Instant doneAt) {}
