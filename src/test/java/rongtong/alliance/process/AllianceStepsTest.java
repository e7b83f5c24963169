package rongtong.alliance.process;

import static org.assertj.core.api.Assertions.assertThat;
import static rongtong.alliance.AllianceFixtures.building;
import static rongtong.alliance.AllianceFixtures.proposed;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.RongtongTest;
import rongtong.alliance.AllianceType;
import rongtong.alliance.FoundingStatus;
import rongtong.alliance.Foundings;
import rongtong.alliance.meeting.ReviewMeetings;
import rongtong.alliance.member.Member;
import rongtong.alliance.member.MemberMode;
import rongtong.alliance.member.Members;
import rongtong.organization.Sector;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.countersign.Countersigns;
import rongtong.workflow.countersign.Opinion;

/** The steps with the real records: what each shows, refuses and writes. */
@RongtongTest
class AllianceStepsTest {

    @Autowired
    List<Step> steps;

    @Autowired
    Foundings foundings;

    @Autowired
    ReviewMeetings meetings;

    @Autowired
    Members members;

    @Autowired
    Countersigns countersigns;

    @Autowired
    Texts texts;

    @Test
    @DisplayName("R-LNA-01 the proposal keeps the layout; its sector and demand department are the proposer's")
    void theProposalIsKept() {
        var caseId = UUID.randomUUID();
        var context = context(caseId, "start", "LN-IIT");

        assertThat(refusals("alliance-founding/start", context, proposal("SINGLE", "equipment")))
                .isEmpty();
        step("alliance-founding/start").record(context, proposal("SINGLE", "equipment"));

        assertThat(foundings.get(caseId)).satisfies(founding -> {
            assertThat(founding.layout()).isEqualTo("以沈阳、大连为核心布局");
            assertThat(founding.sector()).isEqualTo(Sector.INDUSTRY);
            assertThat(founding.demandDepartment()).isEqualTo("LN-IIT");
            assertThat(founding.status()).isEqualTo(FoundingStatus.PROPOSED);
        });
        assertThat(context.facts()).containsEntry("demandDepartment", "LN-IIT");
    }

    @Test
    @DisplayName("R-LNA-12 the industry department cannot propose for a park, the park's government can")
    void onlyAParksGovernmentProposesForThePark() {
        assertThat(refusals(
                        "alliance-founding/start",
                        context(UUID.randomUUID(), "start", "LN-IIT"),
                        proposal("COMPREHENSIVE", "equipment")))
                .containsExactly("type: “辽宁省工业和信息化厅”不负责建设重点园区，不能提出园区综合性联盟。请改选其他类型。");

        var forPark = new HashMap<>(proposal("COMPREHENSIVE", "equipment").values());
        forPark.put("park", "LN-PARK-JINPU");
        assertThat(refusals(
                        "alliance-founding/start",
                        context(UUID.randomUUID(), "start", "LN-CITY-DL"),
                        new Answers(forPark)))
                .isEmpty();
    }

    @Test
    @DisplayName("R-LNA-10 the meeting always invites the demand department, education and science, and asks each")
    void theThreeSidesAreAlwaysInvitedAndAsked() {
        var caseId = UUID.randomUUID();
        foundings.propose(proposed(caseId));
        var context = context(caseId, "arrangeMeeting", "LN-IIT");
        assertThat(step("review-meeting/arrangeMeeting").values(context).get("participants"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(3);

        arrange(context);

        assertThat(meetings.get(caseId).participants()).containsExactly("LN-IIT", "LN-EDU", "LN-STI", "LN-FIN");
        assertThat(countersigns.opinions(caseId, ReviewMeetings.OPINIONS))
                .extracting(Opinion::unit)
                .containsExactly("LN-IIT", "LN-EDU", "LN-STI");
    }

    @Test
    @DisplayName("R-LNA-11 the decision takes effect when the leader confirms it")
    void theDecisionTakesEffectWhenConfirmed() {
        var caseId = UUID.randomUUID();
        foundings.propose(proposed(caseId));
        arrange(context(caseId, "arrangeMeeting", "LN-IIT"));
        var decide = context(caseId, "decideField", "LN-IIT");
        var answers = decision("INTEGRATED", "equipment", "robotics");
        assertThat(refusals("review-meeting/decideField", decide, decision("INTEGRATED", "equipment")))
                .containsExactly("fields: 集成领域的联盟至少有两个领域。请再选领域，或改为单一领域。");
        assertThat(refusals("review-meeting/decideField", decide, answers)).isEmpty();

        step("review-meeting/decideField").record(decide, answers);

        assertThat(decide.facts()).containsEntry("fieldDecision", "BUILD");
        assertThat(foundings.get(caseId).status()).isEqualTo(FoundingStatus.PROPOSED);
        step("review-meeting/confirmDecision")
                .record(context(caseId, "confirmDecision", "LN-IIT"), new Answers(Map.of("confirmation", "CONFIRM")));
        assertThat(foundings.get(caseId)).satisfies(founding -> {
            assertThat(founding.status()).isEqualTo(FoundingStatus.BUILDING);
            assertThat(founding.type()).isEqualTo(AllianceType.INTEGRATED);
            assertThat(founding.fields()).containsExactly("equipment", "robotics");
            assertThat(founding.decidedOn()).isNotNull();
        });
    }

    @Test
    void aReturnedDecisionChangesNothing() {
        var caseId = UUID.randomUUID();
        foundings.propose(proposed(caseId));
        arrange(context(caseId, "arrangeMeeting", "LN-IIT"));
        step("review-meeting/decideField").record(context(caseId, "decideField", "LN-IIT"), decision("NOT_NOW"));

        step("review-meeting/confirmDecision")
                .record(
                        context(caseId, "confirmDecision", "LN-IIT"),
                        new Answers(Map.of("confirmation", "RETURN", "returnReason", "理由不足")));

        assertThat(foundings.get(caseId).status()).isEqualTo(FoundingStatus.PROPOSED);
    }

    @Test
    @DisplayName("R-LNA-14, R-LNA-15 the competent department's selection is kept with its demonstration")
    void aSelectionIsKeptWithItsDemonstration() {
        var caseId = building(foundings);
        var context = context(caseId, "selectSchools", "LN-EDU");
        var answers = selection("schools", "school-4121010142", "school-4133010335");
        assertThat(refusals("member-selection/selectSchools", context, answers)).isEmpty();

        step("member-selection/selectSchools").record(context, answers);

        assertThat(members.of(caseId))
                .extracting(Member::organization, Member::mode, Member::selectedBy, Member::invitedBy)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple("school-4121010142", MemberMode.FULL, "LN-EDU", null),
                        org.assertj.core.api.Assertions.tuple(
                                "school-4133010335", MemberMode.FLEXIBLE, "LN-EDU", "LN-EDU"));
        assertThat(members.demonstrations(caseId)).containsExactly("经专家论证，专业契合");
    }

    @Test
    @DisplayName("R-LNA-15 another department cannot select enterprises")
    void anotherDepartmentCannotSelect() {
        var caseId = building(foundings);

        assertThat(refusals(
                        "member-selection/selectEnterprises",
                        context(caseId, "selectEnterprises", "LN-EDU"),
                        selection("enterprises", "ent-000410")))
                .containsExactly("enterprises: 企业由“辽宁省工业和信息化厅”遴选，其他部门不能代办。");
    }

    @Test
    @DisplayName("R-LNA-17 an enterprise already in an alliance warns, names that alliance, and does not block")
    void anEnterpriseInAnotherAllianceWarns() {
        var first = building(foundings);
        step("member-selection/selectEnterprises")
                .record(context(first, "selectEnterprises", "LN-IIT"), selection("enterprises", "ent-000761"));
        var second = building(foundings);
        var findings = new Findings();

        step("member-selection/selectEnterprises")
                .check(
                        context(second, "selectEnterprises", "LN-IIT"),
                        selection("enterprises", "ent-000761"),
                        findings);

        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(texts.of(warning)).contains("辽宁省装备制造校企联盟", "一个企业一般只加入一个联盟"));
    }

    @Test
    void aCandidateSeesWhoInvitesItAndAnswersForItself() {
        var caseId = building(foundings);
        step("member-selection/selectEnterprises")
                .record(context(caseId, "selectEnterprises", "LN-IIT"), selection("enterprises", "ent-000410"));
        var context = addressedTo("ent-000410", caseId);
        assertThat(step("member-consent/answerInvitation").values(context))
                .containsEntry("inviterName", "辽宁省工业和信息化厅")
                .containsEntry("modeName", "正式成员")
                .containsEntry("title", "辽宁省装备制造校企联盟");

        step("member-consent/answerInvitation")
                .record(context, new Answers(Map.of("answer", "CONSENT", "contact", "王工", "phone", "024-12345678")));

        assertThat(members.consented(caseId)).hasSize(1);
    }

    @Test
    void aListWithoutASchoolCannotStandButMoreCanBeSelected() {
        var caseId = building(foundings);
        step("member-selection/selectEnterprises")
                .record(context(caseId, "selectEnterprises", "LN-IIT"), selection("enterprises", "ent-000410"));
        members.consent(caseId, "ent-000410", "王工", "024-12345678", "");
        var context = context(caseId, "confirmMembers", "LN-IIT");

        assertThat(refusals(
                        "member-selection/confirmMembers", context, new Answers(Map.of("memberDecision", "PROCEED"))))
                .containsExactly("memberDecision: 尚无学校或科研院所同意加入，名单不能成立。请选择“继续遴选”。");
        assertThat(refusals(
                        "member-selection/confirmMembers",
                        context,
                        new Answers(Map.of("memberDecision", "SELECT_MORE"))))
                .isEmpty();
    }

    private void arrange(StepContext context) {
        step("review-meeting/arrangeMeeting")
                .record(
                        context,
                        new Answers(Map.of(
                                "heldAt", "2026-12-01T09:30",
                                "place", "第一会议室",
                                "agenda", "论证供需力量",
                                "otherParticipants", List.of("LN-FIN", "LN-EDU"))));
    }

    private Step step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> refusals(String id, StepContext context, Answers answers) {
        var findings = new Findings();
        step(id).check(context, answers, findings);
        return findings.errors().stream().map(this::say).toList();
    }

    private String say(FieldError error) {
        return error.field() + ": " + texts.of(error.message());
    }

    private static StepContext context(UUID caseId, String step, String organization) {
        return new StepContext(
                caseId,
                "alliance-founding",
                step,
                "task-1",
                null,
                Map.of("jurisdiction", "LN", "demandDepartment", "LN-IIT", "initiator", "LN-IIT"),
                organization.toLowerCase(java.util.Locale.ROOT) + ".handler",
                organization,
                Instant.now());
    }

    private static StepContext addressedTo(String unit, UUID caseId) {
        return new StepContext(
                caseId,
                "alliance-founding",
                "answerInvitation",
                "task-1",
                unit,
                Map.of("jurisdiction", "LN", "unit", unit),
                unit,
                unit,
                Instant.now());
    }

    private static Answers proposal(String type, String field) {
        return new Answers(Map.of(
                "title", "辽宁省装备制造校企联盟",
                "fields", List.of(field),
                "type", type,
                "layout", "以沈阳、大连为核心布局",
                "analysis", "产业链向高端延伸"));
    }

    private static Answers decision(String decision, String... fields) {
        return new Answers(Map.of(
                "decision", decision,
                "fields", List.of(fields),
                "attendedDemand", "张处长",
                "attendedEducation", "李处长",
                "attendedScience", "王处长",
                "minutes", "三方一致",
                "reasons", "供需两旺"));
    }

    private static Answers selection(String list, String... organizations) {
        return new Answers(Map.of(
                "demonstration",
                "经专家论证，专业契合",
                list,
                java.util.Arrays.stream(organizations)
                        .map(organization -> Map.of("organization", organization, "reason", "特色鲜明"))
                        .toList()));
    }
}
