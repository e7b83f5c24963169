package rongtong.selection.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.factory.FactoryJourney;

/** The registers for programs, with the demonstration data. */
@RongtongTest
class RecognitionControllerTest {

    @LocalServerPort
    int port;

    @Autowired
    FactoryJourney journey;

    @BeforeEach
    void connect() {
        journey.at(port);
    }

    @Test
    void listedFilteredAndFoundByNumber() {
        var found = journey.as("jl-edu.handler").get("/pilots?register=enterprise&province=ZJ&status=active&size=1");
        assertThat(found.get("total").asInt()).isGreaterThanOrEqualTo(2);
        var row = found.get("items").get(0);
        assertThat(row.get("register").asString()).isEqualTo("ENTERPRISE");
        assertThat(row.get("code").asString()).isEqualTo(row.get("id").asString());

        var number = URLEncoder.encode(row.get("number").asString(), StandardCharsets.UTF_8);
        var one = journey.as("jl-edu.handler").get("/pilots/" + number);
        assertThat(one.get("row").get("id").asString()).isEqualTo(row.get("id").asString());
        assertThat(one.get("mayOrderEvaluation").asBoolean()).isFalse();
        journey.as("jl-edu.handler").send("GET", "/pilots/none", null).expect(404);
    }

    @Test
    void targetsCarryTheirRuleAndClause() {
        var targets = journey.as("ent-000030").get("/pilots/targets");
        var bases = targets.valueStream()
                .filter(target -> target.get("rule").asString().equals("R-ZJ-02"))
                .findFirst()
                .orElseThrow();
        assertThat(bases.get("amount").asInt()).isEqualTo(100);
        assertThat(bases.get("year").asInt()).isEqualTo(2025);
        assertThat(bases.get("quotation").asString()).contains("实习实训基地");
        assertThat(bases.get("reached").asInt()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void anEvaluationIsOrderedByTheConvenerOnlyAndOnlyWhereThereIsACase() {
        var demonstration = journey.as("jl-edu.handler")
                .get("/pilots?register=pilot&q=长春市产教融合建设试点")
                .get("items")
                .get(0)
                .get("id")
                .asString();
        var reason = Map.of("reason", "国家统一部署第三方评价");
        var path = "/pilots/" + demonstration + "/evaluations";
        journey.as("jl-fin.handler").post(path, reason).expect(403);
        journey.as("jl-edu.handler").post(path, Map.of()).expect(422);
        journey.as("jl-edu.handler").post(path, reason).expect(422);
    }
}
