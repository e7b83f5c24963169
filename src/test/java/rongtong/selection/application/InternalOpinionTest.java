package rongtong.selection.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.ui.PageState;
import rongtong.ui.RoutedPageTest;

/** What counties, cities and the convening department say of an application is for public bodies, not for the applicant. */
@RongtongTest
class InternalOpinionTest extends RoutedPageTest {

    static final String SCHOOL = "school-demo-220122-voc";
    static final String COUNTY = "jl-220122-edu.handler";
    static final String CITY = "jl-city-cc.handler";
    static final String CONVENER = "jl-edu.handler";

    /** All that is said here has these words. */
    static final String INTERNAL = "内部意见";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationJourney journey;

    @Autowired
    JdbcClient jdbc;

    final List<UUID> rounds = new ArrayList<>();

    @BeforeEach
    void connect() {
        journey.at(port);
    }

    @AfterEach
    void forget() {
        rounds.forEach(journey::forget);
    }

    @Test
    @DisplayName("D3 D14 opinion and rank of county and city are read by departments, not by the applicant")
    void theApplicantReadsNoRecommendation() throws Exception {
        var caseId = journey.submitted(SCHOOL, open(), "农安县农机产教融合试点");
        says(COUNTY, caseId, "recommend", recommendation("RECOMMEND", 7));
        for (var reader : List.of(COUNTY, CITY)) {
            assertThat(seen(reader, caseId)).as(reader).allMatch(shown -> shown.contains(INTERNAL));
        }
        says(CITY, caseId, "recommend", recommendation("RECOMMEND", 7));
        journey.accept(caseId);

        assertThat(journey.status(caseId)).isEqualTo("ENTERED");
        assertThat(seen(SCHOOL, caseId)).noneMatch(shown -> shown.contains(INTERNAL));
        assertThat(done(SCHOOL, caseId, "recommend")).isEqualTo(2);
        assertThat(seen(CONVENER, caseId)).allMatch(shown -> shown.contains(INTERNAL));
        assertThat(documents(caseId)).isNotEmpty().noneMatch(text -> text.contains(INTERNAL));
    }

    @Test
    @DisplayName("D5 whoever is not recommended reads the reasons in the letter, and nothing else that was said")
    void theLetterOfRefusalHasTheReasonsAlone() throws Exception {
        var caseId = journey.submitted(SCHOOL, open(), "不予推荐的试点");
        says(COUNTY, caseId, "recommend", recommendation("RECOMMEND", 1));
        says(
                CITY,
                caseId,
                "recommend",
                Map.of("recommendation", "NOT_RECOMMEND", "recommendationOpinion", "实训条件尚不具备。"));

        assertThat(journey.status(caseId)).isEqualTo("NOT_RECOMMENDED");
        assertThat(seen(SCHOOL, caseId)).noneMatch(shown -> shown.contains(INTERNAL));
        assertThat(documents(caseId))
                .anyMatch(text -> text.contains("实训条件尚不具备"))
                .noneMatch(text -> text.contains(INTERNAL));
    }

    @Test
    @DisplayName("A city that applies is a public body and reads nothing that is said of its own application")
    void aPublicBodyThatAppliesReadsNothingEither() throws Exception {
        var round = open();
        var caseId = journey.begun(CITY, round, "region", "长春市产教融合试点地区");
        var values = journey.region(CITY, "长春市产教融合试点地区");
        values.put("partners", ApplicationJourney.partners("ent-demo-dishonest"));
        journey.completed(CITY, caseId, "writeApplication", values);
        journey.accept(caseId);
        says(CONVENER, caseId, "judgeCredit", Map.of("creditJudgement", "SUFFICIENT", "reasons", INTERNAL + "：已整改。"));

        assertThat(journey.status(caseId)).isEqualTo("ENTERED");
        assertThat(seen(CITY, caseId)).noneMatch(shown -> shown.contains(INTERNAL));
        assertThat(seen(CONVENER, caseId)).anyMatch(shown -> shown.contains(INTERNAL));
        assertThat(application(CITY, caseId)).doesNotContain("\"credit\":\"");
        assertThat(application(CONVENER, caseId)).contains("\"credit\":\"");
    }

    private UUID open() {
        var round = journey.open("jl-223", Duration.ofDays(10));
        rounds.add(round);
        return round;
    }

    private static Map<String, Object> recommendation(String decision, int rank) {
        return Map.of("recommendation", decision, "rank", rank, "recommendationOpinion", INTERNAL + "：推荐。");
    }

    private void says(String person, String caseId, String step, Map<String, ?> values) {
        var task = journey.task(person, caseId, step).get("id").asString();
        journey.as(person)
                .post("/tasks/" + task + "/complete", Map.of("values", values, "opinion", INTERNAL + "：旁注。"))
                .expect(200);
    }

    /** The case over REST, and its page. */
    private List<String> seen(String person, String caseId) throws Exception {
        return List.of(journey.as(person).get("/instances/" + caseId).toString(), page(person, caseId));
    }

    private String application(String person, String caseId) {
        return journey.as(person)
                .get("/programmes/jl-223/applications/" + caseId)
                .toString();
    }

    private String page(String person, String caseId) throws Exception {
        return as(person, () -> {
            cleanVaadinEnvironment();
            initVaadinEnvironment();
            open("cases/" + caseId);
            var shown = PageState.of(UI.getCurrent(), String::new);
            assertThat(shown).contains("办理过程");
            return shown;
        });
    }

    private long done(String person, String caseId, String step) {
        return journey.as(person)
                .get("/instances/" + caseId)
                .get("timeline")
                .valueStream()
                .filter(entry -> step.equals(entry.get("step").asString(""))
                        && entry.get("action").asString().equals("completed"))
                .count();
    }

    private List<String> documents(String caseId) {
        return jdbc.sql("select text from document.issued_document where case_id = ?")
                .param(UUID.fromString(caseId))
                .query(String.class)
                .list();
    }
}
