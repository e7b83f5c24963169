package rongtong.workflow.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import tools.jackson.databind.JsonNode;

/** What programs may rely on when they work on tasks: answers, refusals and their words. */
@RongtongTest
class TaskControllerTest {

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    Api education;
    Api admin;

    @BeforeEach
    void callAsTheEducationDepartment() {
        education = new Api(port, "ln-edu.handler", password);
        admin = education.as("admin");
    }

    @Test
    void aTaskComesWithItsFormClauseAndActions() {
        var task = education.get("/tasks/" + openTask(started("接口")));

        assertThat(task.get("step").asString()).isEqualTo("first");
        assertThat(task.at("/clause/document").asString()).isEqualTo("LN-ALLIANCE");
        assertThat(task.at("/form/components").size()).isEqualTo(2);
        assertThat(task.at("/values/title").asString()).isEqualTo("接口");
        assertThat(task.get("actions").valueStream().map(JsonNode::asString)).contains("claim", "complete", "delegate");
    }

    @Test
    void aCaseAndItsTaskSayHowTheirClocksStand() {
        var started = education
                .post("/services/clocked/instances", Map.of("values", Map.of("title", "Clock-over-REST")))
                .expect(201)
                .body();

        assertThat(started.at("/clocks/0/stage").asString()).isEqualTo("check");
        assertThat(started.at("/clocks/0/text").asString()).startsWith("核验 ");
        var task = education
                .get("/tasks?service=clocked&q=" + started.get("title").asString())
                .at("/items/0");
        assertThat(task.get("stopped").asBoolean()).isFalse();
        var clock = education.get("/tasks/" + task.get("id").asString()).at("/clocks/0");
        assertThat(clock.get("remaining").asInt()).isEqualTo(10);
    }

    @Test
    void aRefusedFormNamesTheFieldInTheLanguageOfTheCaller() {
        var task = openTask(started("缺填"));

        var refused = education.post("/tasks/" + task + "/complete", Map.of("values", Map.of("finding", "")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("type").asString()).endsWith("/validation");
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("finding");
        assertThat(refused.body().at("/errors/0/message").asString()).contains("核对情况");
    }

    @Test
    void theSecondToCompleteIsToldWhoWasFirst() {
        var task = openTask(started("先后"));
        var answer = Map.of("values", Map.of("finding", "无误"));

        education.post("/tasks/" + task + "/complete", answer).expect(200);
        var second = education.post("/tasks/" + task + "/complete", answer);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().get("actor").asString()).isNotBlank();
        assertThat(second.body().get("at").asString()).isNotBlank();
    }

    @Test
    void strangersFindNothingAndColleaguesOfAnotherRoleMayNotAct() {
        var task = openTask(started("权限"));
        var answer = Map.of("values", Map.of("finding", "无误"));

        assertThat(education
                        .as("school-4121010142")
                        .send("GET", "/tasks/" + task, null)
                        .status())
                .isEqualTo(404);
        assertThat(education
                        .as("school-4121010142")
                        .post("/tasks/" + task + "/complete", answer)
                        .status())
                .isEqualTo(404);
        assertThat(education
                        .as("ln-edu.leader")
                        .post("/tasks/" + task + "/complete", answer)
                        .status())
                .isEqualTo(403);
        assertThat(new Api(port, null, null).send("GET", "/tasks/" + task, null).status())
                .isEqualTo(401);
        assertThat(education
                        .as("ln-edu.handler")
                        .send("GET", "/admin/instances", null)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void badInputIsRefusedInWordsAndNeverAFault() {
        var task = openTask(started("坏输入"));
        for (var path : List.of(
                "/tasks?view=nonsense",
                "/tasks?size=100000",
                "/tasks?page=-1",
                "/instances?status=nonsense",
                "/instances/none")) {
            assertThat(education.send("GET", path, null).status()).as(path).isBetween(400, 422);
        }
        for (Object body : List.of(
                List.of(),
                Map.of("values", "text"),
                Map.of("values", Map.of("finding", List.of(Map.of("a", 1)))),
                Map.of("values", Map.of("finding", "有\u0000零")),
                Map.of("values", Map.of("finding", "x".repeat(5000))),
                Map.of("values", Map.of("finding", "好"), "attachments", List.of("none")))) {
            assertThat(education.post("/tasks/" + task + "/complete", body).status())
                    .as("%s", body)
                    .isBetween(400, 422);
        }
        assertThat(education
                        .post("/services/three-steps/instances", Map.of("values", Map.of("title", "有\u0000零")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anApplicationIsDraftedAndHandedInOnce() {
        var draft = education
                .post("/services/three-steps/drafts", Map.of("values", Map.of()))
                .expect(201)
                .body();
        var address = "/drafts/" + draft.get("id").asString();

        assertThat(education.post(address + "/submission", Map.of()).status()).isEqualTo(422);
        education
                .send("PUT", address, Map.of("values", Map.of("title", "草稿成案")))
                .expect(200);
        assertThat(education.as("ln-edu.leader").send("GET", address, null).status())
                .isEqualTo(404);
        education.post(address + "/submission", Map.of()).expect(201);
        assertThat(education.post(address + "/submission", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void theDiagramShowsWhereTheCaseStands() {
        var caseId = started("看图");

        var diagram = education.get("/instances/" + caseId + "/diagram");

        assertThat(diagram.get("bpmn").asString()).contains("bpmndi:BPMNDiagram");
        assertThat(diagram.get("active").valueStream().map(JsonNode::asString)).contains("first");
        assertThat(diagram.get("completed").valueStream().map(JsonNode::asString))
                .contains("begun");
    }

    private String started(String title) {
        return education
                .post("/services/three-steps/instances", Map.of("values", Map.of("title", title)))
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    private String openTask(String caseId) {
        return admin.get("/admin/instances/" + caseId).at("/tasks/0/id").asString();
    }
}
