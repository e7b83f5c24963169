package rongtong.workflow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
     * @param activity id in the diagram, with its name; null in a job of the engine's own
     * @param retries attempts left; 0 is an incident
     */
    public record Job(
            String id,
            String kind,
            @Nullable String activity,
            @Nullable String name,
            @Nullable Instant dueAt,
            int retries,
            @Nullable String failure) {}

    /**
     * @param activity id in the diagram, with its name; null in a job of the engine's own
     * @param job id of the job that failed; null where none did
     * @param caseId of the case that stands still for it, with its number; null where none does
     */
    public record IncidentView(
            String id,
            String kind,
            @Nullable String activity,
            @Nullable String name,
            @Nullable String message,
            Instant at,
            @Nullable String job,
            @Nullable UUID caseId,
            @Nullable String number) {}
}
