package rongtong.selection.ranking;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a ranked list with its arithmetic.
 *
 * @param bestWithout the expert without whom the best place comes about; nothing where no expert makes it better, or
 *     the person may not know
 * @param worstWithout likewise
 */
public record ExplainedRow(
        UUID round,
        RankingRow row,
        Arithmetic arithmetic,
        @Nullable String bestWithout,
        @Nullable String worstWithout) {}
