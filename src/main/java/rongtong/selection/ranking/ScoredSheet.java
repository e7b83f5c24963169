package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What one expert gave one application.
 *
 * @param expert user name
 * @param scores by the criterion's code, as given; one for each criterion of the track
 */
public record ScoredSheet(String expert, Map<String, BigDecimal> scores) {}
