package rongtong.selection.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.factory.FactoryJourney;
import rongtong.selection.panel.Review;
import rongtong.selection.panel.ReviewedRounds;
import rongtong.selection.review.ScoringDesk;

/** The desk of an expert for programs. */
@RongtongTest
class ReviewControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    FactoryJourney journey;

    @Autowired
    ReviewedRounds rounds;

    @Autowired
    ScoringDesk desk;

    Review review;
    String application;

    @BeforeEach
    void declared() {
        journey.at(port);
        var round = rounds.begun(1);
        review = rounds.open(round).getFirst();
        rounds.declare(review);
        application = rounds.applications(round).getFirst().toString();
    }

    @Test
    void readScoredAndHandedIn() {
        var expert = journey.as(review.expert());
        assertThat(expert.get("/reviews").valueStream())
                .anyMatch(line -> line.get("application").asString().equals(application)
                        && line.get("state").asString().equals("NOT_BEGUN"));
        var path = "/reviews/" + application;
        var read = expert.get(path);
        assertThat(read.get("answers").get("title").asString()).isEqualTo("申报1");
        assertThat(read.get("form").get("id").asString()).isEqualTo("application-jl-school");
        assertThat(read.get("sheet").get("missing").size()).isEqualTo(3);

        expert.send("PUT", path + "/sheet", draft("representativeness", 101)).expect(422);
        expert.send("PUT", path + "/sheet", draft("beauty", 1)).expect(422);
        expert.send("PUT", path + "/sheet", draft("representativeness", 90.5)).expect(200);
        assertThat(expert.get(path).get("sheet").get("total").asDouble()).isEqualTo(36.2);
        expert.send(
                        "PUT",
                        path + "/sheet",
                        Map.of(
                                "scores",
                                Map.of("representativeness", 90.5, "will-to-reform", 80, "basic-conditions", 70),
                                "comment",
                                "同意"))
                .expect(200);
        rounds.as(review.expert(), () -> desk.submit(review.caseId()));
        expert.send("PUT", path + "/sheet", draft("representativeness", 1)).expect(409);
        expert.post(path + "/recusal", Map.of("reason", "发现有合作关系")).expect(422);
    }

    @Test
    void othersFindNothingThere() {
        for (var other : new String[] {"school-4122013161", "jl-edu.handler", "auditor"}) {
            assertThat(journey.as(other).get("/reviews").size()).as(other).isZero();
            journey.as(other).send("GET", "/reviews/" + application, null).expect(404);
            journey.as(other)
                    .send("PUT", "/reviews/" + application + "/sheet", draft("representativeness", 1))
                    .expect(404);
        }
    }

    @Test
    void whoRecusesNoLongerSeesIt() {
        var expert = journey.as(review.expert());
        expert.post("/reviews/" + application + "/recusal", Map.of()).expect(422);
        expert.post("/reviews/" + application + "/recusal", Map.of("reason", "发现有合作关系"))
                .expect(204);
        expert.send("GET", "/reviews/" + application, null).expect(404);
        assertThat(expert.get("/reviews").valueStream())
                .noneMatch(line -> line.get("application").asString().equals(application));
    }

    private static Map<String, Object> draft(String criterion, Object points) {
        return Map.of("scores", Map.of(criterion, points), "comment", "");
    }
}
