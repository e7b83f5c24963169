package rongtong.alliance.process;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.alliance.Foundings;
import rongtong.alliance.meeting.LedgerBasis;
import rongtong.alliance.meeting.ReviewMeetings;
import rongtong.alliance.meeting.ReviewMeetings.Announcement;
import rongtong.alliance.paper.Chinese;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The demand department calls the review meeting; education and science always take part (R-LNA-10). */
@Component
class ArrangeMeeting implements Step {

    private static final List<String> SIDES = List.of("demand", "education", "science");

    private final ReviewMeetings meetings;
    private final Foundings foundings;
    private final LedgerBasis ledgers;
    private final AllianceValues values;
    private final Organizations organizations;
    private final Texts texts;
    private final Chinese chinese;

    ArrangeMeeting(
            ReviewMeetings meetings,
            Foundings foundings,
            LedgerBasis ledgers,
            AllianceValues values,
            Organizations organizations,
            Texts texts,
            Chinese chinese) {
        this.meetings = meetings;
        this.foundings = foundings;
        this.ledgers = ledgers;
        this.values = values;
        this.organizations = organizations;
        this.texts = texts;
        this.chinese = chinese;
    }

    @Override
    public String id() {
        return "review-meeting/arrangeMeeting";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var sides = sides(context);
        var participants = new ArrayList<Map<String, Object>>();
        for (int side = 0; side < sides.size(); side++) {
            participants.add(Map.of(
                    "name",
                    organizations.name(sides.get(side)),
                    "role",
                    values.say("alliance.side." + SIDES.get(side))));
        }
        var shown = new HashMap<>(values.facts(context.caseId()));
        shown.put("participants", participants);
        shown.put("ledgerVersion", texts.of(ledgers.nameOf(context.caseId())));
        return shown;
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var founding = foundings.get(context.caseId());
        var when = answers.text("heldAt").replace('T', ' ');
        meetings.arrange(
                new Announcement(
                        context.caseId(),
                        LocalDateTime.parse(answers.text("heldAt").substring(0, 16)),
                        answers.text("place"),
                        answers.text("agenda"),
                        sides(context),
                        answers.texts("otherParticipants"),
                        official("alliance.meeting.basis", ledgers.nameOf(context.caseId()))),
                official("alliance.meeting.title", founding.title()),
                official(
                        "alliance.meeting.notice",
                        when.substring(0, 16),
                        answers.text("place"),
                        shortened(answers.text("agenda")),
                        shortened(founding.layout())));
    }

    private List<String> sides(StepContext context) {
        return meetings.sides(foundings.get(context.caseId()), context.text("jurisdiction"));
    }

    /** Records speak Chinese, whoever wrote them. */
    private String official(String key, Object... arguments) {
        return chinese.say(Message.of(key, arguments));
    }

    /** The notice of a countersign has 4000 characters; the whole layout stands in the case. */
    private static String shortened(String text) {
        return text.length() <= 1500 ? text : text.substring(0, 1500) + "……";
    }
}
