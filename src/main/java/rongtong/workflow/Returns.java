package rongtong.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.form.Form;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.workflow.TaskRecords.TaskRecord;
import rongtong.workflow.engine.ProcessModels;
import rongtong.workflow.engine.ProcessModels.StepModel;

/**
 * Return to an earlier step (退回). The model says where to: a return is the task's own form completed with the decision
 * that leads there, so it is checked and recorded like any answer and no effect of a later step happens twice.
 */
@Component
class Returns {

    /** Key of the list of a form that takes the defects. */
    static final String DEFECTS = "defects";

    private final ProcessModels models;
    private final TaskRecords tasks;
    private final TaskDrafts drafts;
    private final Completion completion;

    Returns(ProcessModels models, TaskRecords tasks, TaskDrafts drafts, Completion completion) {
        this.models = models;
        this.tasks = tasks;
        this.drafts = drafts;
        this.completion = completion;
    }

    List<ReturnTarget> targets(TaskRecord task) {
        var model = models.get(task.definition());
        return model.step(task.step()).returns().stream()
                .map(path -> new ReturnTarget(path.step(), model.nameOf(path.step()), path.field(), path.value()))
                .toList();
    }

    /**
     * @throws RuleViolation at {@code to}, {@code opinion} or {@code defects}, or at the fields of the form
     */
    void returnTo(TaskRecord task, String username, String to, String opinion, List<Defect> defects, Receipt receipt) {
        var step = models.get(task.definition()).step(task.step());
        var path = step.returns().stream()
                .filter(candidate -> candidate.step().equals(to))
                .findFirst()
                .orElseThrow(() -> refused("to", Message.of("workflow.no-return", to)));
        if (opinion.isBlank()) {
            throw refused("opinion", Message.of("workflow.return-opinion"));
        }
        Map<String, @Nullable Object> values = new HashMap<>(drafts.of(username, task.id()));
        values.put(path.field(), path.value());
        var reason = step.returnReason();
        if (reason != null) {
            values.put(reason, opinion.strip());
        }
        if (!defects.isEmpty()) {
            values.put(DEFECTS, rows(step, defects));
        }
        try {
            completion.complete(task, values, opinion, List.of(), "returned", tasks.lastDoer(task, to), receipt);
        } catch (RuleViolation no) {
            throw reason == null ? no : atTheOpinion(no, reason);
        }
    }

    private static List<Map<String, String>> rows(StepModel step, List<Defect> defects) {
        if (Form.parse(step.formJson()).list(DEFECTS).isEmpty()) {
            throw refused(DEFECTS, Message.of("workflow.no-defects", step.name()));
        }
        return defects.stream()
                .map(defect -> Map.of("field", defect.field(), "reason", defect.reason()))
                .toList();
    }

    /** The person wrote the opinion, not the field of the form that takes it. */
    private static RuleViolation atTheOpinion(RuleViolation no, String reason) {
        return new RuleViolation(
                no.explanation(),
                no.fields().stream()
                        .map(error -> error.field().equals(reason) ? new FieldError("opinion", error.message()) : error)
                        .toList());
    }

    private static RuleViolation refused(String field, Message message) {
        return new RuleViolation(message, List.of(new FieldError(field, message)));
    }
}
