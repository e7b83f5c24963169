package rongtong.alliance.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.alliance.Foundings;
import rongtong.alliance.IndustryFields;
import rongtong.alliance.meeting.Decision;
import rongtong.alliance.meeting.FieldDecision;
import rongtong.alliance.meeting.LedgerBasis;
import rongtong.alliance.meeting.ReviewMeeting;
import rongtong.alliance.meeting.ReviewMeetings;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** Minutes and decision of the review meeting. */
@Component
class DecideField implements Step {

    private final ReviewMeetings meetings;
    private final Foundings foundings;
    private final LedgerBasis ledgers;
    private final IndustryFields fields;
    private final AllianceValues values;

    DecideField(
            ReviewMeetings meetings,
            Foundings foundings,
            LedgerBasis ledgers,
            IndustryFields fields,
            AllianceValues values) {
        this.meetings = meetings;
        this.foundings = foundings;
        this.ledgers = ledgers;
        this.fields = fields;
        this.values = values;
    }

    @Override
    public String id() {
        return "review-meeting/decideField";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var shown = new HashMap<>(values.facts(context.caseId()));
        shown.put("opinions", values.opinions(context.caseId()));
        if (meetings.get(context.caseId()).decision() == null) {
            var founding = foundings.get(context.caseId());
            shown.put("field", founding.fields().getFirst());
            shown.put("fields", founding.fields());
            shown.put("regions", founding.regions());
        }
        return shown;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var decision = decision(answers);
        decision.check(
                foundings.get(context.caseId()),
                fields.sectors(decision.fields()),
                ledgers.holdsDemand(context.caseId()),
                findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var decision = decision(answers);
        meetings.decide(
                context.caseId(),
                new ReviewMeeting.Attendance(
                        answers.text("attendedDemand"),
                        answers.text("attendedEducation"),
                        answers.text("attendedScience"),
                        answers.text("attendedOthers")),
                answers.text("minutes"),
                decision);
        context.set("fieldDecision", decision.kind().outcome());
    }

    private static Decision decision(Answers answers) {
        var kind = FieldDecision.valueOf(answers.text("decision"));
        var chosen = switch (kind) {
            case SINGLE -> List.of(answers.text("field"));
            case INTEGRATED, COMPREHENSIVE, COMPOSITE -> answers.texts("fields");
            case NOT_NOW, SUPPLEMENT -> List.<String>of();
        };
        return new Decision(kind, chosen, answers.texts("regions"), answers.text("reasons"));
    }
}
