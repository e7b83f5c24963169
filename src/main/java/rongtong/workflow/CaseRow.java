package rongtong.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a list of cases. */
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
        boolean overdue) {}
