package rongtong.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rongtong.policy.Clause;

/**
 * A service that the person may start.
 *
 * @param key id of the process
 * @param form form-js JSON of its start event
 * @param steps names of the steps, in the order of the diagram
 * @param limits how long its stages and steps may take, in the order of the diagram
 * @param refusal why the person's organisation may not start it all the same, in words; null if it may
 */
public record ServiceView(
        String key,
        String name,
        String summary,
        List<Clause> clauses,
        String form,
        List<String> steps,
        List<Limit> limits,
        @Nullable String refusal) {

    /**
     * A time limit.
     *
     * @param name of the stage or step
     * @param days working days
     * @param isDefault not from the documents
     */
    public record Limit(String name, int days, boolean isDefault) {}
}
