package rongtong.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.env.MockEnvironment;

class DatabaseFailureAnalyzerTest {

    static final String URL = "jdbc:postgresql://db.example:5432/rongtong?password=secret";

    static DatabaseFailureAnalyzer analyzer(String url) {
        return new DatabaseFailureAnalyzer(new MockEnvironment()
                .withProperty("spring.datasource.url", url)
                .withProperty("spring.datasource.username", "wang"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of("28P01", null, "refuses the user \"wang\""),
                Arguments.of("3D000", null, "There is no such database"),
                Arguments.of("42501", null, "may not create"),
                Arguments.of("08001", new ConnectException("Connection refused"), "cannot be reached"),
                Arguments.of("08001", new UnknownHostException("db.example"), "no computer of the name"),
                Arguments.of("08001", new SocketTimeoutException("connect timed out"), "does not answer"),
                Arguments.of("08001", new EOFException(), "is no PostgreSQL server"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("refusals")
    void eachReasonHasItsSentence(String state, Exception cause, String sentence) {
        var failure = new IllegalStateException(new SQLException("FATAL", state, cause));

        var analysis = analyzer(URL).analyze(failure);

        assertThat(analysis.getDescription()).contains(sentence).doesNotContain("secret");
        assertThat(analysis.getAction()).isNotBlank();
    }

    @Test
    void anotherKindOfDatabaseIsNamed() {
        var analysis = analyzer("jdbc:mysql://localhost/x").analyze(new IllegalStateException("no driver"));

        assertThat(analysis.getDescription()).contains("jdbc:mysql://localhost/x", "no PostgreSQL");
    }

    @Test
    void aFolderInUseIsNamed() {
        var failure = new IllegalStateException(new DataDirectory.InUse(Path.of("/data")));

        assertThat(analyzer("").analyze(failure).getDescription()).contains("/data", "in use");
    }

    @Test
    void whatHasNothingToDoWithTheDatabaseIsLeftToOthers() {
        assertThat(analyzer(URL).analyze(new IllegalStateException("something else")))
                .isNull();
        assertThat(analyzer("").analyze(new SQLException("x", "08001"))).isNull();
    }
}
