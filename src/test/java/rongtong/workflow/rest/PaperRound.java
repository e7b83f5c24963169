package rongtong.workflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.robot.Api;
import tools.jackson.databind.JsonNode;

/** The test process {@code paper-round} as the programs of those who work on it call it. */
abstract class PaperRound {

    static final Map<String, Object> TEXT = Map.of("values", Map.of("text", "正文一"));

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    JdbcClient jdbc;

    Api drafter;
    Api reviewer;
    Api science;
    Api head;
    Api stranger;

    @BeforeEach
    void people() {
        drafter = new Api(port, "ln-edu.handler", password);
        reviewer = drafter.as("ln-edu.leader");
        science = drafter.as("ln-sti.handler");
        head = drafter.as("ln-sti.leader");
        stranger = drafter.as("school-4121010142");
    }

    String started(String title) {
        return drafter.post("/services/paper-round/instances", Map.of("values", Map.of("title", title)))
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    static JsonNode complete(Api person, String task, Map<String, Object> body) {
        return person.post("/tasks/" + task + "/complete", body).expect(200).body();
    }

    static List<String> actions(Api person, String task) {
        return person.get("/tasks/" + task)
                .get("actions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    /** The task of the first open step. */
    String open(String caseId) {
        return drafter.get("/instances/" + caseId).at("/current/0/task").asString();
    }

    String open(String caseId, String step) {
        return drafter.get("/instances/" + caseId)
                .get("current")
                .valueStream()
                .filter(current -> current.get("step").asString().equals(step))
                .findFirst()
                .orElseThrow()
                .get("task")
                .asString();
    }

    List<String> steps(String caseId) {
        return steps(drafter, caseId);
    }

    /** The open steps that somebody sees. */
    static List<String> steps(Api person, String caseId) {
        return person.get("/instances/" + caseId)
                .get("current")
                .valueStream()
                .map(current -> current.get("step").asString())
                .toList();
    }

    JsonNode last(String caseId) {
        var timeline = drafter.get("/instances/" + caseId).get("timeline");
        return timeline.get(timeline.size() - 1);
    }

    static void assertRefused(Api.Answer answer, String field) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
    }
}
