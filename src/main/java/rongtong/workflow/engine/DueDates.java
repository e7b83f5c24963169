package rongtong.workflow.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves what the models tie to the clock of a stage (extension property {@code clock}): open user tasks, in the engine, in
 * our records and in the inboxes, and the timers, which ask their expression again.
 */
@Component
public class DueDates {

    /** When a timer fires whose clock stands still. Not "suspended": that would end when somebody resumes the instance. */
    public static final Instant NEVER = Instant.parse("2999-12-31T15:59:59Z");

    private final JdbcClient jdbc;
    private final ManagementService management;
    private final ProcessModels models;
    private final ProcessEngine engine;

    DueDates(JdbcClient jdbc, ManagementService management, ProcessModels models, ProcessEngine engine) {
        this.jdbc = jdbc;
        this.management = management;
        this.models = models;
        this.engine = engine;
    }

    /** @param due null while the clock stands still */
    public void move(UUID caseId, String stage, @Nullable Instant due) {
        for (var task : moveRecords(caseId, stage, due)) {
            execute(context -> moveTask(context, task, due));
        }
        for (var timer : execute(context -> timers(context, caseId, stage))) {
            management.recalculateJobDuedate(timer, false);
        }
    }

    private List<String> moveRecords(UUID caseId, String stage, @Nullable Instant due) {
        return jdbc.sql("""
                        with tied as (
                            update workflow.task set due_at = :due, stopped = :stopped
                            where case_id = :case and clock = :stage and state = 'OPEN'
                            returning id
                        ), listed as (
                            update workflow.todo set due_at = coalesce(:due, 'infinity'::timestamptz)
                            from tied where todo.task_id = tied.id
                        )
                        select id from tied
                        """)
                .param("due", due == null ? null : due.atOffset(ZoneOffset.UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("stopped", due == null)
                .param("case", caseId)
                .param("stage", stage)
                .query(String.class)
                .list();
    }

    private static boolean moveTask(CommandContext context, String id, @Nullable Instant due) {
        var task = context.getTaskManager().findTaskById(id);
        if (task != null) {
            task.setDueDate(due == null ? null : Date.from(due));
            task.triggerUpdateEvent();
        }
        return true;
    }

    /** Ids of the timers of a case, those of this very transaction too, that are tied to the stage. */
    private Set<String> timers(CommandContext context, UUID caseId, String stage) {
        var root = jdbc.sql("select process_instance from workflow.case_file where id = :case")
                .param("case", caseId)
                .query(String.class)
                .optional()
                .orElse(null);
        var found = new LinkedHashSet<String>();
        if (root != null) {
            management.createJobQuery().rootProcessInstanceId(root).timers().list().stream()
                    .map(Job::getId)
                    .forEach(found::add);
        }
        context.getDbEntityManager().getCachedEntitiesByType(TimerEntity.class).stream()
                .filter(timer -> root == null || belongsTo(timer, root))
                .map(JobEntity::getId)
                .forEach(found::add);
        found.removeIf(id -> !isTied(context.getJobManager().findJobById(id), stage));
        return found;
    }

    private static boolean belongsTo(TimerEntity timer, String root) {
        var execution = timer.getExecution();
        return execution != null && root.equals(execution.getRootProcessInstanceId());
    }

    private boolean isTied(@Nullable JobEntity job, String stage) {
        if (job == null || job.getActivityId() == null || job.getExecution() == null) {
            return false;
        }
        var tied = models.get(job.getProcessDefinitionId()).clocks().get(job.getActivityId());
        return tied != null && stage.equals(Stages.named(tied, job.getExecution()));
    }

    private <T> T execute(org.camunda.bpm.engine.impl.interceptor.Command<T> command) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command);
    }
}
