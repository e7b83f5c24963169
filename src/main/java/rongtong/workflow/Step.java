package rongtong.workflow;

import java.util.Map;

/**
 * What a procedure adds to one of its user tasks: what the form shows, which rules hold, what is recorded. One bean for
 * each user task that needs it, its class named after the task; a task without one just keeps its answers with the case.
 *
 * <p>All methods run in the transaction of the call that leads there; {@link #record} in the one that completes the
 * task, so that the engine's step and the records are written together or not at all.
 */
public interface Step {

    /**
     * @return id of the process and of its user task, such as {@code member-selection/selectSchools}; the start form of
     *     a process is {@code alliance-founding/start}
     */
    String id();

    /**
     * What the form needs beside the case's earlier answers to fields of the same key: tables, choices for
     * {@code valuesKey}, numbers that its conditions read, first values of its fields.
     */
    default Map<String, Object> values(StepContext context) {
        return Map.of();
    }

    /** Rules that the form cannot say for itself. Called after the form's own checks have passed; changes nothing. */
    default void check(StepContext context, Answers answers, Findings findings) {}

    /** Writes the records of the procedure and sets the facts that gateways read. */
    default void record(StepContext context, Answers answers) {}
}
