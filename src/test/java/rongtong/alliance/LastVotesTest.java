package rongtong.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import rongtong.robot.Walker;
import rongtong.workflow.vote.Choice;
import rongtong.workflow.vote.Votes;
import tools.jackson.databind.JsonNode;

/** The council of a real founding votes, and its last two units do so at the same moment. */
@RongtongTest
class LastVotesTest {

    private static final String BALLOT = "castBallot";

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    Votes votes;

    @Test
    void bothAreCountedAndTheCaseGoesOnOnce() throws Exception {
        var api = new Api(port, "admin", password);
        var walker = new Walker(api, 11).deciding((step, values) -> {
            AllianceJourneyTest.build(step, values);
            if (step.equals(BALLOT)) {
                values.put("ballot", "FOR");
            }
        });
        var id = walker.start("ln-iit.handler", "alliance-founding");
        List<JsonNode> open;
        while ((open = open(api, id)).size() > 2
                || open.stream().anyMatch(task -> !task.get("step").asString().equals(BALLOT))) {
            walker.step(open.getFirst());
        }
        assertThat(open).hasSize(2);

        var barrier = new CyclicBarrier(2);
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var answer : pool.invokeAll(
                    open.stream().map(task -> voting(api, task, barrier)).toList())) {
                assertThat(answer.get().status()).isEqualTo(200);
            }
        }

        var after = open(api, id);
        assertThat(after)
                .isNotEmpty()
                .noneMatch(task -> task.get("step").asString().equals(BALLOT));
        assertThat(after.stream().map(task -> task.get("step").asString()))
                .as("the way on was taken once")
                .doesNotHaveDuplicates();
        assertThat(votes.of(UUID.fromString(id)).getLast().ballots())
                .as("every voter's ballot, each once")
                .allMatch(ballot -> ballot.choice() == Choice.FOR);
    }

    private static Callable<Api.Answer> voting(Api api, JsonNode task, CyclicBarrier barrier) {
        return () -> {
            var person = api.as(task.get("candidates").get(0).asString());
            barrier.await();
            return person.post(
                    "/tasks/" + task.get("id").asString() + "/complete", Map.of("values", Map.of("ballot", "FOR")));
        };
    }

    private static List<JsonNode> open(Api api, String id) {
        return api.get("/admin/instances/" + id).get("tasks").valueStream().toList();
    }
}
