package rongtong.selection.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import rongtong.selection.panel.ReviewedRounds;

/** The pool of experts and the panels of a round over REST: for those who keep them, and nobody else. */
@RongtongTest
class PanelRestTest {

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    ReviewedRounds rounds;

    UUID round;

    @BeforeEach
    void begin() {
        round = rounds.begun(2);
    }

    @Test
    void thePoolIsSeenByThoseWhoKeepIt() {
        assertThat(api(ReviewedRounds.CONVENER)
                        .get("/experts?size=100")
                        .get("items")
                        .valueStream())
                .hasSize(24)
                .allMatch(expert -> expert.get("province").asString().equals("JL"));
        assertThat(api("admin").get("/experts?size=100").get("total").asInt()).isEqualTo(60);
        assertThat(api("auditor").get("/experts?province=ZJ").get("total").asInt())
                .isEqualTo(16);
        for (var stranger : List.of("jl-tax.handler", "school-4122010183", "expert-21")) {
            api(stranger).send("GET", "/experts", null).expect(403);
        }
        assertThat(api("expert-21").get("/experts/expert-21").get("username").asString())
                .isEqualTo("expert-21");
        api("expert-21").send("GET", "/experts/expert-22", null).expect(404);
        api("expert-21").send("GET", "/experts/expert-22/relations", null).expect(404);
    }

    @Test
    void whatThePoolSaysIsChangedByThoseWhoKeepItAndCheckedAtTheField() {
        var convener = api(ReviewedRounds.CONVENER);
        var edit = Map.of("province", "JL", "fields", List.of("steel"), "title", "教授", "greatestLoad", 40);
        assertThat(convener.send("PUT", "/experts/expert-44", edit)
                        .expect(200)
                        .body()
                        .get("greatestLoad")
                        .asInt())
                .isEqualTo(40);
        var wrong = convener.send("PUT", "/experts/expert-44", Map.of("province", "JL", "fields", List.of("magic")))
                .expect(422)
                .body();
        assertThat(wrong.get("errors").get(0).get("field").asString()).isEqualTo("fields");
        convener.send("PUT", "/experts/expert-44", Map.of("province", "ZJ", "fields", List.of("steel")))
                .expect(403);
        convener.send("PUT", "/experts/expert-01", Map.of("province", "JL", "fields", List.of("steel")))
                .expect(403);
        convener.send("PUT", "/experts/jl-edu.leader", edit).expect(404);
        api("expert-44").send("PUT", "/experts/expert-44", edit).expect(403);
    }

    @Test
    void anExpertDeclaresAndEndsTheOwnTies() {
        var expert = api("expert-43");
        expert.post(
                        "/experts/expert-43/relations",
                        Map.of("organization", "school-4122010184", "kind", "KIN", "note", "配偶任教"))
                .expect(201);
        assertThat(expert.get("/experts/expert-43/relations").get(0).get("note").asString())
                .isEqualTo("配偶任教");
        expert.post("/experts/expert-43/relations", Map.of("organization", "nobody", "kind", "KIN"))
                .expect(422);
        expert.post("/experts/expert-43/relations", Map.of("organization", "school-4122010184", "kind", "LOVE"))
                .expect(422);
        api("expert-42")
                .post("/experts/expert-43/relations", Map.of("organization", "school-4122010184", "kind", "KIN"))
                .expect(404);
        expert.send("DELETE", "/experts/expert-43/relations/school-4122010184/KIN", null)
                .expect(200);
        assertThat(expert.get("/experts/expert-43/relations").size()).isZero();
    }

    @Test
    void theConvenerSeesHowFarExpertsAreAndNeverThePoints() {
        var first = rounds.open(round).getFirst();
        rounds.declare(first);
        rounds.score(first, 37);

        var progress = api(ReviewedRounds.CONVENER).get(path(""));
        assertThat(progress.get("runs").get(0).get("seed").asLong()).isEqualTo(1);
        assertThat(progress.get("reviews").valueStream())
                .filteredOn(review -> review.get("expert").asString().equals(first.expert()))
                .singleElement()
                .satisfies(review -> assertThat(review.get("submitted").asInt())
                        .isEqualTo(review.get("assigned").asInt()));
        var panels = api(ReviewedRounds.CONVENER).get(path("/" + ReviewedRounds.TRACK));
        assertThat(panels.get(0).get("seats").size()).isEqualTo(5);
        assertThat(progress.toString() + panels).doesNotContain("scores", "points", "意见");
        assertThat(api("auditor").get(path("")).get("reviews").size()).isPositive();
        for (var stranger : List.of("jl-tax.handler", "school-demo-220200-voc", first.expert())) {
            api(stranger).send("GET", path(""), null).expect(404);
            api(stranger).send("GET", path("/" + ReviewedRounds.TRACK), null).expect(404);
        }
        api(ReviewedRounds.CONVENER)
                .send("GET", "/programmes/zj-training-base/rounds/" + round + "/panels", null)
                .expect(404);
    }

    @Test
    void theConvenerReplacesWithAReasonAndUrges() {
        var application = rounds.applications(round).getFirst();
        var expert = rounds.panel(application).getFirst();
        var convener = api(ReviewedRounds.CONVENER);

        convener.post(path("/replacements"), Map.of("application", application, "expert", expert, "reason", ""))
                .expect(422);
        api("auditor")
                .post(path("/replacements"), Map.of("application", application, "expert", expert, "reason", "更换"))
                .expect(403);
        var successor = convener.post(
                        path("/replacements"), Map.of("application", application, "expert", expert, "reason", "专家出国"))
                .expect(200)
                .body()
                .get("successor")
                .asString();

        assertThat(rounds.panel(application)).hasSize(5).contains(successor).doesNotContain(expert);
        convener.post(path("/replacements"), Map.of("application", application, "expert", expert, "reason", "专家出国"))
                .expect(404);
        var review = rounds.open(round).getFirst();
        var urge = path("/reviews/" + review.caseId() + "/urge");
        assertThat(convener.post(urge, Map.of()).expect(200).body().get("urged").asBoolean())
                .isTrue();
        assertThat(convener.post(urge, Map.of()).expect(200).body().get("urged").asBoolean())
                .isFalse();
        api("jl-tax.handler").post(urge, Map.of()).expect(404);
    }

    @Test
    void aRobotWalksAReviewByItsFormsAlone() {
        var review = rounds.open(round).getFirst();
        var expert = api(review.expert());
        var declare = expert.get("/tasks/" + rounds.task(review.caseId()));
        assertThat(declare.get("form").toString()).contains("reviewRows");
        rounds.declare(review);
        var score = expert.get("/tasks/" + rounds.task(review.caseId()));
        var form = score.get("form").toString();
        assertThat(form).contains("points_will_to_reform").contains("\"max\":100");
        expert.post(
                        "/tasks/" + score.get("id").asString() + "/complete",
                        Map.of("values", Map.of("sheets", List.of()), "opinion", "", "attachments", List.of()))
                .expect(422);
        rounds.score(review, 88);
        assertThat(rounds.open(round)).extracting("caseId").doesNotContain(review.caseId());
    }

    private String path(String rest) {
        return "/programmes/jl-223/rounds/" + round + "/panels" + rest;
    }

    private Api api(String username) {
        return new Api(port, username, password);
    }
}
