package rongtong.selection.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.RongtongTest;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.shared.Message;

/** Who may apply, asked of the real tables and the real organisations. */
@RongtongTest
class EligibilityTest {

    @Autowired
    Eligibility eligibility;

    @Autowired
    Programmes programmes;

    @Autowired
    Organizations organizations;

    private String reason(String programme, String track, String organization) {
        var found = programmes.published(programme).orElseThrow();
        return eligibility
                .check(found, found.track(track).orElseThrow(), organization)
                .map(Message::key)
                .map(key -> key.replace("selection.eligibility.", ""))
                .orElse("");
    }

    @ParameterizedTest
    @DisplayName("R-JL-35 a region is a city or prefecture of Jilin, and its government applies")
    @CsvSource({
        "JL-CITY-CC, ''",
        "JL-CITY-YB, ''",
        "JL-CCNA, not-city-government",
        "JL-CBS, not-city-government",
        "JL-GOVGO, not-city-government",
        "LN-CITY-SY, outside",
        "JL-EDU, kind"
    })
    void regionsOfThe223Plan(String organization, String reason) {
        assertThat(reason("jl-223", "region", organization)).isEqualTo(reason);
    }

    @ParameterizedTest
    @DisplayName("R-JL-03 R-JL-36 vocational schools of Jilin, technician schools included, public or not")
    @CsvSource({
        "school-demo-220200-voc, ''",
        "school-demo-220200-tech, ''",
        "school-demo-220100-private, ''",
        "school-4122012902, ''",
        "school-4121010142, outside",
        "ent-demo-good, kind"
    })
    void schoolsOfThe223Plan(String organization, String reason) {
        assertThat(reason("jl-223", "school", organization)).isEqualTo(reason);
    }

    @ParameterizedTest
    @DisplayName("R-JL-03 R-JL-09 the factory pilot is for public vocational and technician schools")
    @CsvSource({
        "school-demo-220200-voc, ''",
        "school-demo-220200-tech, ''",
        "school-demo-220100-private, not-public",
        "school-sec-09, ownership-unknown",
        "school-4121010142, outside",
        "ent-demo-good, kind"
    })
    void schoolsOfTheFactoryPilot(String organization, String reason) {
        assertThat(reason("jl-factory-pilot", "school", organization)).isEqualTo(reason);
    }

    @Test
    @DisplayName(
            "R-JL-03 no school of Jilin is left out of the 223 plan but universities; R-JL-09 nor of the pilot but private ones")
    void everySchoolOfJilin() {
        var schools = organizations.find(OrganizationFilter.of(OrganizationKind.SCHOOL), 0, 1000).items().stream()
                .map(row -> organizations.get(row.code()))
                .filter(school -> school.province().equals("JL"))
                .toList();

        assertThat(schools).hasSizeGreaterThan(100);
        for (var school : schools) {
            var isVocational = !"普通本科".equals(school.schoolType());
            assertThat(reason("jl-223", "school", school.code()).isEmpty())
                    .as(school.code())
                    .isEqualTo(isVocational);
            assertThat(reason("jl-factory-pilot", "school", school.code()).isEmpty())
                    .as(school.code())
                    .isEqualTo(isVocational && "公办".equals(school.ownership()));
        }
    }

    @ParameterizedTest
    @DisplayName("R-LN-19 R-JL-38 R-GB-17 national pilots are for cities, industries and enterprises")
    @CsvSource({
        "jl-national-pilot, city, JL-CITY-CC, ''",
        "jl-national-pilot, city, LN-CITY-SY, outside",
        "jl-national-pilot, industry, JL-ACFIC, ''",
        "jl-national-pilot, industry, JL-IIT, ''",
        "jl-national-pilot, industry, JL-EDU, not-industry",
        "jl-national-pilot, enterprise, ent-demo-good, ''",
        "jl-national-pilot, enterprise, school-demo-220200-voc, kind",
        "ln-national-pilot, city, LN-CITY-SY, ''",
        "ln-national-pilot, city, LN-GOV, not-city-government",
        "ln-national-pilot, enterprise, ent-000410, ''",
        "zj-national-pilot, city, ZJ-CITY-HZ, ''",
        "zj-national-pilot, enterprise, ent-000410, outside"
    })
    void nationalPilots(String programme, String track, String organization, String reason) {
        assertThat(reason(programme, track, organization)).isEqualTo(reason);
    }

    @Test
    @DisplayName("R-ZJ-32 in Zhejiang key schools apply for national pilots too, in the other provinces they do not")
    void keySchoolsOfZhejiang() {
        assertThat(reason("zj-national-pilot", "school", inZhejiang(OrganizationKind.SCHOOL)))
                .isEmpty();
        assertThat(programmes.published("jl-national-pilot").orElseThrow().track("school"))
                .isEmpty();
    }

    @Test
    @DisplayName("R-ZJ-27 the chair unit applies for an alliance: a school, enterprise or institute of Zhejiang")
    void chairUnitsOfZhejiang() {
        for (var kind :
                new OrganizationKind[] {OrganizationKind.SCHOOL, OrganizationKind.ENTERPRISE, OrganizationKind.INSTITUTE
                }) {
            assertThat(reason("zj-demonstration-alliance", "alliance", inZhejiang(kind)))
                    .as(kind.name())
                    .isEmpty();
        }
        assertThat(reason("zj-demonstration-alliance", "alliance", "school-4121010142"))
                .isEqualTo("outside");
        assertThat(reason("zj-demonstration-alliance", "alliance", "ZJ-CITY-HZ"))
                .isEqualTo("kind");
    }

    @Test
    @DisplayName("R-ZJ-34 R-ZJ-25 R-ZJ-13 enterprises, bases and projects of Zhejiang")
    void othersOfZhejiang() {
        assertThat(reason("zj-integrated-enterprise", "enterprise", inZhejiang(OrganizationKind.ENTERPRISE)))
                .isEmpty();
        assertThat(reason("zj-integrated-enterprise", "enterprise", inZhejiang(OrganizationKind.SCHOOL)))
                .isEqualTo("kind");
        assertThat(reason("zj-training-base", "base", inZhejiang(OrganizationKind.SCHOOL)))
                .isEmpty();
        assertThat(reason("zj-cooperative-project", "research", inZhejiang(OrganizationKind.INSTITUTE)))
                .isEmpty();
        assertThat(reason("zj-cooperative-project", "education", inZhejiang(OrganizationKind.INSTITUTE)))
                .isEqualTo("kind");
        assertThat(reason("zj-cooperative-project", "education", "school-4121010142"))
                .isEqualTo("outside");
    }

    private String inZhejiang(OrganizationKind kind) {
        return organizations
                .find(OrganizationFilter.parse(kind.name(), null, "ZJ", null, null), 0, 1)
                .items()
                .getFirst()
                .code();
    }
}
