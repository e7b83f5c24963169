package rongtong.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import tools.jackson.databind.JsonNode;

/** Who reads the records of a real factory, and to whom they are not there. */
@RongtongTest
class FactoryAccessTest {

    /** Schools and departments that have nothing to do with a factory in the city of Jilin. */
    private static final List<String> STRANGERS = List.of(
            "school-demo-220300-voc",
            "school-demo-220200-tech",
            "school-4121010142",
            "jl-220300-fin.handler",
            "jl-220300-edu.leader",
            "ln-fin.handler",
            "ent-000410");

    @LocalServerPort
    int port;

    @Autowired
    FactoryJourney journey;

    String factory;
    String investment;
    String income;

    @BeforeEach
    void aFactoryWithAReturn() {
        journey.at(port);
        factory = journey.registered("不相干者看不到的工厂").toString();
        investment = own("/factories/" + factory).at("/entries/0/caseId").asString();
        income = journey.as(FactoryJourney.SCHOOL)
                .post("/services/factory-income-filing/instances", Map.of("values", report()))
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    @Test
    void recordsAreThereForThoseConcernedAndForNobodyElse() {
        var records = new ArrayList<String>();
        records.add("/factories/" + factory);
        for (var caseId : List.of(investment, income)) {
            records.add("/instances/" + caseId);
            records.add("/instances/" + caseId + "/diagram");
        }
        documents(investment).forEach(id -> records.add("/documents/" + id));
        var task = own("/instances/" + income).at("/current/0/task").asString();
        records.add("/tasks/" + task);
        var study =
                own("/instances/" + investment).at("/values/feasibilityStudy/0").asString();
        records.add("/attachments/" + study);
        records.add("/attachments/" + study + "/content");

        assertThat(records).hasSizeGreaterThanOrEqualTo(10);
        for (var record : records) {
            for (var concerned :
                    List.of(FactoryJourney.SCHOOL, FactoryJourney.FINANCE + ".handler", "admin", "auditor")) {
                assertThat(status(concerned, record))
                        .as("%s for %s", record, concerned)
                        .isEqualTo(200);
            }
            for (var stranger : STRANGERS) {
                assertThat(status(stranger, record))
                        .as("%s for %s", record, stranger)
                        .isEqualTo(404);
            }
        }
        for (var document : documents(investment)) {
            for (var stranger : STRANGERS) {
                assertThat(status(stranger, "/documents/" + document + "/content"))
                        .as("the PDF for %s", stranger)
                        .isEqualTo(404);
            }
        }
    }

    @Test
    void strangersCannotActAndFindNothing() {
        var task = own("/instances/" + income).at("/current/0/task").asString();
        for (var stranger : STRANGERS) {
            var api = journey.as(stranger);
            assertThat(api.post("/tasks/" + task + "/complete", Map.of("values", Map.of("filing", "FILE")))
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(api.post("/instances/" + income + "/withdrawal", Map.of("reason", "试一试"))
                            .status())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(api.get("/documents?case=" + investment)).as(stranger).isEmpty();
            assertThat(api.get("/factories?q=不相干者看不到的工厂").get("total").asInt())
                    .as(stranger)
                    .isZero();
            assertThat(api.get("/instances?q=不相干者看不到的工厂").get("total").asInt())
                    .as(stranger)
                    .isZero();
        }
        assertThat(own("/instances/" + income).at("/current/0/step").asString()).isEqualTo("fileIncome");
    }

    private Map<String, Object> report() {
        return Map.of(
                "factory",
                factory,
                "title",
                "不相干者看不到的工厂的收益",
                "eventDate",
                journey.today().minusDays(3).toString(),
                "periodFrom",
                journey.today().minusDays(183).toString(),
                "periodTo",
                journey.today().minusDays(4).toString(),
                "gross",
                100,
                "cost",
                60,
                "returnAmount",
                30,
                "incomeFiles",
                List.of(journey.file(FactoryJourney.SCHOOL)));
    }

    private List<String> documents(String caseId) {
        return own("/documents?case=" + caseId)
                .valueStream()
                .map(document -> document.get("id").asString())
                .toList();
    }

    private JsonNode own(String path) {
        return journey.as(FactoryJourney.SCHOOL).get(path);
    }

    private int status(String person, String path) {
        return journey.as(person).status(path);
    }
}
