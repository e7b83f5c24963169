package rongtong.selection.round;

import java.time.Instant;

/**
 * The window of a round was extended (延长申报期限).
 *
 * @param number from 1, within the round
 * @param actor user name
 */
public record Extension(int number, Instant from, Instant to, String reason, String actor, Instant at) {}
