package rongtong.selection.decision;

import java.util.UUID;
import rongtong.selection.application.Outcome;

/**
 * What the convening department proposes for one application.
 *
 * @param reason required where it departs from the rank; else may be empty
 */
public record Proposal(UUID application, Outcome outcome, String reason) {}
