package rongtong.workflow;

import java.time.Instant;
import java.util.UUID;

/** A case has come to the end of its process. Published in the transaction of its last step. */
public record CaseEnded(UUID caseId, Instant at) {}
