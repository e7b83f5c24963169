package rongtong.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.workflow.engine.ProcessModels;

/**
 * The end of a task, in the transaction of the caller: records, facts, engine, timeline, receipt. Nothing else completes a task
 * of the engine.
 */
@Component
class Completion {

    private final TaskRecords tasks;
    private final Answering answering;
    private final ProcessModels models;
    private final Timeline timeline;
    private final TaskService engineTasks;
    private final RuntimeService runtime;

    Completion(
            TaskRecords tasks,
            Answering answering,
            ProcessModels models,
            Timeline timeline,
            TaskService engineTasks,
            RuntimeService runtime) {
        this.tasks = tasks;
        this.answering = answering;
        this.models = models;
        this.timeline = timeline;
        this.engineTasks = engineTasks;
        this.runtime = runtime;
    }

    /**
     * Completes a task as the person at work.
     *
     * @param action what the timeline calls it: {@code completed} or {@code returned}
     * @param to user names of those whom it goes back to
     * @throws rongtong.shared.RuleViolation with the fields, if the form or a rule says no
     */
    void complete(
            TaskRecords.TaskRecord task,
            Map<String, @Nullable Object> values,
            @Nullable String opinion,
            List<String> files,
            String action,
            List<String> to,
            Receipt receipt) {
        var model = models.get(task.definition());
        answering.bind("attachments", files, task.caseId());
        var facts = answering.accept(model.process(), model.step(task.step()), tasks.context(task), values);
        if (!facts.isEmpty()) {
            runtime.setVariables(task.scope(), facts);
        }
        timeline.acted(task.caseId(), task.id(), task.step(), task.name(), action, opinion, to);
        tasks.completed(task, receipt.number());
        engineTasks.complete(task.id());
    }

    /** Refuses what {@link #complete} would refuse, and changes nothing. */
    Map<String, @Nullable Object> check(TaskRecords.TaskRecord task, Map<String, @Nullable Object> values) {
        var model = models.get(task.definition());
        return answering
                .check(model.process(), model.step(task.step()), tasks.context(task), values)
                .values();
    }
}
