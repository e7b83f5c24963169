package rongtong.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

@RongtongTest
class OrganizationsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Organizations organizations;

    @Autowired
    OrganizationData data;

    @Autowired
    Regions regions;

    @Autowired
    Majors majors;

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aDepartmentIsCalledWhatItWasCalledOnTheDay() {
        assertThat(organizations.name("LN-AGRI", LocalDate.of(2017, 6, 1))).isEqualTo("辽宁省农委");
        assertThat(organizations.name("LN-AGRI", LocalDate.of(2018, 10, 1))).isEqualTo("辽宁省农业农村厅");
        assertThat(organizations.name("LN-IIT")).isEqualTo("辽宁省工业和信息化厅");
    }

    @Test
    void namesAreEnglishForTheEnglishSpeakerWhereOneIsKnown() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(organizations.name("LN-EDU")).isEqualTo("Liaoning Department of Education");
        assertThat(organizations.name("school-4121010142")).isEqualTo("沈阳工业大学");
    }

    @Test
    void functionsAreResolvedByProvince() {
        assertThat(organizations.responsible("LN", "industry")).isEqualTo("LN-IIT");
        assertThat(organizations.responsible("ZJ", "industry")).isEqualTo("ZJ-EIT");
        assertThat(organizations.functionsOf("LN-SVCDEPTS")).containsExactly("commerce", "services");
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> organizations.responsible("LN", "weather"));
    }

    @Test
    void aListIsNarrowedByKindRegionProvinceSectorAndText() {
        assertThat(total(OrganizationFilter.parse("school,institute", null, "LN", null, null)))
                .isEqualTo(116 + 9);
        assertThat(total(OrganizationFilter.parse("SCHOOL", "210200", null, null, "理工")))
                .isEqualTo(1);
        assertThat(total(OrganizationFilter.parse("enterprise", null, null, "agriculture", null)))
                .isEqualTo(3);
        assertThat(total(OrganizationFilter.parse("school", null, "!LN", null, "吉林大学")))
                .isEqualTo(1);
        assertThat(total(OrganizationFilter.parse(null, null, null, null, "100%_")))
                .isZero();
    }

    @Test
    void aPageSaysHowManyThereAre() {
        var page = organizations.find(OrganizationFilter.of(OrganizationKind.ENTERPRISE), 1, 20);

        assertThat(page.total())
                .isEqualTo(jdbc.sql("select count(*) from organization.organization where kind = 'ENTERPRISE'")
                        .query(Long.class)
                        .single())
                .isGreaterThan(800);
        assertThat(page.items()).hasSize(20);
        assertThat(page.items().getFirst().regionName()).isNotNull();
    }

    @Test
    void anUnknownCodeIsNotFound() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> organizations.get("nobody"));
        assertThat(organizations.name("nobody")).isEqualTo("nobody");
    }

    @Test
    void loadingTwiceChangesNothing() {
        var before = total(OrganizationFilter.all());

        data.afterPropertiesSet();

        assertThat(total(OrganizationFilter.all())).isEqualTo(before);
        assertThat(organizations.get("ent-000410").sector()).isEqualTo(Sector.INDUSTRY);
    }

    @Test
    void regionsAndMajorsAreFound() {
        assertThat(regions.find("210000", "prefecture", null, 0, 50).total()).isEqualTo(14);
        assertThat(regions.find(null, null, "沈阳", 0, 50).items()).contains(new CodeName("210100", "沈阳市"));
        assertThat(majors.find("本科", "机械", 0, 50).items())
                .anyMatch(major -> major.name().equals("机械工程"));
    }

    private long total(OrganizationFilter filter) {
        return organizations.find(filter, 0, 10).total();
    }
}
