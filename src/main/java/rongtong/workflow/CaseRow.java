package rongtong.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of cases.
 *
 * @param dueAt of the open step that is due first; null where none is
 * @param stopped whether a clock of it stands still
 * @param jurisdiction whose working days count
 */
public record CaseRow(
        UUID id,
        String number,
        String service,
        String serviceName,
        String title,
        CaseStatus status,
        String organization,
        String organizationName,
        Instant startedAt,
        @Nullable Instant endedAt,
        boolean overdue,
        @Nullable Instant dueAt,
        boolean stopped,
        String jurisdiction) {}
