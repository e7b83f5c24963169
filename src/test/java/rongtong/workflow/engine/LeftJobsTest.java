package rongtong.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.RongtongTest;

/** What a node that was killed has left locked, tried with the job by which the engine cleans up at night. */
@RongtongTest
class LeftJobsTest {

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @AfterEach
    void unlock() {
        lock(null, null);
    }

    @Test
    void aNodeTakesItsOwnJobsUpAsItStarts() {
        lock(engine.getHostname(), inTenMinutes());

        LeftJobs.takeUp(engine);

        assertThat(job().getLockOwner()).isNull();
        assertThat(job().getLockExpirationTime()).isNull();
    }

    @Test
    void jobsOfAnotherNodeStayItsOwn() {
        lock("another node", inTenMinutes());

        LeftJobs.takeUp(engine);

        assertThat(job().getLockOwner()).isEqualTo("another node");
    }

    @Test
    void whatANodeTakesBearsItsName() {
        assertThat(engine.getJobExecutor().getLockOwner()).isEqualTo(engine.getHostname());
    }

    private void lock(String owner, Date until) {
        var id = job().getId();
        engine.getCommandExecutorTxRequired().execute(command -> {
            var job = command.getJobManager().findJobById(id);
            job.setLockOwner(owner);
            job.setLockExpirationTime(until);
            return job;
        });
    }

    private JobEntity job() {
        return (JobEntity) history.findHistoryCleanupJobs().getFirst();
    }

    private static Date inTenMinutes() {
        return Date.from(Instant.now().plus(10, ChronoUnit.MINUTES));
    }
}
