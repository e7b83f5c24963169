package rongtong.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.SomebodyWasFirst;

/** Our record of each user task: who may act on it, who did, and what stands in the inboxes. */
@Component
class TaskRecords {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Accounts accounts;
    private final CaseAccess access;
    private final RuntimeService runtime;
    private final Clock clock;

    TaskRecords(
            JdbcClient jdbc,
            CurrentUser user,
            Accounts accounts,
            CaseAccess access,
            RuntimeService runtime,
            Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.accounts = accounts;
        this.access = access;
        this.runtime = runtime;
        this.clock = clock;
    }

    /**
     * @param scope the engine's execution on which the facts of an answer are set
     * @param clause what the procedure rests on, as {@link Basis} takes it; null where it has no clauses of its own
     * @param owner who delegated it and gets it back; null where nobody did
     * @param asked whether anybody was ever asked for an opinion beside it
     * @param host the task beside which this one asks for an opinion; null for most
     * @param answeredBy who has answered it while others are still asked; null where it waits for nobody
     */
    record TaskRecord(
            String id,
            UUID caseId,
            String service,
            String definition,
            String scope,
            String step,
            String name,
            @Nullable String unit,
            @Nullable String clause,
            List<String> groups,
            @Nullable String assignee,
            @Nullable Instant claimedAt,
            @Nullable Instant endedAt,
            @Nullable String endedBy,
            @Nullable String owner,
            boolean asked,
            @Nullable String host,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {

        boolean isOpen() {
            return endedAt == null;
        }

        /** Whether its holder has answered and others are still asked. */
        boolean isWaiting() {
            return isOpen() && answeredBy != null;
        }

        /** Whether somebody has given it to a colleague and gets it back. */
        boolean isDelegated() {
            return owner != null;
        }
    }

    private static final String COLUMNS = """
            select t.id, t.case_id, c.service, t.definition, t.scope, t.step, t.name, t.unit, t.clause, t.groups, t.assignee,
                   t.claimed_at, t.ended_at, t.ended_by, t.owner, t.signs > 0 as asked,
                   (select r.task_id from workflow.sign_request r where r.asked_task = t.id) as host,
            """;

    private static final String FROM = """
             from workflow.case_file c join workflow.task t on t.case_id = c.id
            """;

    private static final String WHERE = " where t.id = :id and " + CaseAccess.VISIBLE;

    private static final String SELECT = COLUMNS
            + "s.actor as answered_by, s.at as answered_at"
            + FROM
            + "left join workflow.stored_completion s on s.task_id = t.id"
            + WHERE;

    private static final String LOCK = COLUMNS
            + "null::text as answered_by, null::timestamptz as answered_at"
            + FROM
            + WHERE
            + " for no key update of c for update of t";

    /** @throws NotFound if there is no such task or the person may not see its case */
    TaskRecord get(String id) {
        return read(SELECT, id);
    }

    /**
     * Keeps others from the task and from the other steps of its case until the transaction ends: the case first, then the
     * task, as whoever withdraws a case and as a deadline does. Two who shared the case, of whom one waits for the task of the
     * other, could not end it.
     *
     * @throws NotFound if there is no such task or the person may not see its case
     */
    TaskRecord lock(String id) {
        var task = read(LOCK, id);
        // a statement that waits for a lock sees other rows, as that of a kept answer, as they were before it waited
        return task.asked() ? get(id) : task;
    }

    private TaskRecord read(String sql, String id) {
        return access.sees(jdbc.sql(sql))
                .param("id", id)
                .query(TaskRecords::record)
                .optional()
                .orElseThrow(() -> new NotFound("task", id));
    }

    private static TaskRecord record(ResultSet rs, int index) throws SQLException {
        return new TaskRecord(
                rs.getString("id"),
                rs.getObject("case_id", UUID.class),
                rs.getString("service"),
                rs.getString("definition"),
                rs.getString("scope"),
                rs.getString("step"),
                rs.getString("name"),
                rs.getString("unit"),
                rs.getString("clause"),
                Arrays.asList((String[]) rs.getArray("groups").getArray()),
                rs.getString("assignee"),
                TaskInbox.instant(rs, "claimed_at"),
                TaskInbox.instant(rs, "ended_at"),
                rs.getString("ended_by"),
                rs.getString("owner"),
                rs.getBoolean("asked"),
                rs.getString("host"),
                rs.getString("answered_by"),
                TaskInbox.instant(rs, "answered_at"));
    }

    /** Who completed an earlier step of the same case last, for the same unit if there is one; nobody if it is new. */
    List<String> lastDoer(TaskRecord task, String step) {
        return jdbc.sql("""
                        select ended_by from workflow.task
                        where case_id = :case and step = :step and state = 'DONE' and ended_by is not null
                        order by (unit is not distinct from :unit::text) desc, ended_at desc limit 1
                        """)
                .param("case", task.caseId())
                .param("step", step)
                .param("unit", task.unit())
                .query(String.class)
                .list();
    }

    boolean mayAct(TaskRecord task) {
        if (!task.isOpen() || task.isWaiting()) {
            return false;
        }
        return user.username().equals(task.assignee())
                || task.assignee() == null && task.groups().stream().anyMatch(user.groups()::contains);
    }

    /**
     * @throws SomebodyWasFirst if it is done, or somebody else has taken it
     * @throws AccessDeniedException if the person may see it but never act on it
     */
    void requireMayAct(TaskRecord task) {
        var addressed = task.groups().stream().anyMatch(user.groups()::contains)
                || user.username().equals(task.assignee());
        if (!addressed) {
            throw new AccessDeniedException("task " + task.id());
        }
        requireOpen(task);
        if (task.answeredBy() != null && task.answeredAt() != null) {
            throw new SomebodyWasFirst(
                    accounts.displayName(task.answeredBy()),
                    task.answeredAt(),
                    Message.of("workflow.deed.answered", task.name()));
        }
        if (task.assignee() != null && !task.assignee().equals(user.username())) {
            throw new SomebodyWasFirst(
                    accounts.displayName(task.assignee()),
                    task.claimedAt() == null ? clock.instant() : task.claimedAt(),
                    Message.of("workflow.deed.claimed", task.name()));
        }
    }

    /** @throws SomebodyWasFirst if it is done */
    void requireOpen(TaskRecord task) {
        if (task.endedAt() != null) {
            throw new SomebodyWasFirst(
                    task.endedBy() == null ? "" : accounts.displayName(task.endedBy()),
                    task.endedAt(),
                    Message.of(
                            task.endedBy() == null ? "workflow.deed.ended" : "workflow.deed.completed", task.name()));
        }
    }

    StepContext context(TaskRecord task) {
        return new StepContext(
                task.caseId(),
                task.service(),
                task.step(),
                task.id(),
                task.unit(),
                runtime.getVariables(task.scope()),
                user.username(),
                user.organization(),
                clock.instant());
    }

    /** The person completes the task: it leaves all inboxes, and what was being typed in it is of no more use. */
    void completed(TaskRecord task, String receipt) {
        jdbc.sql("""
                        with typed as (delete from workflow.draft where task_id = :id),
                             listed as (delete from workflow.todo where task_id = :id and holder = any(:holders))
                        update workflow.task set state = 'DONE', ended_at = :now, ended_by = :user, receipt = :receipt
                        where id = :id
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("user", user.username())
                .param("receipt", receipt)
                .param("id", task.id())
                .param("holders", holders(task))
                .update();
    }

    /** The inbox entries of its groups give way to one of the person. */
    void assign(TaskRecord task, String username) {
        jdbc.sql("""
                        with moved as (
                            delete from workflow.todo where task_id = :id and holder = any(:holders)
                            returning due_at, task_id, service, created_at, label
                        ), taken as (
                            update workflow.task set assignee = :user, claimed_at = :now where id = :id
                        )
                        insert into workflow.todo (holder, due_at, task_id, service, created_at, label)
                        select :holder, due_at, task_id, service, created_at, label from moved limit 1
                        """)
                .param("id", task.id())
                .param("holders", holders(task))
                .param("user", username)
                .param("holder", holder(username))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Back to all who may act. */
    void release(TaskRecord task) {
        jdbc.sql("""
                        with moved as (
                            delete from workflow.todo where task_id = :id and holder = any(:holders)
                            returning due_at, task_id, service, created_at, label
                        ), released as (
                            update workflow.task set assignee = null, claimed_at = null where id = :id
                        )
                        insert into workflow.todo (holder, due_at, task_id, service, created_at, label)
                        select distinct who, due_at, task_id, service, created_at, label
                        from (select * from moved limit 1) one, unnest(:groups) who
                        """)
                .param("id", task.id())
                .param("holders", holders(task))
                .param("groups", task.groups().toArray(String[]::new))
                .update();
    }

    /** Out of all inboxes while others are asked. */
    void leaveInbox(TaskRecord task) {
        jdbc.sql("delete from workflow.todo where task_id = :id")
                .param("id", task.id())
                .update();
    }

    /** Back into the inbox of its holder. */
    void enterInbox(TaskRecord task, String username) {
        jdbc.sql("""
                        insert into workflow.todo (holder, due_at, task_id, service, created_at, label)
                        select :holder, coalesce(t.due_at, 'infinity'::timestamptz), t.id, c.service, t.created_at,
                               lower(c.number || ' ' || c.title || ' ' || t.name)
                        from workflow.task t join workflow.case_file c on c.id = t.case_id
                        where t.id = :id
                        on conflict do nothing
                        """).param("holder", holder(username)).param("id", task.id()).update();
    }

    /** Gives the task to a colleague until it is given back; null ends that. */
    void own(TaskRecord task, @Nullable String owner) {
        jdbc.sql("update workflow.task set owner = :owner where id = :id")
                .param("owner", owner)
                .param("id", task.id())
                .update();
    }

    /** In whose inboxes a task stands; the database then looks only into the parts that hold them. */
    private static String[] holders(TaskRecord task) {
        return task.assignee() == null ? task.groups().toArray(String[]::new) : new String[] {holder(task.assignee())};
    }

    /** Inbox of one person. Groups carry no '@'. */
    static String holder(String username) {
        return "@" + username;
    }
}
