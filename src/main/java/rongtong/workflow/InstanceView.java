package rongtong.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as administrators and auditors see it.
 *
 * @param variables process variables of all its running processes: routing facts and ids
 */
public record InstanceView(
        CaseView view, List<OpenTask> tasks, List<Variable> variables, List<Job> jobs, List<IncidentView> incidents) {

    /**
     * @param candidates user names of those who may act now, the first 50
     * @param why in words, why it is these
     */
    public record OpenTask(
            String id, String step, String name, @Nullable String assignee, List<String> candidates, String why) {}

    public record Variable(
            String process, String name, @Nullable String value) {}

    /**
     * @param kind {@code timer} or another of the engine's kinds
     * @param retries attempts left; 0 is an incident
     */
    public record Job(
            String id,
            String kind,
            @Nullable String activity,
            @Nullable Instant dueAt,
            int retries,
            @Nullable String failure) {}

    /** @param job id of the job that failed; null where none did */
    public record IncidentView(
            String id,
            String kind,
            String activity,
            @Nullable String message,
            Instant at,
            @Nullable String job) {}
}
