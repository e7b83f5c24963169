package rongtong.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static rongtong.selection.SelectionJourney.CONVENER;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.selection.application.ApplicationJourney;
import rongtong.selection.panel.Review;
import rongtong.selection.panel.ReviewedRounds;
import tools.jackson.databind.JsonNode;

/** Applications that were handed in leave a round whose experts are at work; the round itself is cancelled. */
@RongtongTest
class SelectionLeavingTest {

    static final String LEAVING = "中途撤回的申报";
    static final Map<String, String> RECOMMENDERS = Map.of(
            "school-demo-220100-voc", "jl-city-cc",
            "school-demo-220200-voc", "jl-city-jl",
            "school-demo-220300-voc", "jl-city-sp");

    @LocalServerPort
    int port;

    @Autowired
    SelectionJourney journey;

    @Autowired
    ApplicationJourney applicants;

    @Autowired
    ReviewedRounds panels;

    String round;
    UUID id;
    String leaving;
    String leaver;
    String first;
    String second;

    @BeforeEach
    void threeApply() {
        journey.at(port);
        applicants.at(port);
        round = journey.open(10);
        id = UUID.fromString(round);
        leaver = "school-demo-220200-voc";
        leaving = entered(leaver, LEAVING);
        first = entered("school-demo-220100-voc", "第一份申报");
        second = entered("school-demo-220300-voc", "第二份申报");
        journey.reviewed(round);
    }

    @Test
    @DisplayName("P18 withdrawn while experts judge it: off every desk, and neither closing nor ranking waits for it")
    void whatIsWithdrawnLeavesItsPanel() {
        var panel = panels.panel(UUID.fromString(leaving));
        assertThat(panel).hasSize(5);
        var reviews = panels.open(id);
        var ready = review(reviews, panel.get(0));
        panels.declare(ready);
        panels.score(ready, 99);
        var promised = review(reviews, panel.get(1));
        panels.declare(promised);
        var alone = reviews.stream()
                .filter(review ->
                        panel.contains(review.expert()) && desk(review).size() == 1)
                .toList();

        withdraw(leaver, leaving);

        assertThat(applicants.status(leaving)).isEqualTo("WITHDRAWN");
        assertThat(journey.status(leaving)).isEqualTo("WITHDRAWN");
        assertThat(panels.panel(UUID.fromString(leaving))).isEmpty();
        assertThat(panel).allSatisfy(this::hasNothingOfIt);
        assertThat(alone).allSatisfy(this::isOver);
        assertThat(alone)
                .filteredOn(review -> !review.expert().equals(ready.expert()))
                .isNotEmpty()
                .allSatisfy(this::knowsOfTheEnd);

        panels.open(id).stream()
                .filter(review -> !review.expert().equals(promised.expert()))
                .forEach(panels::declare);
        panels.open(id).forEach(review -> panels.score(review, 80));
        assertThat(panels.open(id)).isEmpty();
        assertThat(journey.open(round)).containsExactly("proposeList");
        assertThat(ranked()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    @DisplayName("P18 withdrawn after the ranking: the places are counted anew, and nobody proposes it")
    void whatIsWithdrawnLeavesTheRanking() {
        panels.open(id).forEach(panels::declare);
        panels.open(id).forEach(review -> panels.score(review, 80));
        assertThat(ranked()).containsExactlyInAnyOrder(leaving, first, second);

        withdraw(leaver, leaving);

        assertThat(ranked()).containsExactlyInAnyOrder(first, second);
        assertThat(journey.as(CONVENER)
                        .get("/programmes/jl-223/ranking?round=" + round)
                        .get("items")
                        .valueStream()
                        .mapToInt(row -> row.get("place").asInt()))
                .allMatch(place -> place <= 2);
        journey.completed(CONVENER, round, "proposeList", Map.of("proposals", List.of(), "deviationReason", "申报数量不足。"));
        journey.agreed(round);
        assertThat(values(SelectionJourney.LEADER, "decideJointly"))
                .doesNotContain(LEAVING)
                .contains("第一份申报");
    }

    @Test
    @DisplayName("P18 cancelled while experts judge: their cases end, and all who applied are told")
    void aCancelledRoundEndsReviewsAndApplications() {
        var reviews = panels.open(id);
        panels.declare(reviews.getFirst());

        journey.as(CONVENER)
                .post("/instances/" + round + "/withdrawal", Map.of("reason", "政策调整，本轮不再进行"))
                .expect(200);
        journey.finishBatches();

        assertThat(journey.roundStatus(round)).isEqualTo("CANCELLED");
        assertThat(panels.open(id)).isEmpty();
        assertThat(reviews).allSatisfy(this::isOver).allSatisfy(this::knowsOfTheEnd);
        Map.of(leaver, leaving, "school-demo-220100-voc", first, "school-demo-220300-voc", second)
                .forEach((school, caseId) -> {
                    assertThat(applicants.status(caseId)).isEqualTo("CANCELLED");
                    assertThat(journey.open(caseId)).isEmpty();
                    assertThat(told(school, caseId)).as(school).isTrue();
                });
    }

    /** Handed in, recommended by the city, accepted. */
    private String entered(String school, String title) {
        var caseId = applicants.submitted(school, id, title);
        applicants.recommend(RECOMMENDERS.get(school), caseId, 1);
        applicants.accept(caseId);
        assertThat(applicants.status(caseId)).isEqualTo("ENTERED");
        return caseId;
    }

    private void withdraw(String school, String caseId) {
        applicants
                .as(school)
                .post("/instances/" + caseId + "/withdrawal", Map.of("reason", "项目条件有变"))
                .expect(200);
    }

    private static Review review(List<Review> reviews, String expert) {
        return reviews.stream()
                .filter(review -> review.expert().equals(expert))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> desk(Review review) {
        return journey.as(review.expert())
                .get("/reviews")
                .valueStream()
                .filter(item -> item.toString().contains(review.caseId().toString()))
                .toList();
    }

    /** In no list, no task and at no address. */
    private void hasNothingOfIt(String expert) {
        var person = journey.as(expert);
        assertThat(person.get("/reviews").toString()).doesNotContain(leaving, LEAVING);
        person.send("GET", "/reviews/" + leaving, null).expect(404);
        person.get("/tasks?size=200")
                .get("items")
                .valueStream()
                .map(task -> person.get("/tasks/" + task.get("id").asString()).toString())
                .forEach(task -> assertThat(task).doesNotContain(LEAVING));
    }

    private void isOver(Review review) {
        var caseId = review.caseId().toString();
        assertThat(journey.status(caseId)).isEqualTo("COMPLETED");
        assertThat(journey.open(caseId)).isEmpty();
        assertThat(journey.as(review.expert()).get("/tasks?size=200").toString())
                .doesNotContain(caseId);
    }

    private void knowsOfTheEnd(Review review) {
        assertThat(journey.as(review.expert())
                        .get("/messages?size=200")
                        .get("items")
                        .valueStream())
                .filteredOn(message -> message.get("instance")
                        .asString()
                        .equals(review.caseId().toString()))
                .extracting(message -> message.get("kind").asString())
                .containsExactly("REVIEW_CLOSED");
    }

    private List<String> ranked() {
        var ranked = new ArrayList<String>();
        journey.as(CONVENER)
                .get("/programmes/jl-223/ranking?round=" + round)
                .get("items")
                .forEach(row -> ranked.add(row.get("application").asString()));
        return ranked;
    }

    private String values(String person, String step) {
        return journey.as(person)
                .get("/tasks/" + journey.task(person, round, step).get("id").asString())
                .get("values")
                .toString();
    }

    private boolean told(String school, String caseId) {
        return journey.as(school)
                .get("/messages?size=200")
                .get("items")
                .valueStream()
                .anyMatch(message -> message.get("instance").asString().equals(caseId));
    }
}
