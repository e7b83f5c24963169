package rongtong.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rongtong.identity.Account;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.shared.Message;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.shared.TooLate;

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
    private final Completion completion;
    private final TaskDrafts drafts;
    private final Arrival arrival;
    private final Returns returns;
    private final Withdrawals withdrawals;
    private final SignRequests signs;
    private final Urging urging;
    private final CaseAccess access;
    private final Timeline timeline;
    private final Accounts accounts;
    private final CurrentUser user;
    private final TaskService engineTasks;
    private final JdbcClient jdbc;
    private final Clock clock;

    TaskActions(
            Transactions transactions,
            TaskRecords tasks,
            Answering answering,
            Completion completion,
            TaskDrafts drafts,
            Arrival arrival,
            Returns returns,
            Withdrawals withdrawals,
            SignRequests signs,
            Urging urging,
            CaseAccess access,
            Timeline timeline,
            Accounts accounts,
            CurrentUser user,
            TaskService engineTasks,
            JdbcClient jdbc,
            Clock clock) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.answering = answering;
        this.completion = completion;
        this.drafts = drafts;
        this.arrival = arrival;
        this.returns = returns;
        this.withdrawals = withdrawals;
        this.signs = signs;
        this.urging = urging;
        this.access = access;
        this.timeline = timeline;
        this.accounts = accounts;
        this.user = user;
        this.engineTasks = engineTasks;
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
            requireNotDelegated(task);
            if (task.assignee() != null) {
                engineTasks.setAssignee(taskId, null);
                tasks.release(task);
                timeline.acted(task.caseId(), taskId, task.step(), task.name(), "released", null);
            }
        });
    }

    /**
     * Completes a task with the answers to its form. Of a delegated task the answers go to whoever delegated it, as a
     * draft ({@link Receipt.Outcome#RESOLVED}). Where others are asked beside it, the case goes on when they have answered
     * ({@link Receipt.Outcome#WAITING}).
     *
     * @param opinion words of the person on the timeline, at most 4,000 characters; may be empty
     * @param files ids of files handed in beside the form
     * @throws RuleViolation with the fields, if the form or a rule says no; nothing has changed then, but what came
     *     {@link TooLate} is kept as the person's draft
     */
    public Receipt complete(
            String taskId, Map<String, @Nullable Object> values, @Nullable String opinion, List<String> files) {
        requireShort(opinion);
        return arrival.during(() -> {
            try {
                return completed(taskId, values, opinion, files);
            } catch (TooLate late) {
                drafts.keep(user.username(), taskId, values);
                throw late;
            }
        });
    }

    private Receipt completed(
            String taskId, Map<String, @Nullable Object> values, @Nullable String opinion, List<String> files) {
        return transactions.run(() -> {
            var task = mine(taskId);
            var delegator = task.owner();
            if (delegator != null) {
                return resolve(task, delegator, values, opinion, files);
            }
            if (signs.mustWait(task)) {
                return signs.store(task, values, opinion, files);
            }
            var receipt = Receipt.now(task.caseId(), clock);
            completion.complete(task, values, opinion, files, "completed", List.of(), receipt);
            if (task.host() != null) {
                signs.answered(task.host());
            }
            return receipt;
        });
    }

    private Receipt resolve(
            TaskRecords.TaskRecord task,
            String delegator,
            Map<String, @Nullable Object> values,
            @Nullable String opinion,
            List<String> files) {
        completion.check(task, values);
        answering.bind("attachments", files, task.caseId());
        giveBackToDelegator(task, delegator);
        drafts.keep(delegator, task.id(), values);
        timeline.acted(task.caseId(), task.id(), task.step(), task.name(), "resolved", opinion);
        return Receipt.now(task.caseId(), clock, Receipt.Outcome.RESOLVED);
    }

    /** What the delegator typed before stays as it was. */
    private void giveBackToDelegator(TaskRecords.TaskRecord task, String delegator) {
        engineTasks.resolveTask(task.id());
        tasks.own(task, null);
        tasks.assign(task, delegator);
        if (task.assignee() != null) {
            drafts.drop(task.assignee(), task.id());
        }
    }

    /** Earlier steps to which the person may return the case; none where the model draws no way back. */
    public List<ReturnTarget> returnTargets(String taskId) {
        var task = tasks.get(taskId);
        return tasks.mayAct(task) && !task.isDelegated() ? returns.targets(task) : List.of();
    }

    /**
     * Returns the case to an earlier step (退回). The task is completed with the decision that leads there and what the
     * person has typed so far; form and rules are asked as always.
     *
     * @param to id of the step, one of {@link #returnTargets}
     * @param opinion why, 1 to 4,000 characters
     * @param defects what has to be corrected; only where the form has a list for it
     * @throws RuleViolation with the fields {@code to}, {@code opinion}, {@code defects} or those of the form
     */
    public Receipt returnTo(String taskId, String to, @Nullable String opinion, List<Defect> defects) {
        requireShort(opinion);
        return transactions.run(() -> {
            var task = mine(taskId);
            requireNotDelegated(task);
            signs.removeAll(task);
            var receipt = Receipt.now(task.caseId(), clock);
            returns.returnTo(task, user.username(), to, opinion == null ? "" : opinion, defects, receipt);
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
            requireNotDelegated(task);
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

    /**
     * Lets a colleague of the same organisation work on the task (委派). What the colleague hands in comes back to the
     * person, who completes the task.
     *
     * @throws RuleViolation if the account is no colleague
     */
    public void delegate(String taskId, String username, @Nullable String opinion) {
        requireShort(opinion);
        transactions.run(() -> {
            var task = mine(taskId);
            requireNotDelegated(task);
            var person = user.username();
            if (colleagues().stream().map(Account::username).noneMatch(name -> name.equals(username))) {
                throw new RuleViolation(
                        Message.of("workflow.delegation-refused"),
                        List.of(new RuleViolation.FieldError("to", Message.of("workflow.delegation-refused"))));
            }
            var typed = drafts.of(person, taskId);
            engineTasks.setAssignee(taskId, person);
            engineTasks.setOwner(taskId, person);
            engineTasks.delegateTask(taskId, username);
            tasks.own(task, person);
            tasks.assign(task, username);
            if (!typed.isEmpty()) {
                drafts.keep(username, taskId, typed);
            }
            timeline.acted(task.caseId(), taskId, task.step(), task.name(), "delegated", opinion);
        });
    }

    /**
     * Takes back (撤回) what the person has completed, while nobody has acted on what followed or others are still asked; or
     * a delegation that the colleague has not answered. The task is the person's again, with the answers as a draft.
     *
     * @throws RuleViolation if the model does not allow it, or the case has gone on by itself
     * @throws rongtong.shared.SomebodyWasFirst if somebody has taken or completed what followed
     */
    public void withdraw(String taskId) {
        transactions.run(() -> {
            var task = tasks.lock(taskId);
            var person = user.username();
            if (task.isWaiting() && person.equals(task.answeredBy())) {
                signs.takeBack(task);
            } else if (task.isOpen() && person.equals(task.owner())) {
                giveBackToDelegator(task, person);
            } else {
                withdrawals.withdraw(task);
            }
            timeline.acted(task.caseId(), taskId, task.step(), task.name(), "withdrawn", null);
        });
    }

    /**
     * Asks others for their opinion beside the task (加签): people of the organisations that the case concerns. They find
     * it in their inboxes.
     *
     * @param position when they answer
     * @param question what they are asked, at most 4,000 characters; may be empty
     * @throws RuleViolation at {@code to}, if one cannot be asked or is asked already
     */
    public void addSign(String taskId, SignPosition position, List<String> usernames, @Nullable String question) {
        requireShort(question);
        transactions.run(() -> {
            var task = mine(taskId);
            requireNotDelegated(task);
            signs.add(task, position, usernames, question == null ? "" : question.strip());
        });
    }

    /**
     * Takes back what nobody has answered yet (减签); also after the person has completed the task and waits for others.
     *
     * @param usernames of whom; all if empty
     * @throws RuleViolation at {@code to}, if one of them is not asked or has answered
     */
    public void removeSign(String taskId, List<String> usernames) {
        transactions.run(() -> {
            var task = tasks.lock(taskId);
            if (!task.isWaiting() || !user.username().equals(task.answeredBy())) {
                tasks.requireMayAct(task);
            }
            signs.remove(task, usernames);
        });
    }

    /**
     * Who is asked beside a task, in the order of the requests, and what they said; like all answers, others than public
     * bodies read only those of their own organisation.
     */
    public List<SignView> signs(String taskId) {
        var all = signs.of(tasks.get(taskId).id());
        if (access.readsAnswersOfAll()) {
            return all;
        }
        var own = accounts.find(user.organization()).stream()
                .map(Account::username)
                .toList();
        return all.stream().filter(sign -> own.contains(sign.username())).toList();
    }

    /**
     * Urges whoever has an open task (催办); for the starter of the case and those who completed one of its steps.
     *
     * @throws rongtong.shared.SomebodyWasFirst if the task is done, or was urged within the interval of the settings
     */
    public void urge(String taskId) {
        transactions.run(() -> {
            var task = tasks.lock(taskId);
            tasks.requireOpen(task);
            urging.urge(task);
        });
    }

    /** Colleagues of the person's organisation, by user name: to whom a task can be delegated. */
    public List<Account> colleagues() {
        return others(user.organization());
    }

    /** People of the organisations that a task's case concerns: who can be asked beside it. */
    public List<Account> concerned(String taskId) {
        return jdbc.sql("""
                        select organization from workflow.participant where case_id = :case and account = ''
                        order by organization
                        """).param("case", tasks.get(taskId).caseId()).query(String.class).list().stream()
                .flatMap(organization -> others(organization).stream())
                .toList();
    }

    private List<Account> others(String organization) {
        return accounts.find(organization).stream()
                .filter(account -> account.enabled() && !account.username().equals(user.username()))
                .toList();
    }

    /** Ids of the open tasks of a case that the person may urge now. */
    public List<String> urgeable(UUID caseId) {
        access.requireVisible(caseId);
        return jdbc
                .sql("select id from workflow.task where case_id = :case and state = 'OPEN' order by created_at, id")
                .param("case", caseId)
                .query(String.class)
                .list()
                .stream()
                .filter(task -> urging.isPossible(tasks.get(task)))
                .toList();
    }

    /** Shows the task to colleagues of the organisations that the case concerns, who need not act (抄送). */
    public void copy(String taskId, List<String> usernames) {
        transactions.run(() -> {
            var task = mine(taskId);
            for (var username : usernames) {
                var concerned = jdbc.sql(
                                "select exists (select from workflow.participant where case_id = ? and organization = ? and account = '')")
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

    /** A colleague works on it for somebody else, who alone decides where it goes. */
    private void requireNotDelegated(TaskRecords.TaskRecord task) {
        if (task.owner() != null) {
            throw new RuleViolation(Message.of("workflow.is-delegated", accounts.displayName(task.owner())));
        }
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
