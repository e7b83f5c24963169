package rongtong.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.shared.Message;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.workflow.engine.ProcessModels;

/**
 * What a person may do with a task. Each call is one transaction in which the engine's step, the records of the
 * procedure, the inbox and the timeline change together; of two people at once one succeeds, and the other is told who
 * it was and when ({@link rongtong.shared.SomebodyWasFirst}).
 *
 * <p>All calls throw {@link rongtong.shared.NotFound} for a task that the person may not see, and
 * {@link org.springframework.security.access.AccessDeniedException} for one that is not addressed to the person.
 */
@Service
public class TaskActions {

    private final Transactions transactions;
    private final TaskRecords tasks;
    private final Answering answering;
    private final ProcessModels models;
    private final Timeline timeline;
    private final Accounts accounts;
    private final CurrentUser user;
    private final TaskService engineTasks;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;
    private final Clock clock;

    TaskActions(
            Transactions transactions,
            TaskRecords tasks,
            Answering answering,
            ProcessModels models,
            Timeline timeline,
            Accounts accounts,
            CurrentUser user,
            TaskService engineTasks,
            RuntimeService runtime,
            JdbcClient jdbc,
            Clock clock) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.answering = answering;
        this.models = models;
        this.timeline = timeline;
        this.accounts = accounts;
        this.user = user;
        this.engineTasks = engineTasks;
        this.runtime = runtime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Takes the task out of the colleagues' inboxes. Once more changes nothing. */
    public void claim(String taskId) {
        transactions.run(() -> {
            var task = mine(taskId);
            if (task.assignee() == null) {
                var person = user.username();
                engineTasks.claim(taskId, person);
                tasks.assign(task, person);
                timeline.acted(task.caseId(), taskId, task.step(), task.name(), "claimed", null);
            }
        });
    }

    /** Gives a task back to all who may act on it. */
    public void release(String taskId) {
        transactions.run(() -> {
            var task = mine(taskId);
            if (task.assignee() != null) {
                engineTasks.setAssignee(taskId, null);
                tasks.release(task);
                timeline.acted(task.caseId(), taskId, task.step(), task.name(), "released", null);
            }
        });
    }

    /**
     * Completes a task with the answers to its form.
     *
     * @param opinion words of the person on the timeline, at most 4,000 characters; may be empty
     * @param files ids of files handed in beside the form
     * @throws RuleViolation with the fields, if the form or a rule says no; nothing has changed then
     */
    public Receipt complete(
            String taskId, Map<String, @Nullable Object> values, @Nullable String opinion, List<String> files) {
        requireShort(opinion);
        return transactions.run(() -> {
            var task = mine(taskId);
            var model = models.get(task.definition());
            var step = model.step(task.step());
            var context = tasks.context(task);
            answering.bind("attachments", files, task.caseId());
            var facts = answering.accept(model.process(), step, context, values);
            if (!facts.isEmpty()) {
                runtime.setVariables(task.scope(), facts);
            }
            timeline.acted(task.caseId(), taskId, task.step(), task.name(), "completed", opinion);
            engineTasks.complete(taskId);
            var receipt = Receipt.now(task.caseId(), clock);
            tasks.completed(task, receipt.number());
            return receipt;
        });
    }

    /**
     * Hands a task over to a colleague of the same organisation who may act on it (转办).
     *
     * @throws RuleViolation if the account may not act on the task
     */
    public void transfer(String taskId, String username, @Nullable String opinion) {
        requireShort(opinion);
        transactions.run(() -> {
            var task = mine(taskId);
            if (task.groups().stream()
                    .noneMatch(group -> accounts.members(group).contains(username))) {
                throw new RuleViolation(
                        Message.of("workflow.transfer-refused"),
                        List.of(new RuleViolation.FieldError("to", Message.of("workflow.transfer-refused"))));
            }
            if (!username.equals(task.assignee())) {
                engineTasks.setAssignee(taskId, username);
                tasks.assign(task, username);
                timeline.acted(
                        task.caseId(), taskId, task.step(), task.name(), "transferred", opinion, List.of(username));
            }
        });
    }

    /** Shows the task to colleagues of the organisations that the case concerns, who need not act (抄送). */
    public void copy(String taskId, List<String> usernames) {
        transactions.run(() -> {
            var task = mine(taskId);
            for (var username : usernames) {
                var concerned = jdbc.sql(
                                "select exists (select from workflow.participant where case_id = ? and organization = ?)")
                        .params(task.caseId(), accounts.get(username).organization())
                        .query(Boolean.class)
                        .single();
                if (!concerned) {
                    throw new RuleViolation(Message.of("workflow.copy-refused", accounts.displayName(username)));
                }
                jdbc.sql("""
                                insert into workflow.copy (task_id, username, sender, at) values (?, ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(taskId, username, user.username(), Timestamp.from(clock.instant()))
                        .update();
            }
            timeline.acted(task.caseId(), taskId, task.step(), task.name(), "copied", null, usernames);
        });
    }

    private TaskRecords.TaskRecord mine(String taskId) {
        var task = tasks.lock(taskId);
        tasks.requireMayAct(task);
        return task;
    }

    private static void requireShort(@Nullable String opinion) {
        Printable.require("opinion", opinion);
        if (opinion != null && opinion.length() > 4000) {
            throw new RuleViolation(
                    Message.of("workflow.opinion-too-long"),
                    List.of(new RuleViolation.FieldError("opinion", Message.of("workflow.opinion-too-long"))));
        }
    }
}
