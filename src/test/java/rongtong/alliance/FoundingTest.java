package rongtong.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Sector;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.workflow.Findings;

class FoundingTest {

    static final Proposer INDUSTRY =
            new Proposer("LN-IIT", "辽宁省工业和信息化厅", OrganizationKind.DEPARTMENT, Sector.INDUSTRY, List.of());
    static final Proposer DALIAN =
            new Proposer("LN-CITY-DL", "大连市人民政府", OrganizationKind.GOVERNMENT, null, List.of("LN-PARK-JINPU"));
    static final Proposer SCHOOL =
            new Proposer("school-4121010142", "沈阳工业大学", OrganizationKind.SCHOOL, null, List.of());

    final Findings findings = new Findings();

    @Test
    @DisplayName("R-LNA-01 a department proposes alliances of its own sector")
    void aDepartmentProposesInItsOwnSector() {
        proposal(AllianceType.SINGLE, null).check(INDUSTRY, Set.of(Sector.INDUSTRY, Sector.SERVICES), findings);

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    @DisplayName("R-LNA-01 fields of other sectors alone need a reason")
    void fieldsOfOtherSectorsAloneNeedAReason() {
        proposal(AllianceType.SINGLE, null).check(INDUSTRY, Set.of(Sector.AGRICULTURE), findings);

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings())
                .containsExactly(Message.of("alliance.propose.other-sector", Message.of("alliance.sector.INDUSTRY")));
    }

    @Test
    @DisplayName("R-LNA-14 only a government department or government starts a founding")
    void aSchoolCannotProposeAnAlliance() {
        proposal(AllianceType.SINGLE, null).check(SCHOOL, Set.of(Sector.INDUSTRY), findings);

        assertThat(findings.errors())
                .containsExactly(new FieldError("title", Message.of("alliance.propose.not-government", "沈阳工业大学")));
    }

    @Test
    @DisplayName("R-LNA-12 a department without a key park cannot propose a comprehensive alliance")
    void aDepartmentCannotProposeAComprehensiveAlliance() {
        proposal(AllianceType.COMPREHENSIVE, null).check(INDUSTRY, Set.of(Sector.INDUSTRY), findings);

        assertThat(findings.errors())
                .containsExactly(new FieldError("type", Message.of("alliance.propose.no-park", "辽宁省工业和信息化厅")));
    }

    @Test
    @DisplayName("R-LNA-12 the government that builds a key park proposes the comprehensive alliance of that park only")
    void aGovernmentProposesForTheParkThatItBuilds() {
        proposal(AllianceType.COMPREHENSIVE, "LN-PARK-JINPU").check(DALIAN, Set.of(Sector.INDUSTRY), findings);
        assertThat(findings.errors()).isEmpty();

        proposal(AllianceType.COMPREHENSIVE, "LN-PARK-SHENFU").check(DALIAN, Set.of(Sector.INDUSTRY), findings);
        assertThat(findings.errors())
                .containsExactly(new FieldError("park", Message.of("alliance.propose.other-park", "大连市人民政府")));
    }

    static Founding proposal(AllianceType type, String park) {
        return new Founding(
                UUID.fromString("5f0c2d6e-0000-0000-0000-000000000001"),
                "辽宁省装备制造校企联盟",
                Sector.INDUSTRY,
                List.of("equipment"),
                List.of(),
                park,
                "LN-IIT",
                "LN-IIT",
                "以沈阳、大连为核心布局",
                "产业链向高端延伸",
                type,
                FoundingStatus.PROPOSED,
                null);
    }
}
