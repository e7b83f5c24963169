package rongtong.workflow;

import java.time.Instant;
import java.util.UUID;

/** What a person gets for a completed step.
 *
 * @param number the receipt's number, unique */
public record Receipt(String number, UUID caseId, Instant at) {}
