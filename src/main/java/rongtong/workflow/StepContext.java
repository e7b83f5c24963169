package rongtong.workflow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a step stands: its case, the unit it is addressed to, who acts.
 *
 * @param task the engine's id of the task; null while a case is being started
 * @param unit code of the organisation that this instance of the step is addressed to (process variable {@code unit});
 *     null where the step is not for each of several units
 * @param variables process variables that the step can see: routing facts and ids
 * @param organization code of the organisation of the person at work
 * @param facts filled by {@link #set}
 */
public record StepContext(
        UUID caseId,
        String service,
        String step,
        @Nullable String task,
        @Nullable String unit,
        Map<String, Object> variables,
        String actor,
        String organization,
        Instant now,
        Map<String, Object> facts) {

    public StepContext(
            UUID caseId,
            String service,
            String step,
            @Nullable String task,
            @Nullable String unit,
            Map<String, Object> variables,
            String actor,
            String organization,
            Instant now) {
        this(caseId, service, step, task, unit, variables, actor, organization, now, new LinkedHashMap<>());
    }

    /**
     * Sets a process variable that a gateway, table or timer reads.
     *
     * @param value text, flag or number; never a document
     */
    public void set(String variable, Object value) {
        facts.put(variable, value);
    }

    /** @throws IllegalStateException if the process does not carry the variable */
    public String text(String variable) {
        var value = variables.get(variable);
        if (value == null) {
            throw new IllegalStateException(
                    "Process variable '%s' is missing at %s, found %s".formatted(variable, step, variables.keySet()));
        }
        return value.toString();
    }

    /** @throws IllegalStateException if the step is not addressed to one unit */
    public String requiredUnit() {
        if (unit == null) {
            throw new IllegalStateException("Step %s is not addressed to a unit".formatted(step));
        }
        return unit;
    }
}
