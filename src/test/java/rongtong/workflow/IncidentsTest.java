package rongtong.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.workflow.InstanceView.IncidentView;

/** What has failed is seen, and may be tried again, whether a case stands still for it or not. */
@RongtongTest
class IncidentsTest {

    @Autowired
    CurrentUser user;

    @Autowired
    Cases cases;

    @Autowired
    ProcessMonitor monitor;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Test
    void ofACaseLeadToIt() throws Exception {
        var caseId = as("ln-edu.handler", () -> cases.start("clocked", Map.of("title", "定时失败")))
                .caseId();
        var timer = as("admin", () -> monitor.get(caseId)).jobs().getFirst().id();

        management.setJobRetries(timer, 0);

        var incident = incidentOf(timer);
        assertThat(incident.caseId()).isEqualTo(caseId);
        assertThat(incident.name()).isIn("临近期限", "期限届满");
        assertThat(incident.number())
                .isEqualTo(as("admin", () -> cases.get(caseId)).row().number());
        retry(timer);
        assertThat(as("admin", () -> cases.get(caseId)).timeline())
                .extracting(TimelineEntry::action)
                .contains("retried");
    }

    @Test
    void ofNoCaseAreSeenAndTriedAgainToo() throws Exception {
        var job = history.findHistoryCleanupJobs().getFirst().getId();

        management.setJobRetries(job, 0);

        assertThat(incidentOf(job).caseId()).isNull();
        retry(job);
        assertThat(management.createJobQuery().jobId(job).singleResult())
                .extracting(Job::getRetries)
                .isEqualTo(1);
    }

    @Test
    void comeOnlyAfterTriesOverHalfAnHour() throws Exception {
        var caseId = as("ln-edu.handler", () -> cases.start("clocked", Map.of("title", "暂时失败")))
                .caseId();
        var timer = as("admin", () -> monitor.get(caseId)).jobs().getFirst().id();

        var before = Instant.now();
        for (var wait : List.of(10, 60, 300, 1500)) {
            fail(timer);
            var next = management.createJobQuery().jobId(timer).singleResult();
            assertThat(next.getDuedate().toInstant()).isAfterOrEqualTo(before.plusSeconds(wait));
            assertThat(as("admin", monitor::incidents))
                    .extracting(IncidentView::job)
                    .doesNotContain(timer);
        }
        fail(timer);

        assertThat(incidentOf(timer).caseId()).isEqualTo(caseId);
        retry(timer);
    }

    /** What the job executor does when a job throws. */
    private void fail(String job) {
        engine.getCommandExecutorTxRequired()
                .execute(new DefaultJobRetryCmd(job, new IllegalStateException("no database")));
    }

    private IncidentView incidentOf(String job) throws Exception {
        return as("auditor", monitor::incidents).stream()
                .filter(incident -> job.equals(incident.job()))
                .findFirst()
                .orElseThrow();
    }

    private void retry(String job) throws Exception {
        as("admin", () -> {
            monitor.retry(job);
            return UUID.randomUUID();
        });
        assertThat(as("admin", monitor::incidents))
                .extracting(IncidentView::job)
                .doesNotContain(job);
    }

    private <T> T as(String username, Callable<T> work) throws Exception {
        return user.runAs(username, work);
    }
}
