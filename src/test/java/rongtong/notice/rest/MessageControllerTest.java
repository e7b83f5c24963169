package rongtong.notice.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.robot.Api;

/** What programs may rely on when they read notices. */
@RongtongTest
class MessageControllerTest {

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    Api handler;
    Api leader;

    @BeforeEach
    void aCopyForTheLeader() {
        handler = new Api(port, "ln-edu.handler", password);
        leader = handler.as("ln-edu.leader");
        var caseId = handler.post("/services/three-steps/instances", Map.of("values", Map.of("title", "接口抄送")))
                .expect(201)
                .body()
                .get("id")
                .asString();
        var task = handler.get("/instances/" + caseId).at("/current/0/task").asString();
        handler.post("/tasks/" + task + "/copy", Map.of("to", List.of("ln-edu.leader")))
                .expect(204);
    }

    @Test
    void aMessageComesInTheLanguageOfTheCallerWithItsCaseAndTask() {
        var message = leader.get("/messages?unread=true").at("/items/0");

        assertThat(message.get("kind").asString()).isEqualTo("COPIED");
        assertThat(message.get("text").asString()).isEqualTo("辽宁省教育厅经办人将“接口抄送”抄送给您");
        assertThat(message.get("step").asString()).isEqualTo("初核");
        assertThat(message.get("task").asString()).isNotBlank();
        assertThat(leader.get("/instances/" + message.get("instance").asString())
                        .get("number")
                        .asString())
                .isEqualTo(message.get("number").asString());
    }

    @Test
    void isMarkedAsReadOneByOneOrAllAtOnce() {
        var id = leader.get("/messages?unread=true").at("/items/0/id").asLong();
        long unread = leader.get("/messages?unread=true&size=1").get("total").asLong();

        leader.post("/messages/" + id + "/read", Map.of()).expect(204);
        leader.post("/messages/" + id + "/read", Map.of()).expect(204);
        assertThat(leader.get("/messages?unread=true&size=1").get("total").asLong())
                .isEqualTo(unread - 1);

        assertThat(leader.post("/messages/read-all", Map.of())
                        .expect(200)
                        .body()
                        .get("read")
                        .asLong())
                .isEqualTo(unread - 1);
        assertThat(leader.get("/messages?unread=true").get("total").asLong()).isZero();
        assertThat(leader.get("/messages").get("total").asLong()).isPositive();
    }

    @Test
    void aReturnADelegationAndAnUrgeReachThoseWhoHaveToAct() {
        var caseId = handler.post("/services/paper-round/instances", Map.of("values", Map.of("title", "流转告知")))
                .expect(201)
                .body()
                .get("id")
                .asString();
        var draft = Map.of("values", Map.of("text", "正文"));
        handler.post("/tasks/" + task(caseId) + "/complete", draft).expect(200);

        handler.post("/tasks/" + task(caseId) + "/urge", Map.of()).expect(204);
        assertThat(latest(leader, caseId)).isEqualTo("URGED");

        var review = task(caseId);
        leader.post("/tasks/" + review + "/delegate", Map.of("to", "ln-edu.handler", "opinion", "请先看"))
                .expect(204);
        assertThat(latest(handler, caseId)).isEqualTo("DELEGATED");
        handler.post("/tasks/" + review + "/complete", Map.of("values", Map.of("verdict", "AGREE"), "opinion", "看过"))
                .expect(200);

        leader.post("/tasks/" + review + "/return", Map.of("to", "draftPaper", "opinion", "日期有误"))
                .expect(200);
        assertThat(latest(handler, caseId)).isEqualTo("RETURNED");
        assertThat(handler.get("/messages").at("/items/0/words").asString()).isEqualTo("日期有误");
    }

    @Test
    void undeliveredMailIsForAdministratorsAlone() {
        var admin = handler.as("admin");

        assertThat(admin.get("/admin/mails").get("total").asLong()).isZero();
        assertThat(admin.post("/admin/mails/1/send-again", Map.of()).status()).isEqualTo(404);
        assertThat(handler.send("GET", "/admin/mails", null).status()).isEqualTo(403);
        assertThat(handler.as("auditor").send("GET", "/admin/mails", null).status())
                .isEqualTo(403);
        assertThat(handler.post("/admin/mails/1/send-again", Map.of()).status()).isEqualTo(403);
    }

    private String task(String caseId) {
        return handler.get("/instances/" + caseId).at("/current/0/task").asString();
    }

    /** Kind of the newest message, which has to be of this case. */
    private static String latest(Api reader, String caseId) {
        var message = reader.get("/messages?size=1").at("/items/0");
        assertThat(message.get("instance").asString()).isEqualTo(caseId);
        return message.get("kind").asString();
    }

    @Test
    void strangersAreRefusedAndNobodyReadsForAnother() {
        var id = leader.get("/messages?unread=true").at("/items/0/id").asLong();

        assertThat(new Api(port, null, null).send("GET", "/messages", null).status())
                .isEqualTo(401);
        assertThat(handler.post("/messages/" + id + "/read", Map.of()).status()).isEqualTo(404);
        assertThat(leader.send("GET", "/messages?size=0", null).status()).isEqualTo(422);
        assertThat(leader.send("GET", "/messages?unread=perhaps", null).status())
                .isEqualTo(400);
        assertThat(leader.post("/messages/none/read", Map.of()).status()).isEqualTo(400);
    }
}
