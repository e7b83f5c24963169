package rongtong.shared;

import java.util.List;

/**
 * A rule says no. Carries what the person has to know and do, in words, and for a form the fields at which to say it.
 * Nothing has been changed when it is thrown.
 */
public class RuleViolation extends RuntimeException {

    private final Message explanation;
    private final List<FieldError> fields;

    public RuleViolation(Message explanation) {
        this(explanation, List.of());
    }

    public RuleViolation(Message explanation, List<FieldError> fields) {
        super(explanation.key() + explanation.arguments());
        this.explanation = explanation;
        this.fields = List.copyOf(fields);
    }

    public Message explanation() {
        return explanation;
    }

    /** Empty where the rule is not about a field. */
    public List<FieldError> fields() {
        return fields;
    }

    /**
     * @param field data path in the form, such as {@code entries[2].number}
     * @param message what is wrong there
     */
    public record FieldError(String field, Message message) {}
}
