package rongtong.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.RongtongTest;
import rongtong.identity.Accounts;
import rongtong.organization.Organization;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationLevel;
import rongtong.organization.Organizations;
import rongtong.organization.Regions;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/** Schools find their departments in the real data. */
@RongtongTest
class RoutesTest {

    @Autowired
    Routes routes;

    @Autowired
    Organizations organizations;

    @Autowired
    Regions regions;

    @Autowired
    Accounts accounts;

    @ParameterizedTest
    @DisplayName("R-JL-14 trap 3: finance is that of the school's own level, province, city or county")
    @CsvSource({
        "school-4122012902, JL-EDU, JL-FIN",
        "school-demo-220000-tech, JL-HRSS, JL-FIN",
        "school-demo-220200-voc, JL-220200-EDU, JL-220200-FIN",
        "school-demo-220200-tech, JL-220200-HRSS, JL-220200-FIN",
        "school-demo-220100-health, JL-220100-HC, JL-220100-FIN",
        "school-demo-220581-voc, JL-220581-EDU, JL-220581-FIN",
        "school-demo-220581-tech, JL-220581-HRSS, JL-220581-FIN",
        "school-demo-220104-voc, JL-220104-EDU, JL-220104-FIN",
        "school-demo-222400-voc, JL-222400-EDU, JL-222400-FIN"
    })
    void aSchoolIsReviewedAndDecidedAtItsOwnLevel(String school, String industry, String finance) {
        assertThat(routes.of(school)).isEqualTo(new Route(industry, finance));
    }

    @Test
    @DisplayName("R-JL-14 every city and county of Jilin has its education, human-resources and finance department")
    void everyCityAndCountyHasItsDepartments() {
        var codes = new ArrayList<String>();
        for (var level : new String[] {"prefecture", "county"}) {
            regions.find(null, level, null, 0, 500).items().stream()
                    .map(region -> region.code())
                    .filter(code -> code.startsWith("22"))
                    .forEach(codes::add);
        }

        assertThat(codes).hasSizeGreaterThan(60);
        for (var code : codes) {
            for (var function : new String[] {"education", "human-resources", "finance"}) {
                var department = organizations.get(organizations.responsible(code, function));
                assertThat(department.region()).isEqualTo(code);
                assertThat(department.level())
                        .isEqualTo(code.endsWith("00") ? OrganizationLevel.CITY : OrganizationLevel.COUNTY);
                assertThat(accounts.members(department.code() + ":HANDLER")).hasSize(1);
                assertThat(accounts.members(department.code() + ":LEADER")).hasSize(1);
            }
        }
        assertThat(organizations.name("JL-220104-EDU")).isEqualTo("长春市朝阳区教育局");
        assertThat(organizations.name("JL-220122-FIN")).isEqualTo("农安县财政局");
    }

    @Test
    @DisplayName("R-JL-03 R-JL-09 each public vocational or technician school of Jilin has a route, nobody else")
    void publicVocationalSchoolsHaveARouteAndNobodyElse() {
        var schools = organizations
                .find(OrganizationFilter.parse("SCHOOL", null, null, null, null), 0, 1000)
                .items();

        assertThat(schools).hasSizeGreaterThan(300);
        for (var row : schools) {
            var school = organizations.get(row.code());
            assertThat(routes.refusal(row.code()).isEmpty()).as(row.name()).isEqualTo(mayApply(school));
        }
    }

    private static boolean mayApply(Organization school) {
        return school.province().equals("JL")
                && "公办".equals(school.ownership())
                && !"普通本科".equals(school.schoolType())
                && !"transport".equals(school.founder());
    }

    @ParameterizedTest
    @CsvSource({
        "school-4121010142, factory.route.outside",
        "school-sec-09, factory.route.ownership-unknown",
        "school-demo-220100-private, factory.route.private",
        "school-demo-220100-transport, factory.route.no-industry-department"
    })
    void aSchoolWithoutARouteIsToldWhy(String school, String key) {
        assertThat(routes.refusal(school)).map(Message::key).contains(key);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> routes.of(school))
                .satisfies(no -> assertThat(no.explanation().key()).isEqualTo(key));
    }
}
