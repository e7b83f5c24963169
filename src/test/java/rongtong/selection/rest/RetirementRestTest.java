package rongtong.selection.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import rongtong.selection.SelectionJourney;
import tools.jackson.databind.node.ObjectNode;

/** Programmes are put out of use and brought back over REST. */
@RongtongTest
class RetirementRestTest {

    static final String REASON = "政策已经到期，不再开展。";

    @LocalServerPort
    int port;

    @Autowired
    SelectionJourney journey;

    @Autowired
    JdbcClient jdbc;

    Api lead;
    String key;

    /** A programme of the test's own. */
    @BeforeEach
    void publish() {
        journey.at(port);
        lead = journey.as("jl-edu.handler");
        key = "test-retire-" + UUID.randomUUID();
        var definition = (ObjectNode) lead.get("/programmes/jl-223/versions/1").get("definition");
        definition.put("key", key).put("name", "要停用的方案").put("nameEn", "Programme to be retired");
        lead.post("/programmes", Map.of("definition", definition)).expect(201);
        lead.post("/programmes/" + key + "/versions/1/publication", Map.of("revision", 0))
                .expect(200);
    }

    private Api.Answer retire(String person) {
        return lead.as(person).post("/programmes/" + key + "/retirement", Map.of("reason", REASON));
    }

    private Api.Answer restore(String person) {
        return lead.as(person).send("DELETE", "/programmes/" + key + "/retirement", null);
    }

    private Api.Answer start() {
        var values = journey.round(5);
        values.put("programme", key);
        return lead.post("/services/pilot-selection/instances", Map.of("values", values));
    }

    private void withdraw(String round) {
        lead.post("/instances/" + round + "/withdrawal", Map.of("reason", "只为测试，不再开展"))
                .expect(200);
    }

    private List<String> convened() {
        return lead.get("/programmes/convened?size=100")
                .get("items")
                .valueStream()
                .map(choice -> choice.get("code").asString())
                .toList();
    }

    private long entries(String action) {
        return jdbc.sql("select count(*) from audit.entry where action = ? and subject = ?")
                .params(action, key)
                .query(Long.class)
                .single();
    }

    @Test
    @DisplayName("no round of a retired programme begins, those that have begun go on, and it can be brought back")
    void noNewRoundBeginsUntilItIsBroughtBack() {
        var running = start().expect(201).body().get("id").asString();
        assertThat(convened()).contains(key);

        assertThat(retire("jl-edu.handler").expect(201).body().get("reason").asString())
                .isEqualTo(REASON);

        var refused = start().expect(422).body().get("errors").get(0);
        assertThat(refused.get("field").asString()).isEqualTo("programme");
        assertThat(refused.get("message").asString()).contains("要停用的方案", "已停用", REASON);
        assertThat(convened()).doesNotContain(key).contains("jl-223");
        journey.published(running);
        assertThat(lead.get("/programmes/" + key + "/rounds")
                        .at("/items/0/status")
                        .asString())
                .isEqualTo("OPEN");
        assertThat(entries("PROGRAMME.RETIRED")).isEqualTo(1);

        restore("admin").expect(204);

        assertThat(entries("PROGRAMME.RESTORED")).isEqualTo(1);
        assertThat(lead.get("/programmes/" + key).get("retired").isNull()).isTrue();
        withdraw(start().expect(201).body().get("id").asString());
        withdraw(running);
    }

    @Test
    void whatIsRetiredStaysReadableWithItsVersionsAndSaysWhy() {
        retire("jl-drc.handler").expect(201);

        for (var reader : List.of(
                new Api(port, null, null).get("/public/programmes/" + key),
                lead.as("school-4122012902").get("/programmes/" + key))) {
            assertThat(reader.get("retired").get("reason").asString()).isEqualTo(REASON);
            assertThat(reader.get("retired").get("at").asString()).isNotBlank();
            assertThat(reader.toString()).doesNotContain("jl-drc.handler");
        }
        assertThat(lead.get("/programmes/" + key + "/versions/1").get("status").asString())
                .isEqualTo("PUBLISHED");
        assertThat(lead.get("/programmes?mine=true&q=" + key)
                        .at("/items/0/retired/reason")
                        .asString())
                .isEqualTo(REASON);
        restore("jl-drc.handler").expect(204);
    }

    @Test
    void onlyWhoEditsTheProgrammeRetiresIt() {
        for (var other : List.of("jl-iit.handler", "jl-edu.leader", "school-4122012902", "auditor", "zj-edu.handler")) {
            assertThat(retire(other).status()).as(other).isEqualTo(403);
            assertThat(restore(other).status()).as(other).isEqualTo(403);
        }
        assertThat(new Api(port, null, null)
                        .post("/programmes/" + key + "/retirement", Map.of("reason", REASON))
                        .status())
                .isEqualTo(401);
        assertThat(lead.get("/programmes/" + key).get("retired").isNull()).isTrue();
    }

    @Test
    void theReasonIsNeededAndUnknownProgrammesAreNotFound() {
        for (var reason : List.of("", "  短 ", "长".repeat(501), "a\u0000bcdef")) {
            var refused = lead.post("/programmes/" + key + "/retirement", Map.of("reason", reason))
                    .expect(422)
                    .body();
            assertThat(refused.get("errors").get(0).get("field").asString()).isEqualTo("reason");
        }
        lead.post("/programmes/" + key + "/retirement", Map.of()).expect(422);
        lead.post("/programmes/nothing/retirement", Map.of("reason", REASON)).expect(404);
        restore("jl-edu.handler").expect(422);
        assertThat(entries("PROGRAMME.RETIRED")).isZero();
    }

    @Test
    void ofTwoAtOnceOneRetiresItAndTheOtherIsToldWho() throws Exception {
        assertOneAndTheOther(this::retire, 201);
        assertThat(entries("PROGRAMME.RETIRED")).isEqualTo(1);

        assertOneAndTheOther(this::restore, 204);
        assertThat(entries("PROGRAMME.RESTORED")).isEqualTo(1);
    }

    private void assertOneAndTheOther(Function<String, Api.Answer> deed, int done) throws Exception {
        var together = new CyclicBarrier(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            var calls = Stream.of("jl-edu.handler", "jl-drc.handler")
                    .map(person -> people.submit(() -> {
                        together.await();
                        return deed.apply(person);
                    }))
                    .toList();
            var answers = new ArrayList<Api.Answer>();
            for (var call : calls) {
                answers.add(call.get());
            }

            assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(done, 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 409)
                    .extracting(Api.Answer::body)
                    .extracting(body -> body.get("actor").asString())
                    .allSatisfy(actor -> assertThat(actor).contains("吉林省"));
        }
    }
}
