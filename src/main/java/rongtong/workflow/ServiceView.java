package rongtong.workflow;

import java.util.List;
import rongtong.policy.Clause;

/**
 * A service that the person may start.
 *
 * @param key id of the process
 * @param form form-js JSON of its start event
 * @param steps names of the steps, in the order of the diagram
 */
public record ServiceView(
        String key, String name, String summary, List<Clause> clauses, String form, List<String> steps) {}
