package rongtong.selection.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Programmes as programs read and write them. */
@RongtongTest
class ProgrammeRestTest {

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper mapper;

    Api lead;
    String key;

    @BeforeEach
    void logIn() {
        lead = new Api(port, "jl-edu.handler", password);
        key = "rest-" + UUID.randomUUID();
    }

    private JsonNode published(String programme) {
        return lead.get("/programmes/" + programme + "/versions/1").get("definition");
    }

    private ObjectNode definition() {
        return ((ObjectNode) published("jl-223").deepCopy()).put("key", key).put("name", "测试方案");
    }

    @Test
    @DisplayName("R-GB-03 R-LN-03 R-ZJ-10 conditions, criteria and weights are there for everybody before one applies")
    void everybodyReadsConditionsCriteriaAndWeights() {
        var stranger = new Api(port, null, null);
        for (var plan : List.of(
                stranger.get("/public/programmes/jl-223"),
                new Api(port, "school-4122012902", password).get("/programmes/jl-223"))) {
            var school = plan.get("tracks").get(1);
            assertThat(school.get("criteria").get(0).get("weight").asInt()).isEqualTo(40);
            assertThat(school.get("criteria").get(0).get("guidance").asString()).contains("代表");
            assertThat(school.get("quota").get("places").asInt()).isEqualTo(20);
            assertThat(plan.get("clauses").get(0).get("quotation").asString()).contains("2个地区");
            assertThat(plan.get("defaults")).isNotEmpty();
            assertThat(plan.get("leads").get(0).get("organization").asString()).isEqualTo("JL-EDU");
        }
        assertThat(stranger.get("/public/programmes?province=ZJ").get("total").asInt())
                .isGreaterThanOrEqualTo(5);
        assertThat(stranger.send("GET", "/programmes/jl-223", null).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("R-JL-09 a private school reads why it may not apply, a public one that it may")
    void everyTrackSaysWhetherOneMayApply() {
        var own = new Api(port, "school-demo-220100-private", password).get("/programmes/jl-factory-pilot");
        assertThat(own.get("tracks").get(0).get("refusal").asString()).contains("公办");

        var other = new Api(port, "school-demo-220200-voc", password).get("/programmes/jl-factory-pilot");
        assertThat(other.get("tracks").get(0).get("refusal").isNull()).isTrue();
    }

    @Test
    void theListIsALookupForPickers() {
        var page = lead.get("/programmes?mine=true&q=223");

        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.get("items").get(0).get("code").asString()).isEqualTo("jl-223");
        assertThat(page.get("items").get(0).get("name").asString()).contains("223");
        assertThat(lead.get("/programmes/jl-223/tracks/school/form").get("id").asString())
                .isEqualTo("application-jl-school");
    }

    @Test
    void aProgrammeIsWrittenCheckedAndPublished() {
        var draft = definition();
        ((ObjectNode) draft.at("/tracks/0/criteria/0")).put("weight", 50);
        var created = lead.post("/programmes", Map.of("definition", draft))
                .expect(201)
                .body();
        assertThat(created.get("problems").get(0).get("field").asString()).isEqualTo("tracks[0].criteria");
        assertThat(created.get("problems").get(0).get("message").asString()).contains("110");

        var refused = lead.post("/programmes/" + key + "/versions/1/publication", Map.of("revision", 0))
                .expect(422)
                .body();
        assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo("tracks[0].criteria");

        var saved = lead.send(
                        "PUT", "/programmes/" + key + "/versions/1", Map.of("revision", 0, "definition", definition()))
                .expect(200)
                .body();
        assertThat(saved.get("problems")).isEmpty();
        var late = lead.as("jl-drc.handler")
                .send("PUT", "/programmes/" + key + "/versions/1", Map.of("revision", 0, "definition", definition()))
                .expect(409)
                .body();
        assertThat(late.get("actor").asString()).isNotBlank();
        assertThat(late.get("deed").asString()).contains("草稿");

        lead.post("/programmes/" + key + "/versions/1/publication", Map.of("revision", 1))
                .expect(200);
        assertThat(lead.get("/programmes/" + key).get("version").asInt()).isEqualTo(1);
        lead.post("/programmes/" + key + "/versions/1/publication", Map.of("revision", 1))
                .expect(409);
        assertThat(lead.post("/programmes/" + key + "/versions", Map.of())
                        .expect(201)
                        .body()
                        .get("definition")
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        lead.as("jl-iit.handler")
                .send("GET", "/programmes/" + key + "/versions/2", null)
                .expect(404);
        lead.send("DELETE", "/programmes/" + key + "/versions/2?revision=0", null)
                .expect(204);
        jdbc.sql("delete from selection.programme where key = ?").param(key).update();
    }

    @Test
    void whatCannotBeReadIsSaidAtItsPlace() {
        var strange = definition();
        ((ObjectNode) strange.at("/tracks/0/quota")).put("kind", "SOME");
        var refused = lead.post("/programmes", Map.of("definition", strange))
                .expect(422)
                .body();
        assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo("tracks[0].quota.kind");

        var noTrack = definition();
        noTrack.putArray("tracks").addNull();
        lead.post("/programmes", Map.of("definition", noTrack)).expect(422);
        lead.post("/programmes", Map.of("definition", List.of())).expect(422);
        lead.post("/programmes", Map.of()).expect(422);
        lead.as("school-4122012902")
                .post("/programmes", Map.of("definition", definition()))
                .expect(403);

        var empty = mapper.createObjectNode().put("key", key).put("province", "JL");
        empty.putArray("leads").add("education");
        var created = lead.post("/programmes", Map.of("definition", empty))
                .expect(201)
                .body();
        assertThat(created.get("problems")).hasSizeGreaterThan(5);
        jdbc.sql("delete from selection.programme where key = ?").param(key).update();
    }

    @Test
    void ofTwoWhoSaveAtOnceOneIsKeptAndTheOtherToldWho() throws Exception {
        lead.post("/programmes", Map.of("definition", definition())).expect(201);
        var together = new CyclicBarrier(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            var saves = Stream.of("jl-edu.handler", "jl-drc.handler")
                    .map(person -> people.submit(() -> {
                        together.await();
                        return lead.as(person)
                                .send(
                                        "PUT",
                                        "/programmes/" + key + "/versions/1",
                                        Map.of(
                                                "revision",
                                                0,
                                                "definition",
                                                definition().put("name", person)));
                    }))
                    .toList();
            var answers = new ArrayList<Api.Answer>();
            for (var save : saves) {
                answers.add(save.get());
            }

            assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(lead.get("/programmes/" + key + "/versions/1")
                            .get("revision")
                            .asInt())
                    .isEqualTo(1);
        } finally {
            jdbc.sql("delete from selection.programme where key = ?").param(key).update();
        }
    }
}
