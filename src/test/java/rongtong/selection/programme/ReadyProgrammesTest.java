package rongtong.selection.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.form.Form;
import rongtong.organization.Organizations;
import rongtong.policy.Clauses;
import rongtong.policy.Rules;
import rongtong.robot.FormFiller;
import rongtong.workflow.Basis;
import rongtong.workflow.engine.ProcessModels;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The programmes that come with the program: every word of theirs leads somewhere. */
@RongtongTest
class ReadyProgrammesTest {

    @Autowired
    Programmes programmes;

    @Autowired
    ProgrammeData data;

    @Autowired
    Eligibility eligibility;

    @Autowired
    Clauses clauses;

    @Autowired
    Rules rules;

    @Autowired
    Organizations organizations;

    @Autowired
    ProcessModels models;

    @Autowired
    Basis basis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper mapper;

    static Stream<Path> files() throws IOException {
        try (var all = Files.list(Path.of("src/main/resources/data/programmes"))) {
            return all.sorted().toList().stream();
        }
    }

    private Programme programme(Path file) {
        return programmes
                .published(file.getFileName().toString().replace(".json", ""))
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("files")
    void restsOnClausesAndRulesThatExist(Path file) {
        var programme = programme(file);

        assertThat(programme.clauses()).isNotEmpty();
        assertThat(programme.clauses())
                .allSatisfy(clause -> assertThat(clauses.find(clause)).isPresent());
        assertThat(programme.targets())
                .allSatisfy(rule -> assertThat(rules.find(rule)).isPresent());
    }

    @ParameterizedTest
    @DisplayName("A step cites the clause of its matter where the programme names it, else the programme's first")
    @CsvSource(
            delimiter = '|',
            value = {
                "jl-223                     | JL-2018-48 (二十九) | JL-2018-48 (三十三) | JL-2018-48 (二十七)",
                "jl-factory-pilot           | JL-2018-48 (十一)  | JL-2018-48 (三十三) | JL-2018-48 (二十七)",
                "jl-national-pilot          | JL-2018-48 (二十九) | JL-2018-48 (二十九) | JL-2018-48 (二十七)",
                "ln-national-pilot          | LN-2018 二(五)4    | LN-2018 二(五)4    | LN-2018 二(四)4",
                "zj-cooperative-project     | ZJ-2018 一        | ZJ-2018 一        | ZJ-2018 七",
                "zj-demonstration-alliance  | ZJ-2018 (十七)     | ZJ-2018 (十七)     | ZJ-2018 七",
                "zj-integrated-enterprise   | ZJ-2018 (二十一)   | ZJ-2018 (二十一)   | ZJ-2018 七",
                "zj-national-pilot          | ZJ-2018 (二十一)   | ZJ-2018 (二十一)   | ZJ-2018 七",
                "zj-training-base           | ZJ-2018 (十六)     | ZJ-2018 (十六)     | ZJ-2018 七"
            })
    void itsStepsCiteItsOwnClauses(String key, String selection, String credit, String evaluation) {
        var own = programmes.published(key).orElseThrow().basis();

        for (var step : List.of(
                step("pilot-application", "writeApplication"),
                step("pilot-recommendation", "recommend"),
                step("panel-review", "scoreApplications"),
                step("selection-decision", "decideJointly"))) {
            assertThat(basis.of(step.clause(), own)).as(step.id()).isEqualTo(selection);
        }
        assertThat(basis.of(step("pilot-check", "judgeCredit").clause(), own)).isEqualTo(credit);
        assertThat(basis.of(
                        models.latest("pilot-evaluation")
                                .orElseThrow()
                                .properties()
                                .get("clause"),
                        own))
                .isEqualTo(evaluation);
    }

    private ProcessModels.StepModel step(String process, String step) {
        return models.latest(process).orElseThrow().step(step);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFunctionIsAnsweredForInItsProvince(Path file) {
        var programme = programme(file);

        assertThat(programme.leads()).isNotEmpty().doesNotContainAnyElementsOf(programme.participants());
        for (var function : Stream.concat(programme.leads().stream(), programme.participants().stream())
                .toList()) {
            assertThat(organizations.findResponsible(programme.province(), function))
                    .as(function)
                    .isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("D8: panels are odd and at least five; weights sum to 100; tables and forms are there")
    void everyTrackIsWhole(Path file) {
        var programme = programme(file);
        var keys = new HashSet<String>();

        assertThat(programme.tracks()).isNotEmpty().allMatch(track -> keys.add(track.key()));
        for (var track : programme.tracks()) {
            assertThat(track.criteria().stream().mapToInt(Criterion::weight).sum())
                    .isEqualTo(100);
            assertThat(track.criteria()).extracting(Criterion::key).doesNotHaveDuplicates();
            assertThat(track.panelSize()).isOdd().isGreaterThanOrEqualTo(5);
            assertThat(eligibility.tables()).contains(track.eligibility());
            assertThat(Path.of("forms/selection", track.form() + ".form")).exists();
        }
        assertThat(programme.defaults())
                .as("D6 is no clause")
                .anyMatch(note -> note.zh().contains("公示"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFormAsksForTitleSummaryAndPartnersAndCanBeFilledByAProgram(Path file) throws IOException {
        for (var track : programme(file).tracks()) {
            var json = Files.readString(Path.of("forms/selection", track.form() + ".form"));
            var form = Form.parse(json);
            assertThat(form.fields().stream().flatMap(field -> field.key().stream()))
                    .as(track.form())
                    .contains("title", "summary", "goals", "measures");
            assertThat(form.components().stream().filter(field -> "partners".equals(field.property("path"))))
                    .as(track.form())
                    .hasSize(1);
            for (long seed = 1; seed <= 20; seed++) {
                var filler = new FormFiller(new Random(seed), address -> List.of("ent-demo-good"), 0.5);
                var answers = filler.fill(json, Map.of());
                var model = new rongtong.form.FormModel(form, answers);
                assertThat(model.submit().violations())
                        .as("%s %s", track.form(), seed)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jl-223, region, EXACTLY, 2",
        "jl-223, school, ABOUT, 20",
        "jl-factory-pilot, school, OPEN, 0",
        "zj-demonstration-alliance, alliance, AT_LEAST, 10",
        "zj-integrated-enterprise, enterprise, AT_LEAST, 300",
        "zj-training-base, base, AT_LEAST, 100",
        "zj-cooperative-project, education, AT_LEAST, 500"
    })
    @DisplayName("R-JL-35 R-JL-36 R-JL-09 R-ZJ-27 R-ZJ-03 R-ZJ-02 R-ZJ-04 the quotas are those of the documents")
    void quotasAreThoseOfTheDocuments(String programme, String track, Quota.Kind kind, int places) {
        assertThat(programmes
                        .published(programme)
                        .orElseThrow()
                        .track(track)
                        .orElseThrow()
                        .quota())
                .isEqualTo(new Quota(kind, places));
    }

    @Test
    @DisplayName(
            "R-JL-35 R-JL-37 trap 14: three criteria, about 300 partners, and finance takes no part in the 223 plan")
    void the223PlanIsThatOfTheClause() {
        var plan = programmes.published("jl-223").orElseThrow();

        assertThat(plan.leads()).containsExactly("education", "human-resources", "development-reform");
        assertThat(plan.participants()).containsExactly("industry", "state-assets");
        assertThat(plan.partners()).isEqualTo(new Quota(Quota.Kind.ABOUT, 300));
        for (var track : plan.tracks()) {
            assertThat(track.criteria())
                    .extracting(Criterion::key, Criterion::weight)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("representativeness", 40),
                            org.assertj.core.groups.Tuple.tuple("will-to-reform", 30),
                            org.assertj.core.groups.Tuple.tuple("basic-conditions", 30));
        }
    }

    @ParameterizedTest
    @CsvSource({"jl-national-pilot", "ln-national-pilot", "zj-national-pilot"})
    @DisplayName("R-GB-17 R-LN-19 R-JL-38 cities, industries and enterprises are judged by the three criteria")
    void nationalPilotsAreJudgedByThreeCriteria(String key) {
        var pilot = programmes.published(key).orElseThrow();

        assertThat(pilot.tracks()).extracting(Track::key).contains("city", "industry", "enterprise");
        assertThat(pilot.tracks())
                .allSatisfy(track -> assertThat(track.criteria())
                        .extracting(Criterion::key)
                        .containsExactly("representativeness", "influence", "will-to-reform"));
    }

    @Test
    @DisplayName("R-ZJ-30 in Zhejiang what is a provincial project already comes first among equals")
    void zhejiangPutsItsProjectsFirst() {
        assertThat(programmes
                        .published("zj-national-pilot")
                        .orElseThrow()
                        .scoring()
                        .ties()
                        .getFirst()
                        .kind())
                .isEqualTo(Scoring.Tie.Kind.PROVINCIAL_PROJECT);
    }

    @Test
    @DisplayName("R-ZJ-31 the provincial government of Zhejiang is asked before a recommendation")
    void zhejiangAsksItsGovernment() {
        assertThat(programmes.published("zj-national-pilot").orElseThrow().participants())
                .contains("government");
    }

    @Test
    @Transactional
    void aChangedFileIsANewVersionAndThePublishedOneStays() throws IOException {
        var file = mapper.readValue(
                Files.readString(Path.of("src/main/resources/data/programmes/jl-223.json")), ObjectNode.class);
        var before = programmes.published("jl-223").orElseThrow();

        assertThat(data.enter(file)).as("unchanged").isFalse();
        file.put("noticeDays", 7);
        assertThat(data.enter(file)).isTrue();

        var after = programmes.published("jl-223").orElseThrow();
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.noticeDays()).isEqualTo(7);
        assertThat(programmes.get("jl-223", before.version())).isEqualTo(before);
    }

    @Test
    @Transactional
    void whatSomebodyPublishedIsNotReplacedByAFile() throws IOException {
        jdbc.sql("update selection.programme set edited_by = 'jl-edu.handler' where key = 'jl-223'")
                .update();
        var file = mapper.readValue(
                Files.readString(Path.of("src/main/resources/data/programmes/jl-223.json")), ObjectNode.class);

        assertThat(data.enter(file.put("noticeDays", 7))).isFalse();
    }
}
