package rongtong.alliance.process;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import rongtong.alliance.Departments;
import rongtong.alliance.Foundings;
import rongtong.alliance.charter.Charter;
import rongtong.alliance.charter.CharterSection;
import rongtong.alliance.charter.Charters;
import rongtong.alliance.council.Councils;
import rongtong.alliance.member.Member;
import rongtong.alliance.member.Members;
import rongtong.alliance.paper.Chinese;
import rongtong.alliance.paper.Papers;
import rongtong.shared.Message;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.countersign.Countersigns;
import rongtong.workflow.vote.Vote.Part;
import rongtong.workflow.vote.Votes;

/** What {@code charter.bpmn} calls. */
@ProcessBean("charterSteps")
public class CharterSteps {

    /** What is commented and voted on. */
    static final String SUBJECT = "charter";

    private static final int LONGEST_COMMENT_TEXT = 4000;

    private final Charters charters;
    private final Councils councils;
    private final Members members;
    private final Foundings foundings;
    private final Departments departments;
    private final Countersigns countersigns;
    private final Votes votes;
    private final Papers papers;
    private final Chinese chinese;

    CharterSteps(
            Charters charters,
            Councils councils,
            Members members,
            Foundings foundings,
            Departments departments,
            Countersigns countersigns,
            Votes votes,
            Papers papers,
            Chinese chinese) {
        this.charters = charters;
        this.councils = councils;
        this.members = members;
        this.foundings = foundings;
        this.departments = departments;
        this.countersigns = countersigns;
        this.votes = votes;
        this.papers = papers;
        this.chinese = chinese;
    }

    /** Code of the unit that hosts the secretariat. */
    public String secretariat(String caseId) {
        return councils.host(UUID.fromString(caseId));
    }

    /** Sends the draft to all full members; the whole text goes out as a document. */
    public void openComments(String caseId) {
        var id = UUID.fromString(caseId);
        var title =
                chinese.say(Message.of("alliance.comments-on", foundings.get(id).title()));
        countersigns.open(
                id,
                SUBJECT,
                title,
                shortened(newest(id)),
                members.full(id).stream().map(Member::organization).toList());
        papers.charter(id);
    }

    private String shortened(Charter charter) {
        var text = parts(charter).stream()
                .map(part -> part.part() + "\n" + part.text())
                .collect(Collectors.joining("\n\n"));
        if (text.length() <= LONGEST_COMMENT_TEXT) {
            return text;
        }
        var more = chinese.say("alliance.whole-text-in-documents");
        return text.substring(0, LONGEST_COMMENT_TEXT - more.length()) + more;
    }

    /** Puts the charter to the vote (R-LNA-21) under the majority for charters. */
    public void openCharterVote(String caseId) {
        var id = UUID.fromString(caseId);
        charters.propose(id);
        var voters = councils.voters(id, departments.of(id));
        votes.open(
                new Votes.Motion(
                        id,
                        SUBJECT,
                        chinese.say(Message.of(
                                "alliance.motion.charter", foundings.get(id).title())),
                        parts(newest(id)),
                        voters,
                        voters.size()),
                votes.rule("council.majority-charter"));
    }

    private List<Part> parts(Charter charter) {
        return Arrays.stream(CharterSection.values())
                .map(section ->
                        new Part(chinese.say(section.label()), charter.text().of(section)))
                .toList();
    }

    /** Enters the resolution: the charter is adopted, or goes back to the draft with its ballots kept. */
    public void recordCharterResolution(String caseId, boolean carried) {
        var id = UUID.fromString(caseId);
        var resolution = councils.resolve(id, SUBJECT, carried, chinese.say("alliance.task.charter"));
        charters.conclude(id, resolution);
        papers.ballotRecord(id, SUBJECT);
        if (carried) {
            papers.charter(id);
        }
    }

    private Charter newest(UUID caseId) {
        return charters.newest(caseId).orElseThrow();
    }
}
