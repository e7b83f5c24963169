package rongtong.robot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;

/** A program that knows nothing of the procedures walks them to an end through REST alone. */
@RongtongTest
class WalkTest {

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
}
