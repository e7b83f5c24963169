package rongtong.alliance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.alliance.charter.CharterText;
import rongtong.alliance.charter.Charters;
import rongtong.alliance.charter.FilingNumbers;
import rongtong.alliance.council.Councils;
import rongtong.alliance.council.Expert;
import rongtong.alliance.council.InternalUnit;
import rongtong.alliance.council.LiaisonOffice;
import rongtong.alliance.council.Seat;
import rongtong.alliance.council.Secretariat;
import rongtong.alliance.lead.Criterion;
import rongtong.alliance.lead.Judgement;
import rongtong.alliance.lead.LeadUnits;
import rongtong.alliance.member.MemberKind;
import rongtong.alliance.member.Members;
import rongtong.alliance.process.CharterSteps;
import rongtong.alliance.process.CouncilSteps;
import rongtong.alliance.register.Register;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.organization.Sector;
import rongtong.workflow.vote.TestBallots;
import rongtong.workflow.vote.VoteSteps;

/** Foundings by how far they are. Each method takes the one before it further. */
@Component
public class FoundingStages {

    public static final String DEMAND = "LN-IIT";
    public static final List<String> DEPARTMENTS = List.of("LN-IIT", "LN-EDU", "LN-STI");

    private final Foundings foundings;
    private final Members members;
    private final LeadUnits leadUnits;
    private final Councils councils;
    private final Charters charters;
    private final Organizations organizations;
    private final CouncilSteps councilSteps;
    private final CharterSteps charterSteps;
    private final VoteSteps voteSteps;
    private final TestBallots ballots;
    private final FilingNumbers filingNumbers;
    private final Register register;

    FoundingStages(
            Foundings foundings,
            Members members,
            LeadUnits leadUnits,
            Councils councils,
            Charters charters,
            Organizations organizations,
            CouncilSteps councilSteps,
            CharterSteps charterSteps,
            VoteSteps voteSteps,
            TestBallots ballots,
            FilingNumbers filingNumbers,
            Register register) {
        this.councilSteps = councilSteps;
        this.charterSteps = charterSteps;
        this.voteSteps = voteSteps;
        this.ballots = ballots;
        this.filingNumbers = filingNumbers;
        this.register = register;
        this.foundings = foundings;
        this.members = members;
        this.leadUnits = leadUnits;
        this.councils = councils;
        this.charters = charters;
        this.organizations = organizations;
    }

    /** Codes of real organisations of the province. */
    public List<String> codes(OrganizationKind kind, int number) {
        return organizations
                .find(OrganizationFilter.parse(kind.name(), null, "LN", null, null), 0, number)
                .items()
                .stream()
                .map(row -> row.code())
                .toList();
    }

    public String school() {
        return codes(OrganizationKind.SCHOOL, 1).getFirst();
    }

    public List<String> enterprises() {
        return codes(OrganizationKind.ENTERPRISE, 2);
    }

    /** One school and two enterprises have consented, a university of another province has joined flexibly. */
    public UUID withMembers() {
        var caseId = UUID.randomUUID();
        foundings.propose(new Founding(
                caseId,
                "辽宁省测试装备校企联盟",
                Sector.INDUSTRY,
                List.of("equipment"),
                List.of(),
                null,
                DEMAND,
                DEMAND,
                "布局方案",
                "产业分析",
                AllianceType.SINGLE,
                FoundingStatus.PROPOSED,
                null));
        foundings.build(caseId, AllianceType.SINGLE, List.of("equipment"), List.of());
        join(caseId, school(), MemberKind.SCHOOL, "LN-EDU", null);
        enterprises().forEach(enterprise -> join(caseId, enterprise, MemberKind.ENTERPRISE, DEMAND, null));
        join(caseId, outside(), MemberKind.SCHOOL, "LN-EDU", "LN-EDU");
        return caseId;
    }

    private void join(
            UUID caseId, String organization, MemberKind kind, String selectedBy, @Nullable String invitedBy) {
        members.invite(new Members.Invitation(caseId, organization, kind, selectedBy, invitedBy, "学科专业特色", null));
        members.consent(caseId, organization, "张联络", "024-12345678", "");
    }

    /** A university of another province. */
    public String outside() {
        return organizations
                .find(OrganizationFilter.parse("SCHOOL", null, "!LN", null, null), 0, 1)
                .items()
                .getFirst()
                .code();
    }

    /** All three departments judge the school and the first enterprise alike. */
    public void judged(UUID caseId, boolean met) {
        var nominees = List.of(school(), enterprises().getFirst());
        leadUnits.nominate(caseId, DEMAND, nominees, "行业领军");
        for (var department : DEPARTMENTS) {
            for (var nominee : nominees) {
                var judgements = new ArrayList<Judgement>();
                for (var criterion : Criterion.values()) {
                    judgements.add(new Judgement(department, criterion, met, "国家级平台"));
                }
                leadUnits.judge(caseId, nominee, judgements, "tester");
            }
        }
    }

    /** The school chairs and has accepted. */
    public UUID withLeadUnit() {
        var caseId = withMembers();
        judged(caseId, true);
        leadUnits.choose(caseId, DEMAND, school(), List.of(), "综合实力");
        leadUnits.answer(caseId, school(), true, "");
        return caseId;
    }

    /** All seats, offices and units are named, the founding meeting is convened. */
    public UUID withCouncil() {
        var caseId = withLeadUnit();
        for (var member : members.consented(caseId)) {
            var code = member.organization();
            if (!code.equals(outside())) {
                councils.seat(caseId, new Seat(code, Seat.Kind.MEMBER, "主要负责人", "校长", "024-88888888", true));
            }
            councils.connect(caseId, new LiaisonOffice(code, "校企合作处", "张联络", "024-12345678"));
        }
        for (var department : DEPARTMENTS) {
            councils.seat(caseId, new Seat(department, Seat.Kind.GOVERNMENT, "部门人员", "处长", "024-1", false));
            councils.designate(caseId, new InternalUnit(department, "高等教育处"));
        }
        councils.convene(
                caseId,
                school(),
                LocalDate.of(2026, 12, 20),
                "上午九时",
                "学术报告厅",
                "一、选举\n二、表决",
                new Secretariat(school(), "秘书长某", "副校长", "沈阳市", "https://alliance.example.org", ""));
        return caseId;
    }

    public Expert expert(String name) {
        return new Expert(
                Expert.Committee.INNOVATION, name, "沈阳工业大学", "教授", Expert.Domain.SCI_TECH, "省级奖励", null, null);
    }

    /** A complete text. */
    public CharterText text() {
        return CharterText.of(field -> field.equals("charterName") ? "辽宁省测试装备校企联盟" : "内容");
    }

    public void drafted(UUID caseId) {
        charters.write(caseId, text(), "无");
    }

    /** In the register, with a council of three and a charter that all three carried. @return its number */
    public String registered() {
        var caseId = withCouncil();
        councilSteps.openCouncilVote(caseId.toString());
        councilSteps.recordCouncilResolution(caseId.toString(), carried(caseId, "council"));
        drafted(caseId);
        charterSteps.openCharterVote(caseId.toString());
        charterSteps.recordCharterResolution(caseId.toString(), carried(caseId, "charter"));
        charters.writeRules(caseId, List.of(new Charters.Titled("会议制度", "内容")));
        charters.file(caseId, filingNumbers.next("LN-EDU"), "LN-EDU", "");
        return register.enter(caseId);
    }

    private boolean carried(UUID caseId, String subject) {
        voteSteps.voters(caseId.toString(), subject).forEach(unit -> ballots.cast(caseId, subject, unit, true));
        return voteSteps.countVote(caseId.toString(), subject);
    }
}
