package rongtong.form;

import java.util.List;
import java.util.Map;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * What a person hands in.
 *
 * @param values only of fields that are visible and not disabled
 * @param violations by data path, in the order of the form; empty if all is well
 */
public record Submission(Map<String, Object> values, Map<String, List<Violation>> violations) {

    public boolean isValid() {
        return violations.isEmpty();
    }

    /** Says no with one message for each field. @throws RuleViolation unless valid */
    public void refuseIfInvalid() {
        if (isValid()) {
            return;
        }
        throw new RuleViolation(
                Message.of("form.invalid", violations.size()),
                violations.entrySet().stream()
                        .map(field -> new RuleViolation.FieldError(
                                field.getKey(), field.getValue().getFirst().message()))
                        .toList());
    }
}
