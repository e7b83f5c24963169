package rongtong.selection.ranking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One application with its submitted sheets, in any order; without sheets it stays without a rank.
 *
 * @param receivedAt when it was submitted
 * @param provincialProject whether it is a project of the province already
 */
public record ScoredApplication(UUID id, Instant receivedAt, boolean provincialProject, List<ScoredSheet> sheets) {}
