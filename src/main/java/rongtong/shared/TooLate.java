package rongtong.shared;

import java.util.List;

/**
 * What was handed in arrived after its time. The person can change nothing about that, so what was sent is kept as a draft and
 * can be used again.
 */
public class TooLate extends RuleViolation {

    public TooLate(Message explanation) {
        super(explanation, List.of());
    }
}
