package rongtong.credit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.robot.Api;

/** Who sees which credit, over REST. */
@RongtongTest
class CreditRegisterTest {

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    Credits credits;

    @Test
    @DisplayName("R-JL-39 the demonstration has one enterprise of bad credit, one sanctioned and one repaired")
    void theDemonstrationHasGoodAndBad() {
        assertThat(credits.of("ent-demo-dishonest").isGood()).isFalse();
        assertThat(credits.of("ent-demo-sanctioned").isGood()).isFalse();
        assertThat(credits.of("ent-demo-repaired").isGood()).isTrue();
        assertThat(credits.of("ent-demo-remark").isGood()).isTrue();
        assertThat(credits.of("ent-000800").isGood()).isTrue();
    }

    @Test
    void administratorsAndAuditorsSeeTheWholeRegister() {
        var found = api("auditor").get("/credits?q=远东");

        assertThat(found.get("total").asInt()).isEqualTo(1);
        assertThat(found.get("items").get(0).get("organization").asString()).isEqualTo("ent-demo-dishonest");
        assertThat(api("admin").get("/credits").get("total").asInt()).isGreaterThanOrEqualTo(4);
        api("jl-fin.handler").send("GET", "/credits", null).expect(403);
        api("ent-demo-good").send("GET", "/credits", null).expect(403);
    }

    @Test
    void departmentsSeeAnybodysStandingOthersTheirOwn() {
        assertThat(api("jl-fin.handler")
                        .get("/credits/ent-demo-dishonest")
                        .get("good")
                        .asBoolean())
                .isFalse();
        assertThat(api("ent-demo-good")
                        .get("/credits/ent-demo-good")
                        .get("good")
                        .asBoolean())
                .isTrue();
        api("ent-demo-good").send("GET", "/credits/ent-demo-dishonest", null).expect(404);
        api(null).send("GET", "/credits/ent-demo-dishonest", null).expect(401);
    }

    private Api api(String username) {
        return new Api(port, username, password);
    }
}
