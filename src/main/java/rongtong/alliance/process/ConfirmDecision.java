package rongtong.alliance.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rongtong.alliance.IndustryFields;
import rongtong.alliance.meeting.ReviewMeetings;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The leader of the demand department confirms the decision or returns it. */
@Component
class ConfirmDecision implements Step {

    private final ReviewMeetings meetings;
    private final IndustryFields fields;
    private final AllianceValues values;
    private final Texts texts;

    ConfirmDecision(ReviewMeetings meetings, IndustryFields fields, AllianceValues values, Texts texts) {
        this.meetings = meetings;
        this.fields = fields;
        this.values = values;
        this.texts = texts;
    }

    @Override
    public String id() {
        return "review-meeting/confirmDecision";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var meeting = meetings.get(context.caseId());
        var decision = Objects.requireNonNull(meeting.decision(), "a meeting is decided before it is confirmed");
        var shown = new HashMap<>(values.facts(context.caseId()));
        shown.put("decisionName", texts.of(ReviewMeetings.nameOf(decision.kind())));
        shown.put("fieldNames", fields.names(decision.fields()));
        shown.put("reasons", decision.reasons());
        shown.put("minutes", Objects.requireNonNullElse(meeting.minutes(), ""));
        shown.put("opinions", values.opinions(context.caseId()));
        return shown;
    }

    @Override
    public void record(StepContext context, Answers answers) {
        if (answers.text("confirmation").equals("CONFIRM")) {
            meetings.confirm(context.caseId(), context.actor());
        }
    }
}
