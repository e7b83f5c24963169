package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * One application beside others.
 *
 * @param criteria mean score by the criterion's key, in the order of the track
 * @param comments of the experts, as far as they wrote any
 * @param answers to the track's form: the name of each place and what was answered there, in the order of the form
 */
public record ComparedApplication(
        ExplainedRow explained, Map<String, BigDecimal> criteria, List<Comment> comments, Map<String, String> answers) {

    /** @param expert name or number, as the reader may know */
    public record Comment(String expert, String text) {}
}
