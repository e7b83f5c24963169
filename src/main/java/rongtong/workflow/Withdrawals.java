package rongtong.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.shared.Json;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;
import rongtong.workflow.TaskRecords.TaskRecord;
import rongtong.workflow.engine.ProcessModels;

/**
 * Takes a completed step back (撤回) as long as nobody has acted on what came after it. The model allows it for a step
 * whose records are written anew the next time; the engine ends the steps that followed and begins this one again.
 */
@Component
class Withdrawals {

    private static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "parallelGateway", "inclusiveGateway");

    private final JdbcClient jdbc;
    private final Json json;
    private final CurrentUser user;
    private final Accounts accounts;
    private final TaskRecords tasks;
    private final TaskDrafts drafts;
    private final ProcessModels models;
    private final HistoryService history;
    private final RuntimeService runtime;
    private final TaskService engineTasks;

    Withdrawals(
            JdbcClient jdbc,
            Json json,
            CurrentUser user,
            Accounts accounts,
            TaskRecords tasks,
            TaskDrafts drafts,
            ProcessModels models,
            HistoryService history,
            RuntimeService runtime,
            TaskService engineTasks) {
        this.jdbc = jdbc;
        this.json = json;
        this.user = user;
        this.accounts = accounts;
        this.tasks = tasks;
        this.drafts = drafts;
        this.models = models;
        this.history = history;
        this.runtime = runtime;
        this.engineTasks = engineTasks;
    }

    /** Whether {@link #withdraw} would succeed now. */
    boolean isPossible(TaskRecord task) {
        if (!isMine(task)) {
            return false;
        }
        try {
            following(task).stream().map(next -> tasks.get(next.getTaskId())).forEach(this::requireUntouched);
            return true;
        } catch (RuleViolation | SomebodyWasFirst no) {
            return false;
        }
    }

    /**
     * Begins the step again, addressed to the person, with what was answered as the draft.
     *
     * @param task locked
     * @throws AccessDeniedException unless the person has completed it
     * @throws RuleViolation if the model does not allow it, or the case has gone on by itself
     * @throws SomebodyWasFirst if somebody has taken or completed what followed
     */
    void withdraw(TaskRecord task) {
        if (!isMine(task)) {
            throw new AccessDeniedException("withdrawal of task " + task.id());
        }
        var following = following(task);
        for (var next : following) {
            requireUntouched(tasks.lock(next.getTaskId()));
        }
        var instance = following.getFirst().getProcessInstanceId();
        var modification = runtime.createProcessInstanceModification(instance);
        modification.startBeforeActivity(task.step());
        following.forEach(next -> modification.cancelAllForActivity(next.getActivityId()));
        modification.execute();
        var again = beginning(task);
        engineTasks.claim(again, user.username());
        tasks.assign(tasks.get(again), user.username());
        jdbc.sql("select answers from workflow.submission where task_id = :task")
                .param("task", task.id())
                .query(String.class)
                .optional()
                .ifPresent(answers -> drafts.keep(user.username(), again, json.readObject(answers)));
    }

    /** The engine's queries do not see yet what this step has begun; our records do. */
    private String beginning(TaskRecord task) {
        return jdbc.sql("""
                        select id from workflow.task
                        where case_id = :case and definition = :definition and step = :step and state = 'OPEN'
                          and scope = :scope
                        """)
                .param("case", task.caseId())
                .param("definition", task.definition())
                .param("step", task.step())
                .param("scope", task.scope())
                .query(String.class)
                .single();
    }

    private boolean isMine(TaskRecord task) {
        return !task.isOpen() && user.username().equals(task.endedBy());
    }

    /** The open steps that alone came of the completion. */
    private List<HistoricActivityInstance> following(TaskRecord task) {
        var model = models.get(task.definition());
        var allowed = model.follows().getOrDefault(task.step(), Set.of());
        if (!model.step(task.step()).withdrawable() || allowed.isEmpty()) {
            throw new RuleViolation(Message.of("workflow.step-not-withdrawable", task.name()));
        }
        var following = new ArrayList<HistoricActivityInstance>();
        for (var later : startedAfter(task)) {
            if (GATEWAYS.contains(later.getActivityType())) {
                continue;
            }
            if (!allowed.contains(later.getActivityId())) {
                throw goneOn(task);
            }
            following.add(later);
        }
        if (following.isEmpty()) {
            throw goneOn(task);
        }
        return following;
    }

    private List<HistoricActivityInstance> startedAfter(TaskRecord task) {
        var instance = Optional.ofNullable(
                history.createHistoricTaskInstanceQuery().taskId(task.id()).singleResult());
        var visits = instance.map(found -> history.createHistoricActivityInstanceQuery()
                        .processInstanceId(found.getProcessInstanceId())
                        .list())
                .orElse(List.of());
        return visits.stream()
                .filter(visit -> task.id().equals(visit.getTaskId()))
                .findFirst()
                .map(done -> visits.stream()
                        .filter(visit -> !visit.getId().equals(done.getId())
                                && !visit.getStartTime().before(done.getEndTime()))
                        .toList())
                .orElse(List.of());
    }

    private void requireUntouched(TaskRecord next) {
        var endedAt = next.endedAt();
        if (endedAt != null && next.endedBy() == null) {
            throw new RuleViolation(Message.of("workflow.case-has-gone-on", next.name()));
        }
        if (endedAt != null && next.endedBy() != null) {
            throw new SomebodyWasFirst(
                    accounts.displayName(next.endedBy()), endedAt, Message.of("workflow.deed.completed", next.name()));
        }
        if (next.assignee() != null && next.claimedAt() != null) {
            throw new SomebodyWasFirst(
                    accounts.displayName(next.assignee()),
                    next.claimedAt(),
                    Message.of("workflow.deed.claimed", next.name()));
        }
    }

    private static RuleViolation goneOn(TaskRecord task) {
        return new RuleViolation(Message.of("workflow.case-has-gone-on", task.name()));
    }
}
