package rongtong.workflow.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.util.function.SingletonSupplier;
import rongtong.workflow.CaseEnded;

/**
 * Keeps our own task tables in step with the engine, inside its transaction: a list never joins the engine's tables. What
 * people complete is recorded where they do so.
 * Processes without the variable {@code caseId} are not ours and leave no trace.
 */
@Component
class TaskRecorder {

    /** Process variables that this class reads; every process of ours carries the first. */
    static final String CASE = "caseId";

    static final String UNIT = "unit";

    private static final String CLAUSE = "clause";

    private final SingletonSupplier<JdbcClient> jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaskRecorder(ObjectProvider<JdbcClient> jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = SingletonSupplier.of(jdbc::getObject);
        this.events = events;
        this.clock = clock;
    }

    /** @param stage whose clock sets the task's deadline; null for most */
    void created(DelegateTask task, @Nullable String stage) {
        if (!(task.getVariable(CASE) instanceof String caseId)) {
            return;
        }
        var groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(StringUtils::hasText)
                .distinct()
                .toArray(String[]::new);
        var definition = task.getProcessDefinitionId();
        var standsStill =
                task.getDueDate() != null && !task.getDueDate().toInstant().isBefore(DueDates.NEVER);
        if (standsStill) {
            task.setDueDate(null);
        }
        jdbc.obtain()
                .sql("""
                        with entered as (
                            insert into workflow.task
                                (id, case_id, process, definition, scope, step, name, unit, clause, groups, state, created_at,
                                 due_at, clock, stopped)
                            values
                                (:id, :case, :process, :definition, :scope, :step, :name, :unit, :clause, :groups, 'OPEN', :now,
                                 :due, :clock, :stopped)
                        ), concerned as (
                            insert into workflow.participant (case_id, organization, account)
                            select distinct :case::uuid, split_part(who, ':', 1), split_part(who, ':@', 2) from unnest(:groups) who
                            on conflict do nothing
                        )
                        insert into workflow.todo (holder, due_at, task_id, service, created_at, label)
                        select distinct who, coalesce(:due, 'infinity'::timestamptz), :id, c.service, :now::timestamptz,
                               lower(c.number || ' ' || c.title || ' ' || :name)
                        from workflow.case_file c, unnest(:groups) who
                        where c.id = :case
                        """)
                .param("id", task.getId())
                .param("case", UUID.fromString(caseId))
                .param("process", processOf(definition))
                .param("definition", definition)
                .param("scope", scopeOfUnit(task))
                .param("step", task.getTaskDefinitionKey())
                .param("name", task.getName() == null ? task.getTaskDefinitionKey() : task.getName())
                .param("unit", task.getVariable(UNIT), java.sql.Types.VARCHAR)
                .param("clause", task.getVariable(CLAUSE), java.sql.Types.VARCHAR)
                .param("groups", groups)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "due",
                        task.getDueDate() == null
                                ? null
                                : task.getDueDate().toInstant().atOffset(ZoneOffset.UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("clock", stage == null ? null : Stages.named(stage, task), java.sql.Types.VARCHAR)
                .param("stopped", standsStill)
                .update();
    }

    /** A task ends that nobody has completed: by a deadline, or with its case. */
    void ended(DelegateTask task) {
        var ofCase = lockCaseOf(task);
        int ended = jdbc.obtain()
                .sql("""
                        with gone as (delete from workflow.todo where task_id = :id)
                        update workflow.task set state = 'ENDED', ended_at = :now where id = :id and state = 'OPEN'
                        """)
                .param("id", task.getId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (ofCase && ended == 0) {
            throw new OptimisticLockingException(
                    "Somebody completed task %s before its deadline ended it".formatted(task.getId()));
        }
        endRequestsBeside(task);
    }

    /**
     * A deadline takes the case before the task, as people do; else each could wait for the other.
     *
     * @return whether the task belongs to a case
     */
    private boolean lockCaseOf(DelegateTask task) {
        return jdbc.obtain()
                .sql("""
                        select c.id from workflow.case_file c
                        where c.id = (select t.case_id from workflow.task t where t.id = :id) for no key update
                        """)
                .param("id", task.getId())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    /** Whoever is asked beside a task (加签) need not answer when a deadline or the end of the case ends it. */
    private void endRequestsBeside(DelegateTask task) {
        var runtime = task.getProcessEngineServices().getRuntimeService();
        jdbc.obtain()
                .sql("""
                        with removed as (
                            update workflow.sign_request set removed_at = :now
                            where task_id = :id and answered_at is null and removed_at is null
                            returning asked_task
                        )
                        select t.scope from removed join workflow.task t on t.id = removed.asked_task
                        where t.state = 'OPEN'
                        """)
                .param("id", task.getId())
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .list()
                .forEach(instance ->
                        runtime.deleteProcessInstance(instance, "the task beside it has ended", false, true));
    }

    /** The case ends with the process that it was started with, not with one that this called. */
    void processEnded(DelegateExecution process) {
        if (!(process.getVariable(CASE) instanceof String caseId)) {
            return;
        }
        var now = clock.instant();
        int ended = jdbc.obtain()
                .sql("""
                        update workflow.case_file set status = 'COMPLETED', ended_at = :now
                        where id = :case and process_instance = :instance and status = 'RUNNING'
                        """)
                .param("case", UUID.fromString(caseId))
                .param("instance", process.getProcessInstanceId())
                .param("now", Timestamp.from(now))
                .update();
        if (ended > 0) {
            events.publishEvent(new CaseEnded(UUID.fromString(caseId), now));
        }
    }

    /** Facts of one unit must not overwrite those of the next: they belong where the engine keeps the unit. */
    private static String scopeOfUnit(DelegateTask task) {
        for (var scope = (ExecutionEntity) task.getExecution(); scope != null; scope = scope.getParent()) {
            if (scope.hasVariableLocal(UNIT)) {
                return scope.getId();
            }
        }
        return task.getProcessInstanceId();
    }

    static String processOf(String definition) {
        return definition.substring(0, definition.indexOf(':'));
    }
}
