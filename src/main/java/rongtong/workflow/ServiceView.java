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
 * @param refusal why the person's organisation may not start it all the same, in words; null if it may
 */
public record ServiceView(
        String key,
        String name,
        String summary,
        List<Clause> clauses,
        String form,
        List<String> steps,
        @Nullable String refusal) {}
