package rongtong.alliance.process;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import rongtong.alliance.Departments;
import rongtong.alliance.Foundings;
import rongtong.alliance.council.Councils;
import rongtong.alliance.council.Expert;
import rongtong.alliance.member.Member;
import rongtong.alliance.member.Members;
import rongtong.alliance.paper.Chinese;
import rongtong.alliance.paper.Papers;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.vote.Vote.Part;
import rongtong.workflow.vote.Votes;

/** What {@code council.bpmn} calls. */
@ProcessBean("councilSteps")
public class CouncilSteps {

    /** What the council votes on when it is formed: itself, its secretariat, its experts. */
    static final String SUBJECT = "council";

    private final Councils councils;
    private final Members members;
    private final Foundings foundings;
    private final Departments departments;
    private final Organizations organizations;
    private final Votes votes;
    private final Papers papers;
    private final Chinese chinese;

    CouncilSteps(
            Councils councils,
            Members members,
            Foundings foundings,
            Departments departments,
            Organizations organizations,
            Votes votes,
            Papers papers,
            Chinese chinese) {
        this.councils = councils;
        this.members = members;
        this.foundings = foundings;
        this.departments = departments;
        this.organizations = organizations;
        this.votes = votes;
        this.papers = papers;
        this.chinese = chinese;
    }

    /** Codes of all members: each names its liaison office, the full ones also their seat holder. */
    public List<String> memberUnits(String caseId) {
        return members.consented(UUID.fromString(caseId)).stream()
                .map(Member::organization)
                .toList();
    }

    /** Codes of the departments that take part. */
    public List<String> departments(String jurisdiction, String demandDepartment) {
        return departments.of(jurisdiction, demandDepartment);
    }

    /** Code of the unit that convenes and chairs. */
    public String chairUnit(String caseId) {
        return councils.chair(UUID.fromString(caseId));
    }

    /**
     * Puts the council's composition, its secretariat and the experts to the vote.
     *
     * @throws rongtong.shared.RuleViolation if somebody is missing (R-LNA-22, -29, -30)
     */
    public void openCouncilVote(String caseId) {
        var id = UUID.fromString(caseId);
        var taking = departments.of(id);
        councils.council(id, taking).requireComplete(organizations::name);
        var voters = councils.voters(id, taking);
        var motion = chinese.speaking(() -> new Votes.Motion(
                id,
                SUBJECT,
                chinese.say(
                        Message.of("alliance.motion.council", foundings.get(id).title())),
                matter(id),
                voters,
                voters.size()));
        votes.open(motion, votes.rule("council.majority-ordinary"));
    }

    private List<Part> matter(UUID caseId) {
        var secretariat = councils.secretariat(caseId).orElseThrow();
        var parts = new ArrayList<Part>();
        parts.add(new Part(chinese.say("alliance.motion.chair"), organizations.name(councils.chair(caseId))));
        parts.add(new Part(
                chinese.say("alliance.motion.seats"),
                councils.seats(caseId).stream()
                        .map(seat -> "%s %s（%s）".formatted(organizations.name(seat.unit()), seat.person(), seat.post()))
                        .collect(Collectors.joining("；"))));
        parts.add(new Part(
                chinese.say("alliance.motion.secretariat"),
                "%s；%s（%s）；%s；%s"
                        .formatted(
                                organizations.name(secretariat.host()),
                                secretariat.head(),
                                secretariat.post(),
                                secretariat.address(),
                                secretariat.platform())));
        for (var committee : Expert.Committee.values()) {
            var names = councils.experts(caseId).stream()
                    .filter(expert -> expert.committee() == committee)
                    .map(expert -> "%s（%s，%s）".formatted(expert.name(), expert.organization(), expert.title()))
                    .collect(Collectors.joining("；"));
            if (!names.isEmpty()) {
                parts.add(new Part(
                        chinese.say(
                                Message.of("alliance.motion.experts", Message.of("alliance.committee." + committee))),
                        names));
            }
        }
        return parts;
    }

    /** Enters the resolution, appoints the experts if it was carried (R-LNA-36), and issues minutes and ballot record. */
    public void recordCouncilResolution(String caseId, boolean carried) {
        var id = UUID.fromString(caseId);
        var resolution = councils.resolve(id, SUBJECT, carried, chinese.say("alliance.task.council"));
        if (carried) {
            councils.appoint(id, resolution);
        }
        papers.ballotRecord(id, SUBJECT);
        papers.minutes(id, resolution);
    }
}
