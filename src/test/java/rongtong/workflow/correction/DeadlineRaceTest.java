package rongtong.workflow.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.robot.Api;

/**
 * The deadline of a step fires while somebody completes it, on the test process {@code correction-trial}: silence accepts
 * or the organ refuses, never both.
 */
@RongtongTest
class DeadlineRaceTest {

    private static final int ROUNDS = 12;

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    ManagementService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    Api organ;
    Api school;

    @BeforeEach
    void callAsThoseConcerned() {
        organ = new Api(port, "ln-edu.handler", password);
        school = organ.as("school-4121010142");
    }

    @Test
    void ofADeadlineAndAPersonAtOnceOneTakesEffectAndThePersonIsToldWhich() throws Exception {
        var seen = new HashSet<String>();
        var deadlocks = deadlocks();
        for (int round = 0; round < ROUNDS; round++) {
            seen.add(race(round));
        }
        assertThat(seen).as("who was first").isSubsetOf("person", "deadline");
        assertThat(deadlocks()).as("neither waits for what the other has").isEqualTo(deadlocks);
    }

    @Test
    void ofTwoPeopleAtOnceAtTheLastStepOfACaseNeitherWaitsForTheOther() throws Exception {
        var deadlocks = deadlocks();
        for (int round = 0; round < ROUNDS; round++) {
            var caseId = started();
            var task = task(caseId);
            var barrier = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var one = threads.submit(after(barrier, 0, () -> refuse(task)));
                var other = threads.submit(after(barrier, round % 4, () -> refuse(task)));
                assertThat(List.of(one.get().status(), other.get().status())).containsExactlyInAnyOrder(200, 409);
            }
            assertOneEffect(caseId, "refused-acceptance");
        }
        assertThat(deadlocks()).isEqualTo(deadlocks);
    }

    @Test
    void whoComesAfterTheDeadlineIsToldSo() {
        var caseId = started();
        var task = task(caseId);
        engine.executeJob(deadline(caseId).getId());

        assertToldThatItIsOver(refuse(task));
        assertOneEffect(caseId, "accepted-by-silence");
    }

    /** How often the database had to end a circle of waiting. */
    private long deadlocks() throws InterruptedException {
        // a session reports what it counted once a second
        Thread.sleep(1_200);
        return jdbc.sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }

    private String race(int round) throws Exception {
        var caseId = started();
        var task = task(caseId);
        var deadline = deadline(caseId).getId();
        // neither is always the first at the door
        var pause = round % 4 * 3L;
        var barrier = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var person = threads.submit(after(barrier, 0, () -> refuse(task)));
            var timer = threads.submit(after(barrier, pause, () -> fires(deadline)));
            var answer = person.get();
            if (timer.get()) {
                assertToldThatItIsOver(answer);
                assertOneEffect(caseId, "accepted-by-silence");
                return "deadline";
            }
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
            assertOneEffect(caseId, "refused-acceptance");
            return "person";
        }
    }

    private static <T> Callable<T> after(CyclicBarrier barrier, long milliseconds, Callable<T> work) {
        return () -> {
            barrier.await();
            Thread.sleep(milliseconds);
            return work.call();
        };
    }

    private Api.Answer refuse(String task) {
        return organ.post(
                "/tasks/" + task + "/complete",
                Map.of(
                        "values",
                        Map.of("decision", "REFUSE", "refusalGround", "NOT_COMPETENT", "reasons", "不属于本机关职权范围")));
    }

    /** What the engine's own threads do with a job that is due. @return whether it took effect */
    private boolean fires(String job) {
        try {
            engine.executeJob(job);
            return true;
        } catch (ProcessEngineException gone) {
            if (!gone.getMessage().startsWith("No job found")) {
                assertThat(gone).as("the step had ended").hasStackTraceContaining("OptimisticLockingException");
            }
            return false;
        }
    }

    private static void assertToldThatItIsOver(Api.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(409);
        assertThat(answer.body().get("deed").asString()).contains("期限届满");
    }

    private void assertOneEffect(String caseId, String action) {
        var told = school.get("/instances/" + caseId)
                .get("timeline")
                .valueStream()
                .map(entry -> entry.get("action").asString())
                .filter(List.of("accepted-by-silence", "accepted", "refused-acceptance")::contains)
                .toList();
        assertThat(told).containsExactly(action);
        assertThat(jdbc.sql("select count(*) from document.issued_document where case_id = ?::uuid")
                        .param(caseId)
                        .query(Integer.class)
                        .single())
                .as("one notice")
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from workflow.task where case_id = ?::uuid and state = 'OPEN'")
                        .param(caseId)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String started() {
        return school.post(
                        "/services/correction-trial/instances",
                        Map.of(
                                "values",
                                Map.of(
                                        "title",
                                        "期限与办理",
                                        "kind",
                                        "OWN",
                                        "amount",
                                        100,
                                        "purpose",
                                        "教学",
                                        "assets",
                                        List.of(Map.of("name", "机床", "value", 10)))))
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    private String task(String caseId) {
        return organ.get("/instances/" + caseId).at("/current/0/task").asString();
    }

    private Job deadline(String caseId) {
        return engine.createJobQuery().activityId("acceptanceOverdue").list().stream()
                .filter(job -> runtime.createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .processInstanceBusinessKey(caseId)
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
    }
}
