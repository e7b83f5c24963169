package rongtong.selection.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.document.Documents;

/** Schools and cities of Jilin, those who recommend them and the convening department, over REST with the real engine. */
@RongtongTest
class PilotApplicationTest {

    static final String COUNTY_SCHOOL = "school-demo-220122-voc";
    static final String CITY_SCHOOL = "school-demo-220200-voc";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationJourney journey;

    @Autowired
    PilotApplications applications;

    @Autowired
    Submissions submissions;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Documents documents;

    final List<UUID> rounds = new ArrayList<>();

    @BeforeEach
    void connect() {
        journey.at(port);
    }

    @AfterEach
    void forget() {
        rounds.forEach(journey::forget);
    }

    private UUID open() {
        var round = journey.open("jl-223", Duration.ofDays(10));
        rounds.add(round);
        return round;
    }

    @Test
    @DisplayName("P18 a county's school: department of the county, government of the city, province, review")
    void aCountySchoolGoesThroughCountyAndCity() {
        var round = open();
        var caseId = journey.begun(COUNTY_SCHOOL, round, "school", "农安县现代农机产教融合试点");
        assertThat(journey.steps(caseId)).containsExactly("writeApplication");
        var task = journey.task(COUNTY_SCHOOL, caseId, "writeApplication");
        var shown = journey.as(COUNTY_SCHOOL).get("/tasks/" + task.get("id").asString());
        assertThat(shown.get("form").get("id").asString()).isEqualTo("application-jl-school");
        assertThat(shown.get("values").get("title").asString()).isEqualTo("农安县现代农机产教融合试点");

        journey.completed(COUNTY_SCHOOL, caseId, "writeApplication", journey.school(COUNTY_SCHOOL, "农安县现代农机产教融合试点"));
        assertThat(journey.status(caseId)).isEqualTo("SUBMITTED");
        assertThat(submissions.route(UUID.fromString(caseId))).containsExactly("JL-220122-EDU", "JL-CITY-CC");
        journey.as("jl-city-cc.handler")
                .send("GET", "/instances/" + caseId, null)
                .expect(404);
        journey.recommend("jl-220122-edu", caseId, 1);
        var city = journey.task("jl-city-cc.handler", caseId, "recommend");
        var values = journey.as("jl-city-cc.handler")
                .get("/tasks/" + city.get("id").asString())
                .get("values");
        assertThat(values.get("earlierRows").get(0).get("organ").asString()).isEqualTo("农安县教育局");
        journey.recommend("jl-city-cc", caseId, 1);
        journey.accept(caseId);

        assertThat(journey.status(caseId)).isEqualTo("ENTERED");
        assertThat(recommendations.of(UUID.fromString(caseId)))
                .extracting(Recommendation::organ, Recommendation::rank)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("JL-220122-EDU", 1),
                        org.assertj.core.groups.Tuple.tuple("JL-CITY-CC", 1));
        assertThat(submissions.partners(UUID.fromString(caseId)))
                .extracting(Partner::credit)
                .containsExactly(CreditFinding.GOOD);
    }

    @Test
    @DisplayName("P18 the receipt: number, time and a hash that anybody can compute again")
    void theReceiptCanBeChecked() throws Exception {
        var caseId = journey.submitted(CITY_SCHOOL, open(), "吉林市数控产教融合试点");
        var answer = journey.as(CITY_SCHOOL).get("/programmes/jl-223/applications/" + caseId);
        assertThat(answer.get("receipt").asString()).startsWith("吉教收〔");
        var hash = answer.get("texts").get(0).get("sha256").asString();
        var text = journey.as(CITY_SCHOOL)
                .send("GET", "/programmes/jl-223/applications/" + caseId + "/texts/1", null)
                .expect(200)
                .body();
        assertThat(CanonicalJson.sha256(rongtongMap(text))).isEqualTo(hash);
        assertThat(documents.newest(UUID.fromString(caseId), "application-receipt"))
                .hasValueSatisfying(receipt -> assertThat(receipt.title()).contains("吉林市数控产教融合试点"));
        assertThat(answer.get("recommendations")).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> rongtongMap(tools.jackson.databind.JsonNode node) {
        return tools.jackson.databind.json.JsonMapper.shared().convertValue(node, Map.class);
    }
}
