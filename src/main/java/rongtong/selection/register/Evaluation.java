package rongtong.selection.register;

import java.time.Instant;
import java.util.UUID;

/**
 * One evaluation of a recognition; nothing is ever changed in it.
 *
 * @param number among those of the recognition, from 1
 * @param check number of the check, from 1: an evaluation after putting right belongs to the same check
 * @param thirdParty whether somebody outside the department evaluated
 * @param evaluator name of the body that evaluated
 * @param reasons what has to be put right, or why it is withdrawn; empty where it is kept
 * @param actor who entered it
 */
public record Evaluation(
        UUID id,
        UUID recognition,
        int number,
        EvaluationKind kind,
        int check,
        boolean thirdParty,
        String evaluator,
        Grade grade,
        Conclusion conclusion,
        String text,
        String reasons,
        String actor,
        Instant at) {}
