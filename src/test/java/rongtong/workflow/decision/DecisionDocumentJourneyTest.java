package rongtong.workflow.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import rongtong.robot.Walker;
import tools.jackson.databind.JsonNode;

/** A notice without signature and an approval with one, over REST, on the test process {@code decided}. */
@RongtongTest
class DecisionDocumentJourneyTest {

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    JdbcClient jdbc;

    Api handler;
    Api leader;
    String caseId;

    @BeforeEach
    void start() {
        handler = new Api(port, "ln-edu.handler", password);
        leader = handler.as("ln-edu.leader");
        caseId = handler.post(
                        "/services/decided/instances",
                        Map.of("values", Map.of("title", "关于设立实训工厂的申请", "decisionText", "同意设立实训工厂。")))
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    JsonNode open() {
        return handler.as("admin")
                .get("/admin/instances/" + caseId)
                .get("tasks")
                .get(0);
    }

    @Test
    void theHandlerFindsTheDocumentWordedAndTheLeaderSignsIt() {
        var draft = handler.get("/tasks/" + open().get("id").asString());
        assertThat(draft.at("/values/documentTitle").asString()).isEqualTo("辽宁省教育厅关于设立实训工厂的批复");
        assertThat(draft.at("/values/documentBody").asString()).contains("同意设立实训工厂。", "此复。");
        assertThat(draft.at("/values/documentAddressee").asString()).isEqualTo("沈阳工业大学");

        complete(handler, Map.of("documentTitle", "辽宁省教育厅关于设立实训工厂的批复", "documentBody", "一、总体意见\n同意。"));
        var signing = leader.get("/tasks/" + open().get("id").asString());
        assertThat(signing.at("/values/documentBody").asString()).isEqualTo("一、总体意见\n同意。");
        complete(leader, Map.of("documentDecision", "RETURN", "documentReturnReason", "请写明规模。"));

        var again = handler.get("/tasks/" + open().get("id").asString());
        assertThat(again.at("/values/documentReturnReason").asString()).isEqualTo("请写明规模。");
        assertThat(again.at("/values/documentBody").asString()).isEqualTo("一、总体意见\n同意。");
        complete(handler, Map.of("documentTitle", "关于实训工厂的批复", "documentBody", "同意，规模为二百人。"));
        complete(leader, Map.of("documentDecision", "SIGN"));

        assertThat(handler.get("/instances/" + caseId).get("status").asString()).isEqualTo("COMPLETED");
        var documents = handler.get("/documents?case=" + caseId);
        assertThat(documents.valueStream().map(each -> each.get("kind").asString()))
                .containsExactlyInAnyOrder("acceptance-notice", "approval");
        assertThat(documents.valueStream().map(each -> each.get("title").asString()))
                .contains("关于实训工厂的批复", "关于设立实训工厂的受理通知书");
    }

    @Test
    void aReturnSaysWhy() {
        complete(handler, Map.of("documentTitle", "批复", "documentBody", "同意。"));

        var refused = leader.post(
                "/tasks/" + open().get("id").asString() + "/complete",
                Map.of("values", Map.of("documentDecision", "RETURN")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("documentReturnReason");
    }

    @Test
    void everybodyVerifiesTheDocumentByNumberAndCode() throws Exception {
        var issued = jdbc.sql("""
                        select o.number, o.code from document.official_document o
                        join document.issued_document d on d.id = o.id where d.case_id = :case::uuid
                        """).param("case", caseId).query().singleRow();
        var number = String.valueOf(issued.get("number"));
        var code = String.valueOf(issued.get("code"));

        var right = verify(number, code.toLowerCase(java.util.Locale.ROOT).replace("-", ""));
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).contains(number, "辽宁省教育厅", "沈阳工业大学");
        assertThat(verify(number, "AAAA-BBBB-CCCC").statusCode()).isEqualTo(404);
        assertThat(verify("没有〔2026〕9999号", code).statusCode()).isEqualTo(404);
    }

    @Test
    void aRobotWalksItToItsEnd() {
        var walker = new Walker(new Api(port, "admin", password), 7);

        var end = walker.walk(walker.start("ln-edu.handler", "decided"));

        assertThat(end.get("status").asString()).isEqualTo("COMPLETED");
    }

    private void complete(Api person, Map<String, Object> values) {
        person.post("/tasks/" + open().get("id").asString() + "/complete", Map.of("values", values))
                .expect(200);
    }

    private HttpResponse<String> verify(String number, String code) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:%d/api/v1/public/documents/%s?code=%s"
                                    .formatted(port, URLEncoder.encode(number, StandardCharsets.UTF_8), code)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
