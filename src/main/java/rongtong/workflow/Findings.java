package rongtong.workflow;

import java.util.ArrayList;
import java.util.List;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

/**
 * What the rules found in a submission. A hard rule refuses it; a soft one (一般, 原则上: default D9) only demands a reason
 * in the field {@value #REASON} and never blocks.
 */
public class Findings {

    /** Key of the text field in which a form asks for the reason to depart from a soft rule. */
    public static final String REASON = "deviationReason";

    private final List<FieldError> errors = new ArrayList<>();
    private final List<Message> warnings = new ArrayList<>();

    /** A hard rule is broken at a field. */
    public void error(String field, Message message) {
        errors.add(new FieldError(field, message));
    }

    /** A soft rule is departed from: the step goes on if a reason is given. */
    public void warning(Message message) {
        warnings.add(message);
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    public List<Message> warnings() {
        return List.copyOf(warnings);
    }

    /** @throws RuleViolation if a hard rule is broken, or a soft one without a reason */
    void settle(Answers answers) {
        if (!warnings.isEmpty() && answers.text(REASON).isEmpty()) {
            warnings.forEach(warning -> error(REASON, Message.of("workflow.reason-needed", warning)));
        }
        if (!errors.isEmpty()) {
            throw new RuleViolation(Message.of("workflow.form-refused", errors.size()), errors);
        }
    }
}
