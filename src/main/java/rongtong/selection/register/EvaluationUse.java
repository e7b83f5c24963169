package rongtong.selection.register;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision that an evaluation was laid before.
 *
 * @param decision number or name of the decision
 */
public record EvaluationUse(UUID evaluation, Purpose purpose, String decision, Instant at) {}
