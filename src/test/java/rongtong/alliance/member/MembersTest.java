package rongtong.alliance.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rongtong.alliance.AllianceFixtures.building;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import rongtong.RongtongTest;
import rongtong.alliance.FoundingStatus;
import rongtong.alliance.Foundings;

@RongtongTest
class MembersTest {

    @Autowired
    Members members;

    @Autowired
    Foundings foundings;

    UUID caseId = UUID.randomUUID();

    @BeforeEach
    void beginBuilding() {
        caseId = building(foundings);
    }

    @Test
    void whoIsInvitedIsACandidateUntilItConsents() {
        invite(caseId, "ent-000410", MemberKind.ENTERPRISE, null);
        assertThat(members.invited(caseId)).containsExactly("ent-000410");
        assertThat(members.consented(caseId)).isEmpty();

        members.consent(caseId, "ent-000410", "王工", "024-12345678", "");

        assertThat(members.invited(caseId)).isEmpty();
        assertThat(members.consented(caseId))
                .extracting(Member::organization, Member::contact)
                .containsExactly(org.assertj.core.api.Assertions.tuple("ent-000410", "王工"));
    }

    @Test
    void theFirstAnswerStands() {
        invite(caseId, "ent-000410", MemberKind.ENTERPRISE, null);
        members.decline(caseId, "ent-000410", "业务已调整");

        members.consent(caseId, "ent-000410", "王工", "024-12345678", "");
        members.silent(caseId, "ent-000410");

        assertThat(status("ent-000410")).isEqualTo(MemberStatus.DECLINED);
    }

    @Test
    void anotherRoundAsksThoseAgainWhoDeclinedAndLeavesMembersAlone() {
        invite(caseId, "ent-000410", MemberKind.ENTERPRISE, null);
        invite(caseId, "ent-000059", MemberKind.ENTERPRISE, null);
        members.consent(caseId, "ent-000410", "王工", "024-12345678", "");
        members.silent(caseId, "ent-000059");

        invite(caseId, "ent-000410", MemberKind.ENTERPRISE, null);
        invite(caseId, "ent-000059", MemberKind.ENTERPRISE, null);

        assertThat(members.invited(caseId)).containsExactly("ent-000059");
        assertThat(status("ent-000410")).isEqualTo(MemberStatus.CONSENTED);
    }

    @Test
    @DisplayName("R-LNA-16, R-LNA-17 other alliances of an organisation are known while they are built or stand")
    void otherAlliancesOfAnOrganisationAreKnown() {
        invite(caseId, "school-4121010142", MemberKind.SCHOOL, null);
        var other = building(foundings);

        assertThat(elsewhere(other)).contains(caseId);
        assertThat(elsewhere(caseId)).doesNotContain(caseId);

        members.decline(caseId, "school-4121010142", "暂无相关专业");
        assertThat(elsewhere(other)).doesNotContain(caseId);
    }

    @Test
    @DisplayName("R-LNA-16 a school belongs to as many alliances as it likes")
    void aSchoolBelongsToManyAlliances() {
        for (var alliance : List.of(caseId, building(foundings), building(foundings))) {
            invite(alliance, "school-4121010142", MemberKind.SCHOOL, null);
            members.consent(alliance, "school-4121010142", "李老师", "024-87654321", "");
            assertThat(members.full(alliance)).hasSize(1);
        }
    }

    @Test
    @DisplayName("R-LNA-18 who joins flexibly is a member without being a full one")
    void flexibleMembersAreNoFullMembers() {
        invite(caseId, "school-4133010335", MemberKind.SCHOOL, "LN-EDU");
        invite(caseId, "school-4121010142", MemberKind.SCHOOL, null);
        members.consent(caseId, "school-4133010335", "陈老师", "0571-1", "");
        members.consent(caseId, "school-4121010142", "李老师", "024-1", "");

        assertThat(members.consented(caseId)).hasSize(2);
        assertThat(members.full(caseId)).extracting(Member::organization).containsExactly("school-4121010142");
    }

    @Test
    @DisplayName("R-LNA-18 the database refuses an enterprise that joins flexibly")
    void anEnterpriseCannotJoinFlexibly() {
        assertThatThrownBy(() -> invite(caseId, "ent-000410", MemberKind.ENTERPRISE, "LN-IIT"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void withdrawalLeavesNoMembership() {
        invite(caseId, "ent-000410", MemberKind.ENTERPRISE, null);
        invite(caseId, "ent-000059", MemberKind.ENTERPRISE, null);
        members.consent(caseId, "ent-000410", "王工", "024-12345678", "");

        foundings.withdraw(caseId);

        assertThat(foundings.get(caseId).status()).isEqualTo(FoundingStatus.WITHDRAWN);
        assertThat(members.of(caseId)).extracting(Member::status).containsOnly(MemberStatus.WITHDRAWN);
        assertThat(members.membershipsElsewhere("ent-000410", UUID.randomUUID()))
                .extracting(Membership::caseId)
                .doesNotContain(caseId);
    }

    private void invite(UUID alliance, String organization, MemberKind kind, String invitedBy) {
        members.invite(new Members.Invitation(alliance, organization, kind, "LN-IIT", invitedBy, "行业骨干", null));
    }

    private MemberStatus status(String organization) {
        return members.find(caseId, organization).orElseThrow().status();
    }

    private List<UUID> elsewhere(UUID from) {
        return members.membershipsElsewhere("school-4121010142", from).stream()
                .map(Membership::caseId)
                .toList();
    }
}
