package rongtong.robot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.factory.FactoryJourney;

/** A program that knows nothing of the procedures walks them to an end through REST alone. */
@RongtongTest
class WalkTest {

    /** Steps whose form is the application; money and files have to fit together there. */
    static final Set<String> APPLICATIONS = Set.of("start", "reviseApplication", "correctApplication");

    @Autowired
    FactoryJourney journey;

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void endsTheTestProcess(long seed) {
        var walker = new Walker(new Api(port, "admin", password), seed);

        var end = walker.walk(walker.start("ln-edu.handler", "three-steps"));

        assertThat(end.get("status").asString()).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(longs = {11})
    void endsTheFoundingOfAnAlliance(long seed) {
        var walker = new Walker(new Api(port, "admin", password), seed);

        var end = walker.walk(walker.start("ln-iit.handler", "alliance-founding"));

        assertThat(end.get("status").asString()).isEqualTo("COMPLETED");
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void endsTheApprovalOfAnInvestment(long seed) {
        journey.at(port);
        var application = journey.application(FactoryJourney.SCHOOL);
        application.put("title", "机器人工厂" + seed);
        var walker = new Walker(new Api(port, "admin", password), seed).deciding((step, values) -> {
            if (APPLICATIONS.contains(step)) {
                values.clear();
                values.putAll(application);
            }
        });

        var end = walker.walk(walker.start(FactoryJourney.SCHOOL, "factory-investment"));

        assertThat(end.get("status").asString()).isEqualTo("COMPLETED");
    }
}
