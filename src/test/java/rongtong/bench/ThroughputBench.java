package rongtong.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.workflow.Cases;
import rongtong.workflow.Desk;
import rongtong.workflow.TaskActions;

/**
 * Instances a second of a process of three user tasks, each claimed and completed: through our services, and through the
 * bare engine with the same BPMN on the same database in the same run, both warm and with the database's statistics up to
 * date, in short turns. Bar: 0.8 of the bare engine.
 *
 * <p>Run with {@code ./mvnw -Pbench verify}.
 */
@RongtongTest
class ThroughputBench {

    private static final String HANDLER = "ln-edu.handler";
    private static final String BARE = "three-tasks-bare";
    private static final int WARM = 300;
    private static final int INSTANCES = 20;
    private static final int ROUNDS = 40;

    @Autowired
    DataSource database;

    @Autowired
    Desk desk;

    @Autowired
    CurrentUser user;

    @Autowired
    Cases cases;

    @Autowired
    TaskActions actions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void ratioToTheBareEngine() throws Exception {
        var bare = bareEngine();
        try {
            bare.getRepositoryService()
                    .createDeployment()
                    .name("bare")
                    .addString("bare.bpmn", sameModelUnderAnotherName())
                    .addClasspathResource("forms/three-tasks/three-tasks-task.form")
                    .addClasspathResource("forms/three-tasks/three-tasks-start.form")
                    .deploy();
            for (int threads : new int[] {1, 4}) {
                measure(threads, WARM, () -> bare(bare));
                measure(threads, WARM, this::ours);
                // else either may work with plans that the database made for empty tables
                jdbc.sql("vacuum analyze").update();
                double engine = 0;
                double services = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    engine += measure(threads, INSTANCES, () -> bare(bare));
                    services += measure(threads, INSTANCES, this::ours);
                }
                System.out.printf(
                        "throughput threads=%d bare=%.1f/s ours=%.1f/s ratio=%.2f (bar 0.80)%n",
                        threads, ROUNDS * INSTANCES / engine, ROUNDS * INSTANCES / services, engine / services);
            }
        } finally {
            bare.close();
        }
    }

    private ProcessEngine bareEngine() {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        configuration.setMetricsEnabled(false);
        configuration.setBeans(Map.of("desk", desk));
        return configuration.buildProcessEngine();
    }

    private static String sameModelUnderAnotherName() throws IOException {
        return new ClassPathResource("bpmn/three-tasks/three-tasks.bpmn")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("\"three-tasks\"", "\"" + BARE + "\"");
    }

    private Void bare(ProcessEngine engine) {
        var instance = engine.getRuntimeService()
                .startProcessInstanceByKey(BARE, Map.of("jurisdiction", "LN", "title", "量测", "amount", 1));
        for (int step = 0; step < 3; step++) {
            var task = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceId(instance.getProcessInstanceId())
                    .singleResult();
            engine.getTaskService().claim(task.getId(), HANDLER);
            engine.getTaskService().complete(task.getId(), Map.of("finding", "无误"));
        }
        return null;
    }

    private Void ours() throws Exception {
        var caseId =
                cases.start("three-tasks", Map.of("title", "量测", "amount", 1)).caseId();
        for (int step = 0; step < 3; step++) {
            var task = jdbc.sql("select id from workflow.task where case_id = ? and state = 'OPEN'")
                    .param(caseId)
                    .query(String.class)
                    .single();
            actions.claim(task);
            actions.complete(task, Map.of("finding", "无误"), "", List.of());
        }
        return null;
    }

    /** Each thread is one person, who has logged in before. @return seconds */
    private double measure(int threads, int instances, Callable<Void> work) throws Exception {
        Callable<Void> share = () -> user.runAs(HANDLER, () -> {
            for (int instance = 0; instance < instances / threads; instance++) {
                work.call();
            }
            return null;
        });
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var started = System.nanoTime();
            for (var done : pool.invokeAll(Collections.nCopies(threads, share))) {
                done.get();
            }
            return (System.nanoTime() - started) / 1e9;
        }
    }
}
