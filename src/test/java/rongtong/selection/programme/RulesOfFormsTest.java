package rongtong.selection.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rongtong.form.Form;
import rongtong.form.FormModel;
import rongtong.form.Violation;

/** Rules of the documents as the application forms themselves keep them: refused, or a reason asked for (D9). */
class RulesOfFormsTest {

    private static boolean asksForReason(String form, Map<String, Object> answers) throws IOException {
        var model = new FormModel(Form.parse(Files.readString(Path.of("forms/selection", form + ".form"))), answers);
        return model.visible().stream()
                .anyMatch(instance ->
                        instance.field().key().filter("deviationReason"::equals).isPresent());
    }

    @ParameterizedTest
    @DisplayName("R-ZJ-24 an enterprise above designated size offers posts for 2 to 3 percent, or says why not")
    @CsvSource({
        "YES, 1000, 20, false",
        "YES, 1000, 30, false",
        "YES, 1000, 25, false",
        "YES, 1000, 19, true",
        "YES, 1000, 31, true",
        "YES, 1000, 0, true",
        "NO, 1000, 0, false"
    })
    void internshipPosts(String aboveSize, int employees, int posts, boolean reason) throws IOException {
        assertThat(asksForReason(
                        "application-integrated-enterprise",
                        Map.of("aboveSize", aboveSize, "employees", employees, "internshipPosts", posts)))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @DisplayName(
            "R-ZJ-13 R-GB-06 research led by a university or institute has an enterprise and a plan, or says why not")
    @CsvSource({
        "SCHOOL, 1, 方案, false",
        "INSTITUTE, 1, 方案, false",
        "SCHOOL, 0, 方案, true",
        "INSTITUTE, 1, '', true",
        "SCHOOL, 0, '', true",
        "ENTERPRISE, 0, '', false"
    })
    void enterprisesAndPlan(String lead, int enterprises, String plan, boolean reason) throws IOException {
        var answers = new HashMap<String, Object>(Map.of("leadKind", lead, "commercialisationPlan", plan));
        answers.put("partners", enterprises == 0 ? List.of() : List.of(Map.of("name", "某企业", "role", "试制")));

        assertThat(asksForReason("application-research-project", answers)).isEqualTo(reason);
    }

    @Test
    @DisplayName(
            "R-JL-10 a school that asks for the factory pilot promises to make no profit; R-JL-08 it names its partners")
    void theFactoryPilotIsNotForProfit() throws IOException {
        assertThat(factoryPilot(Map.of("nonProfit", false))).containsKeys("nonProfit", "partnerQuality");
        assertThat(factoryPilot(Map.of("nonProfit", true, "partnerQuality", "合作企业为省内龙头，信用良好。")))
                .doesNotContainKeys("nonProfit", "partnerQuality");
    }

    @ParameterizedTest
    @DisplayName("R-JL-07 a factory is the school's alone, of shareholders or of mixed ownership")
    @CsvSource({"SCHOOL_ONLY, true", "SHAREHOLDING, true", "MIXED, true", "ENTERPRISE_ONLY, false"})
    void ownershipOfAFactory(String ownership, boolean possible) throws IOException {
        assertThat(factoryPilot(Map.of("ownership", ownership)).containsKey("ownership"))
                .isNotEqualTo(possible);
    }

    private static Map<String, List<Violation>> factoryPilot(Map<String, Object> answers) throws IOException {
        return new FormModel(
                        Form.parse(Files.readString(Path.of("forms/selection/application-factory-pilot.form"))),
                        answers)
                .validate();
    }
}
