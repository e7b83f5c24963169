package rongtong.workflow.correction;

import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.Timeline;

/** The leader of the organ allows a further correction in the same stage, with a reason (default D13). */
@Component
class ApproveCorrection implements Step {

    private final Defects defects;
    private final Timeline timeline;

    ApproveCorrection(Defects defects, Timeline timeline) {
        this.defects = defects;
        this.timeline = timeline;
    }

    @Override
    public String id() {
        return "acceptance/approveCorrection";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return Map.of(
                "askedBefore",
                defects.asked(context.caseId(), context.text("stage")),
                "proposedDefects",
                marks(context).stream()
                        .map(mark -> Map.of(
                                "field", mark.field(),
                                "label", english ? mark.labelEn() : mark.label(),
                                "reason", mark.reason()))
                        .toList());
    }

    private List<Defects.Mark> marks(StepContext context) {
        return defects.latest(context.caseId(), context.text("stage"), "PROPOSED")
                .map(round -> defects.marks(round.id()))
                .orElse(List.of());
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var approved = answers.text("approval").equals("APPROVE");
        var reason = answers.text("approvalReason");
        var marks = marks(context);
        defects.latest(context.caseId(), context.text("stage"), "PROPOSED")
                .ifPresent(round -> defects.decide(round, approved, reason));
        timeline.note(
                context.caseId(),
                approved ? "correction-approved" : "correction-not-approved",
                context.text("organ"),
                reason);
        if (approved) {
            timeline.note(context.caseId(), "correction-asked", context.text("organ"), AcceptanceSteps.listed(marks));
        }
    }
}
