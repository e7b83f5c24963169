package rongtong.selection.round;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message that went to many applications of a round.
 *
 * @param message name of the message: {@code windowClosed}, {@code roundCancelled} or {@code selectionDecided}
 * @param batch of the engine, for {@link rongtong.workflow.CaseMessages#progress}; nothing where nobody was to be told
 * @param number how many were to be told
 */
public record Told(String message, @Nullable String batch, int number, Instant begunAt) {}
