package rongtong.alliance.member;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rongtong.organization.Organization;
import rongtong.organization.OrganizationKind;
import rongtong.organization.OrganizationLevel;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.workflow.Findings;

class SelectionTest {

    static final Membership PETROCHEMICALS =
            new Membership(UUID.fromString("5f0c2d6e-0000-0000-0000-000000000002"), "辽宁省石化校企联盟", MemberMode.FULL);

    final Findings findings = new Findings();

    @ParameterizedTest(name = "R-LNA-15 {0}")
    @EnumSource(MemberKind.class)
    @DisplayName("R-LNA-15 only the competent department selects")
    void onlyTheCompetentDepartmentSelects(MemberKind kind) {
        new Selection(kind, "list", "LN-FIN", "LN-STI", "辽宁省科学技术厅", true, List.of()).check(findings);

        assertThat(findings.errors())
                .containsExactly(new FieldError(
                        "list",
                        Message.of("alliance.select.not-competent", "辽宁省科学技术厅", Message.of("alliance.kind." + kind))));
    }

    @Test
    @DisplayName("R-LNA-15 a department selects its own kind of member only")
    void aDepartmentSelectsItsOwnKindOnly() {
        selection(MemberKind.ENTERPRISE, candidate(0, OrganizationKind.SCHOOL, "LN", "普通本科"))
                .check(findings);

        assertThat(findings.errors())
                .containsExactly(new FieldError(
                        "list[0].organization",
                        Message.of("alliance.select.other-kind", "单位0", Message.of("alliance.kind.ENTERPRISE"))));
    }

    @Test
    @DisplayName("R-LNA-16 a school may join any number of alliances")
    void aSchoolMayJoinManyAlliances() {
        selection(
                        MemberKind.SCHOOL,
                        inAlliances(
                                candidate(0, OrganizationKind.SCHOOL, "LN", "普通本科"), PETROCHEMICALS, PETROCHEMICALS))
                .check(findings);

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    @DisplayName("R-LNA-17 an enterprise that is in another alliance needs a reason and is never blocked")
    void anEnterpriseInAnotherAllianceNeedsAReason() {
        selection(
                        MemberKind.ENTERPRISE,
                        inAlliances(candidate(0, OrganizationKind.ENTERPRISE, "LN", null), PETROCHEMICALS))
                .check(findings);

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).containsExactly(Message.of("alliance.select.elsewhere", "单位0", "辽宁省石化校企联盟"));
    }

    @Test
    void nobodyIsSelectedTwice() {
        var enterprise = candidate(0, OrganizationKind.ENTERPRISE, "LN", null);
        var again = new Candidate("list[1]", enterprise.organization(), enterprise.name(), false, List.of());

        selection(MemberKind.ENTERPRISE, enterprise, again).check(findings);

        assertThat(findings.errors())
                .containsExactly(new FieldError("list[1].organization", Message.of("alliance.select.twice", "单位0")));
    }

    @Test
    void theFirstRoundBringsAtLeastOneEnterpriseAndOneSchool() {
        selection(MemberKind.ENTERPRISE).check(findings);
        selection(MemberKind.SCHOOL).check(findings);
        selection(MemberKind.INSTITUTE).check(findings);

        assertThat(findings.errors()).hasSize(2);
    }

    @Test
    void aLaterRoundMayBringNobody() {
        new Selection(MemberKind.SCHOOL, "list", "LN-EDU", "LN-EDU", "辽宁省教育厅", true, List.of()).check(findings);

        assertThat(findings.errors()).isEmpty();
    }

    @Nested
    @DisplayName("R-LNA-18 flexible joining")
    class JoiningFlexibly {

        @Test
        void aUniversityFromOutsideIsInvitedByTheSelectingDepartmentOrWhomItNames() {
            var university = candidate(0, OrganizationKind.SCHOOL, "ZJ", "普通本科");
            var selection = selection(MemberKind.SCHOOL, university);

            selection.check(findings);

            assertThat(findings.errors()).isEmpty();
            assertThat(findings.warnings()).isEmpty();
            assertThat(selection.inviterOf(university, "")).isEqualTo("LN-EDU");
            assertThat(selection.inviterOf(university, "ent-000410")).isEqualTo("ent-000410");
        }

        @Test
        void anInstituteFromOutsideJoinsFlexibly() {
            selection(MemberKind.INSTITUTE, candidate(0, OrganizationKind.INSTITUTE, "JL", null))
                    .check(findings);

            assertThat(findings.errors()).isEmpty();
            assertThat(findings.warnings()).isEmpty();
        }

        @Test
        void whoLiesInTheProvinceJoinsFullyWhateverInviterIsNamed() {
            var school = candidate(0, OrganizationKind.SCHOOL, "LN", "普通本科");

            assertThat(selection(MemberKind.SCHOOL, school).inviterOf(school, "ent-000410"))
                    .isNull();
        }

        @Test
        void aSchoolBelowUniversityNeedsAReason() {
            selection(MemberKind.SCHOOL, candidate(0, OrganizationKind.SCHOOL, "ZJ", "高职专科"))
                    .check(findings);

            assertThat(findings.errors()).isEmpty();
            assertThat(findings.warnings()).containsExactly(Message.of("alliance.select.not-university", "单位0"));
        }

        @Test
        void anEnterpriseFromOutsideCannotJoin() {
            selection(MemberKind.ENTERPRISE, candidate(0, OrganizationKind.ENTERPRISE, "ZJ", null))
                    .check(findings);

            assertThat(findings.errors())
                    .containsExactly(new FieldError(
                            "list[0].organization", Message.of("alliance.select.enterprise-outside", "单位0")));
        }
    }

    static Selection selection(MemberKind kind, Candidate... candidates) {
        return new Selection(kind, "list", "LN-EDU", "LN-EDU", "辽宁省教育厅", false, List.of(candidates));
    }

    static Candidate candidate(int row, OrganizationKind kind, String province, String schoolType) {
        return new Candidate(
                "list[%d]".formatted(row),
                new Organization(
                        "code-" + row,
                        kind,
                        OrganizationLevel.PROVINCE,
                        province,
                        null,
                        null,
                        null,
                        null,
                        schoolType,
                        null,
                        null),
                "单位" + row,
                !province.equals("LN"),
                List.of());
    }

    static Candidate inAlliances(Candidate candidate, Membership... memberships) {
        return new Candidate(
                candidate.field(),
                candidate.organization(),
                candidate.name(),
                candidate.outside(),
                List.of(memberships));
    }
}
