package rongtong.workflow.clock;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The limit of a stage has passed and the stage goes on; told once for each clock, in the transaction that notes it in the
 * case's timeline as {@code overdue}.
 *
 * @param organ code of the organisation whose days these were; null where the model names none
 * @param leaders candidate group of those who are to know: the leaders of the organ; null without an organ
 */
public record ClockOverdue(
        UUID caseId,
        String stage,
        String stageName,
        @Nullable String organ,
        @Nullable String leaders,
        Instant due) {}
