package rongtong.factory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of {@code factory-routing.dmn}, and what falls through it. */
class FactoryRoutingTableTest {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final DmnDecision table = read();

    @ParameterizedTest
    @DisplayName("R-JL-03 R-JL-14 kind of school, founder and level decide the two functions")
    @CsvSource({
        "技工院校, '', PROVINCE, human-resources",
        "技工院校, '', CITY, human-resources",
        "技工院校, '', COUNTY, human-resources",
        "技工院校, health, CITY, human-resources",
        "中等职业学校, '', CITY, education",
        "中等职业学校, '', COUNTY, education",
        "中等职业学校, education, CITY, education",
        "高职专科, '', PROVINCE, education",
        "职业本科, '', PROVINCE, education",
        "中等职业学校, health, CITY, health",
        "中等职业学校, human-resources, COUNTY, human-resources",
        "高职专科, transport, PROVINCE, transport"
    })
    void aVocationalSchoolHasARoute(String type, String founder, String level, String industry) {
        var result = decide(type, founder, level);

        assertThat(result).hasSize(1);
        assertThat(result.getSingleResult().getEntryMap())
                .containsExactlyInAnyOrderEntriesOf(Map.of("industryFunction", industry, "financeFunction", "finance"));
    }

    @ParameterizedTest
    @CsvSource({"普通本科, '', PROVINCE", "普通本科, '', NATIONAL", "高职专科, '', NATIONAL", "'', '', CITY"})
    void othersHaveNone(String type, String founder, String level) {
        assertThat(decide(type, founder, level)).isEmpty();
    }

    @Test
    void theTableIsKeptByTheEngineUnderItsFileName() {
        assertThat(table.getKey()).isEqualTo("factory-routing");
    }

    private org.camunda.bpm.dmn.engine.DmnDecisionTableResult decide(String type, String founder, String level) {
        return engine.evaluateDecisionTable(
                table, Map.<String, Object>of("schoolType", type, "founder", founder, "level", level));
    }

    private DmnDecision read() {
        try (InputStream file = Files.newInputStream(Path.of("bpmn/factory/factory-routing.dmn"))) {
            return engine.parseDecision("factory-routing", file);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
