package rongtong.workflow.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jobs that this node had taken when it was killed. The engine would leave them alone until their lock runs out; a node knows
 * its own again by its name and takes them up as it starts. Those of another node wait for the end of their lock. Should two
 * nodes bear one name, a job may be begun twice; it ends once, because the second to commit finds it gone.
 */
final class LeftJobs {

    private static final Logger LOG = LoggerFactory.getLogger(LeftJobs.class);

    private LeftJobs() {}

    /** To be called once, as the engine starts: what the job executor takes from then on bears the name of the node. */
    static void takeUp(ProcessEngineConfigurationImpl engine) {
        var node = engine.getHostname();
        var left = engine.getManagementService().createJobQuery().acquired().list().stream()
                .filter(job -> job instanceof JobEntity locked && node.equals(locked.getLockOwner()))
                .map(Job::getId)
                .toList();
        left.forEach(job -> engine.getCommandExecutorTxRequired().execute(new UnlockJobCmd(job)));
        engine.getJobExecutor().setLockOwner(node);
        if (!left.isEmpty()) {
            LOG.info("{} jobs that {} had begun before it ended are taken up again", left.size(), node);
        }
    }
}
