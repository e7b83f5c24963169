package rongtong.workflow;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.Account;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.shared.Listed;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.workflow.SignStore.SignRequest;
import rongtong.workflow.SignStore.StoredCompletion;
import rongtong.workflow.TaskRecords.TaskRecord;
import rongtong.workflow.engine.ProcessModels;

/**
 * Opinions that the holder of a task asks for beside it (加签), drawn in {@code bpmn/workflow/sign-request.bpmn}: one run of
 * that process for each person asked. Whoever holds the task may take a request back (减签).
 *
 * <p>Where somebody is still to answer when the holder completes, the completion is kept and done when the last one has
 * answered. If one of those who answered after the holder disagrees, or a rule has come to say no, the task goes back to
 * the holder with the answers as a draft. All calls expect the task beside which people are asked to be locked.
 */
@Component
class SignRequests {

    static final String PROCESS = "sign-request";

    /** Process variables of {@link #PROCESS}. */
    static final String REQUEST = "signRequest";

    private static final int LONGEST_LIST = 50;

    private final SignStore requests;
    private final TaskRecords tasks;
    private final ProcessModels models;
    private final Basis basis;
    private final TaskDrafts drafts;
    private final Completion completion;
    private final Answering answering;
    private final Timeline timeline;
    private final Accounts accounts;
    private final CurrentUser user;
    private final RuntimeService runtime;
    private final TaskService engineTasks;
    private final JdbcClient jdbc;
    private final Clock clock;

    SignRequests(
            SignStore requests,
            TaskRecords tasks,
            ProcessModels models,
            Basis basis,
            TaskDrafts drafts,
            Completion completion,
            Answering answering,
            Timeline timeline,
            Accounts accounts,
            CurrentUser user,
            RuntimeService runtime,
            TaskService engineTasks,
            JdbcClient jdbc,
            Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.models = models;
        this.basis = basis;
        this.drafts = drafts;
        this.completion = completion;
        this.answering = answering;
        this.timeline = timeline;
        this.accounts = accounts;
        this.user = user;
        this.runtime = runtime;
        this.engineTasks = engineTasks;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    static boolean isRequest(TaskRecord task) {
        return task.definition().startsWith(PROCESS + ":");
    }

    List<SignView> of(String taskId) {
        return requests.of(taskId).stream()
                .map(request -> new SignView(
                        request.position(),
                        request.username(),
                        accounts.displayName(request.username()),
                        request.stance(),
                        request.comment(),
                        request.requestedAt(),
                        request.answeredAt()))
                .toList();
    }

    boolean hasOpen(TaskRecord task) {
        return task.asked() && requests.of(task.id()).stream().anyMatch(SignRequest::isOpen);
    }

    boolean holdsBack(TaskRecord task) {
        return task.asked() && requests.of(task.id()).stream().anyMatch(SignRequests::isBefore);
    }

    /**
     * Whether what the holder answers waits for others.
     *
     * @throws RuleViolation naming who was asked to answer before the holder and has not
     */
    boolean mustWait(TaskRecord task) {
        if (!task.asked()) {
            return false;
        }
        var all = requests.of(task.id());
        var before = all.stream().filter(SignRequests::isBefore).toList();
        if (!before.isEmpty()) {
            throw new RuleViolation(Message.of("workflow.signs-open", names(before)));
        }
        return all.stream().anyMatch(SignRequest::isOpen);
    }

    private static boolean isBefore(SignRequest request) {
        return request.isOpen() && request.position() == SignPosition.BEFORE;
    }

    void add(TaskRecord task, SignPosition position, List<String> usernames, String question) {
        if (isRequest(task)) {
            throw new RuleViolation(Message.of("workflow.no-sign-of-sign"));
        }
        if (usernames.isEmpty() || usernames.size() > LONGEST_LIST) {
            throw refused(Message.of("workflow.sign-nobody", LONGEST_LIST));
        }
        var asked = requests.of(task.id());
        var persons = usernames.stream().distinct().map(this::account).toList();
        persons.forEach(person -> requireFit(task, person, asked));
        if (task.assignee() == null) {
            engineTasks.claim(task.id(), user.username());
            tasks.assign(task, user.username());
        }
        for (var person : persons) {
            var request = requests.add(task.id(), position, person.username(), question);
            if (position != SignPosition.AFTER) {
                ask(task, request.toString(), person);
            }
        }
        var named = Listed.of(persons.stream().map(Account::displayName).toList());
        note(task, "sign-added", question.isEmpty() ? named : Listed.named(named, question));
    }

    private Account account(String username) {
        try {
            return accounts.get(username);
        } catch (NotFound unknown) {
            throw refused(Message.of("workflow.sign-refused", username));
        }
    }

    private void requireFit(TaskRecord task, Account person, List<SignRequest> asked) {
        var concerned = jdbc.sql(
                        "select exists (select from workflow.participant where case_id = ? and organization = ? and account = '')")
                .params(task.caseId(), person.organization())
                .query(Boolean.class)
                .single();
        if (!concerned || !person.enabled() || person.username().equals(user.username())) {
            throw refused(Message.of("workflow.sign-refused", person.displayName()));
        }
        if (asked.stream()
                .anyMatch(request -> request.isOpen() && request.username().equals(person.username()))) {
            throw refused(Message.of("workflow.sign-twice", person.displayName()));
        }
    }

    private void ask(TaskRecord task, String request, Account person) {
        var instance = runtime.startProcessInstanceByKey(
                PROCESS,
                task.caseId().toString(),
                Map.of(
                        "caseId",
                        task.caseId().toString(),
                        REQUEST,
                        request,
                        "asked",
                        person.username(),
                        "unit",
                        person.organization(),
                        "clause",
                        clause(task)));
        var askedTask = jdbc.sql("select id from workflow.task where case_id = :case and scope = :scope")
                .param("case", task.caseId())
                .param("scope", instance.getProcessInstanceId())
                .query(String.class)
                .single();
        engineTasks.setAssignee(askedTask, person.username());
        tasks.assign(tasks.get(askedTask), person.username());
        requests.asked(java.util.UUID.fromString(request), askedTask);
    }

    /** Who is asked beside a step reads the clause of that step. */
    private String clause(TaskRecord task) {
        var drawn = models.get(task.definition()).step(task.step()).clause();
        return Objects.requireNonNullElse(basis.of(drawn, task.clause()), "");
    }

    /**
     * Takes requests back that nobody has answered. Where the holder has completed and nobody else is to answer, the
     * completion is done.
     *
     * @param usernames of whom; all if empty
     */
    void remove(TaskRecord task, List<String> usernames) {
        var open = requests.of(task.id()).stream()
                .filter(SignRequest::isOpen)
                .filter(request -> usernames.isEmpty() || usernames.contains(request.username()))
                .toList();
        if (open.isEmpty() || usernames.stream().distinct().count() > open.size()) {
            throw refused(Message.of("workflow.sign-not-open"));
        }
        end(open);
        note(task, "sign-removed", names(open));
        concludeIfAnswered(task);
    }

    /** The task ends another way: who has not answered need not. */
    void removeAll(TaskRecord task) {
        if (!task.asked()) {
            return;
        }
        var open = requests.of(task.id()).stream().filter(SignRequest::isOpen).toList();
        if (!open.isEmpty()) {
            end(open);
            note(task, "sign-removed", names(open));
        }
    }

    private void end(List<SignRequest> open) {
        for (var request : open) {
            requests.remove(request.id());
            if (request.askedTask() != null) {
                runtime.deleteProcessInstance(tasks.get(request.askedTask()).scope(), PROCESS, false, true);
            }
        }
    }

    /** Keeps the completion until all have answered, and asks those who answer after the holder. */
    Receipt store(TaskRecord task, Map<String, @Nullable Object> values, @Nullable String opinion, List<String> files) {
        completion.check(task, values);
        answering.bind("attachments", files, task.caseId());
        if (task.assignee() == null) {
            engineTasks.claim(task.id(), user.username());
            tasks.assign(task, user.username());
        }
        var receipt = Receipt.now(task.caseId(), clock, Receipt.Outcome.WAITING);
        requests.store(task.id(), values, opinion, files, receipt.number());
        tasks.leaveInbox(task);
        drafts.drop(task.id());
        requests.of(task.id()).stream()
                .filter(request -> request.isOpen() && request.askedTask() == null)
                .forEach(request -> ask(task, request.id().toString(), accounts.get(request.username())));
        note(task, "answered", null);
        return receipt;
    }

    /** Somebody has answered beside this task: if that was the last one and the holder has completed, the case goes on. */
    void answered(String host) {
        concludeIfAnswered(tasks.get(host));
    }

    private void concludeIfAnswered(TaskRecord host) {
        if (!host.isWaiting() || hasOpen(host)) {
            return;
        }
        var stored = requests.take(host.id());
        var disagreed = requests.of(host.id()).stream()
                .anyMatch(request -> "DISAGREE".equals(request.stance())
                        && request.answeredAt() != null
                        && !request.answeredAt().isBefore(stored.at()));
        if (disagreed || !as(stored.actor(), () -> isStillRight(host, stored))) {
            giveBack(host, stored);
            timeline.note(host.caseId(), "sign-returned", user.organization(), host.name());
            return;
        }
        as(stored.actor(), () -> {
            var receipt = new Receipt(stored.receipt(), host.caseId(), clock.instant(), Receipt.Outcome.COMPLETED);
            completion.complete(
                    host, stored.answers(), stored.opinion(), stored.files(), "completed", List.of(), receipt);
            return receipt;
        });
    }

    private boolean isStillRight(TaskRecord host, StoredCompletion stored) {
        try {
            completion.check(host, stored.answers());
            return true;
        } catch (RuleViolation no) {
            return false;
        }
    }

    /** The holder takes a completion back that waits for others. */
    void takeBack(TaskRecord host) {
        giveBack(host, requests.take(host.id()));
    }

    private void giveBack(TaskRecord host, StoredCompletion stored) {
        drafts.keep(stored.actor(), host.id(), stored.answers());
        tasks.enterInbox(host, stored.actor());
    }

    private <T> T as(String username, Callable<T> work) {
        try {
            return user.runAs(username, work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("A kept completion of %s failed".formatted(username), failure);
        }
    }

    private void note(TaskRecord task, String action, @Nullable String words) {
        timeline.acted(task.caseId(), task.id(), task.step(), task.name(), action, words);
    }

    private String names(List<SignRequest> of) {
        return Listed.of(of.stream()
                .map(request -> accounts.displayName(request.username()))
                .toList());
    }

    private static RuleViolation refused(Message message) {
        return new RuleViolation(message, List.of(new FieldError("to", message)));
    }
}
