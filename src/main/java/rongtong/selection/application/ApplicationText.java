package rongtong.selection.application;

import java.time.Instant;

/**
 * One version of the text of an application.
 *
 * @param version 1 as received, then each correction
 * @param sha256 of its canonical JSON ({@link CanonicalJson})
 * @param actor user name
 */
public record ApplicationText(int version, String sha256, String actor, Instant at) {}
