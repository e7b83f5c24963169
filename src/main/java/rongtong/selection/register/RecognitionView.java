package rongtong.selection.register;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One recognition with all that the person may know of it.
 *
 * @param application its case; nothing for one that was made before this program
 * @param organ department that evaluates it
 * @param withdrawnFor why it was withdrawn; else empty
 * @param evaluationsReadable whether the evaluations are shown; where not, the lists are empty
 * @param evaluations the first one first
 * @param mayOrderEvaluation whether the person may order a third party's evaluation now
 * @param orderWaits whether the person may do so later: a check is under way, or the task letter is not issued yet
 */
public record RecognitionView(
        RecognitionRow row,
        @Nullable UUID application,
        String organ,
        String organName,
        String withdrawnFor,
        boolean evaluationsReadable,
        List<Evaluation> evaluations,
        List<EvaluationUse> uses,
        boolean mayOrderEvaluation,
        boolean orderWaits) {}
