package rongtong.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the processes of cases what has happened elsewhere: one case at once, many by a batch of the engine. */
@Service
public class CaseMessages {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient jdbc;

    CaseMessages(RuntimeService runtime, ManagementService management, JdbcClient jdbc) {
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
    }

    /**
     * How far a batch is.
     *
     * @param failed cases that it has given up after the engine's tries
     */
    public record Progress(int total, int done, int failed) {

        /** Whether nothing more comes of it by itself. */
        public boolean isOver() {
            return done + failed >= total;
        }
    }

    /**
     * Tells one case, in the transaction of the caller.
     *
     * @return whether its process, or one that it has called, waits for the message now
     */
    @Transactional
    public boolean tell(UUID caseId, String message) {
        return runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(caseId.toString())
                        .correlateAllWithResult()
                        .size()
                > 0;
    }

    /** Whether {@link #tell} would reach anybody now. */
    @Transactional(readOnly = true)
    public boolean isAwaited(UUID caseId, String message) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(caseId.toString())
                        .messageEventSubscriptionName(message)
                        .count()
                > 0;
    }

    /**
     * Tells many cases; their processes go on by jobs that run after this transaction, each case in one of its own. A case
     * that does not wait for the message is left as it is.
     *
     * @return id for {@link #progress}; nothing if there is no case to tell
     */
    @Transactional
    public Optional<String> tellAll(Collection<UUID> cases, String message) {
        var running = running(cases);
        return running.isEmpty()
                ? Optional.empty()
                : Optional.of(runtime.createMessageCorrelationAsync(message)
                        .processInstanceIds(running)
                        .correlateAllAsync()
                        .getId());
    }

    /** Gives up what is left of a batch; cases that it has told stay told. One that is forgotten already is none. */
    @Transactional
    public void forget(String batch) {
        if (management.createBatchQuery().batchId(batch).count() > 0) {
            management.deleteBatch(batch, false);
        }
    }

    /** Those of the cases whose own processes wait for the message now. */
    @Transactional(readOnly = true)
    public List<UUID> waiting(Collection<UUID> cases, String message) {
        if (cases.isEmpty()) {
            return List.of();
        }
        var subscribed = runtime.createEventSubscriptionQuery().eventType("message").eventName(message).list().stream()
                .map(EventSubscription::getProcessInstanceId)
                .toArray(String[]::new);
        return jdbc.sql("""
                        select id from workflow.case_file
                        where id = any(:cases) and status = 'RUNNING' and process_instance = any(:subscribed)
                        order by id
                        """)
                .param("cases", cases.toArray(UUID[]::new))
                .param("subscribed", subscribed)
                .query(UUID.class)
                .list();
    }

    /** Nothing if the batch is over and forgotten, or never was. */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(String batch) {
        return Optional.ofNullable(
                        management.createBatchStatisticsQuery().batchId(batch).singleResult())
                .map(statistics -> new Progress(
                        statistics.getTotalJobs(), statistics.getCompletedJobs(), statistics.getFailedJobs()));
    }

    private List<String> running(Collection<UUID> cases) {
        return jdbc.sql("""
                        select process_instance from workflow.case_file
                        where id = any(:cases) and status = 'RUNNING' and process_instance is not null
                        """)
                .param("cases", cases.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }
}
