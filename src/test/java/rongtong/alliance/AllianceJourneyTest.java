package rongtong.alliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.alliance.member.Member;
import rongtong.alliance.member.MemberStatus;
import rongtong.alliance.member.Members;
import rongtong.document.Documents;
import rongtong.identity.CurrentUser;
import rongtong.robot.Api;
import rongtong.robot.Walker;
import rongtong.workflow.CaseStatus;
import rongtong.workflow.Cases;
import rongtong.workflow.ProcessMonitor;

/** From the proposal to the confirmed members, with the real engine, forms, ledgers and database. */
@RongtongTest
class AllianceJourneyTest {

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    Foundings foundings;

    @Autowired
    Members members;

    @Autowired
    Documents documents;

    @Autowired
    Cases cases;

    @Autowired
    ProcessMonitor monitor;

    @Autowired
    CurrentUser user;

    @Test
    void anAllianceGetsItsMembersAfterLedgersAndReviewMeeting() {
        var caseId = untilLeadUnit(7);

        assertThat(foundings.get(caseId).status()).isEqualTo(FoundingStatus.BUILDING);
        assertThat(foundings.get(caseId).type()).isEqualTo(AllianceType.SINGLE);
        assertThat(members.consented(caseId)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(documents.newest(caseId, "minutes")).isPresent();
    }

    @Test
    void withdrawalLeavesNoMember() throws Exception {
        var caseId = untilLeadUnit(8);

        user.runAs("ln-iit.handler", () -> {
            cases.withdraw(caseId, "布局调整");
            return null;
        });

        assertThat(foundings.get(caseId).status()).isEqualTo(FoundingStatus.WITHDRAWN);
        assertThat(members.of(caseId)).extracting(Member::status).containsOnly(MemberStatus.WITHDRAWN);
        assertThat(new Api(port, "admin", password)
                        .get("/admin/instances/" + caseId)
                        .get("tasks"))
                .isEmpty();
    }

    @Test
    void anAdministratorWhoEndsTheCaseLeavesNothingHalfDone() throws Exception {
        var caseId = untilLeadUnit(9);

        user.runAs("admin", () -> {
            monitor.cancel(caseId, "重复立案");
            return null;
        });

        assertThat(user.runAs("admin", () -> cases.get(caseId)).row().status()).isEqualTo(CaseStatus.CANCELLED);
        assertThat(foundings.get(caseId).status()).isEqualTo(FoundingStatus.WITHDRAWN);
        assertThat(members.of(caseId)).extracting(Member::status).containsOnly(MemberStatus.WITHDRAWN);
    }

    private UUID untilLeadUnit(long seed) {
        var api = new Api(port, "admin", password);
        var walker = new Walker(api, seed).deciding(AllianceJourneyTest::build);
        var id = walker.start("ln-iit.handler", "alliance-founding");
        while (!walker.walked().contains("confirmMembers") || selects(api, id)) {
            walker.step(api.get("/admin/instances/" + id).get("tasks").get(0));
        }
        return UUID.fromString(id);
    }

    private static boolean selects(Api api, String id) {
        return List.of("selectEnterprises", "selectSchools", "selectInstitutes", "answerInvitation", "confirmMembers")
                .contains(api.get("/admin/instances/" + id)
                        .get("tasks")
                        .get(0)
                        .get("step")
                        .asString());
    }

    /** Everybody wants this alliance. */
    static void build(String step, Map<String, Object> values) {
        switch (step) {
            case "start" -> values.put("type", "SINGLE");
            case "decideField" -> {
                values.put("decision", "SINGLE");
                values.putIfAbsent("field", "equipment");
            }
            case "confirmDecision" -> values.put("confirmation", "CONFIRM");
            case "answerInvitation" -> {
                values.put("answer", "CONSENT");
                values.putIfAbsent("contact", "王工");
                values.putIfAbsent("phone", "024-12345678");
            }
            case "confirmMembers" -> {
                values.put("memberDecision", "PROCEED");
                values.put("deviationReason", "首批成员，后续吸收");
            }
            default -> {
                if (step.startsWith("select")) {
                    values.put("deviationReason", "建设需要");
                }
                if (step.startsWith("confirm")) {
                    values.replaceAll((key, value) -> "RETURN".equals(value) ? "AGREE" : value);
                }
            }
        }
    }
}
