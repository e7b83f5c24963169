package rongtong.workflow.expert;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The organ records what it found on the spot. */
@Component
class RecordVisit implements Step {

    private final ExpertOpinions opinions;

    RecordVisit(ExpertOpinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public String id() {
        return "expert-opinion/recordVisit";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return opinions.round(context.caseId(), context.text("subject"))
                .<Map<String, Object>>map(round -> Map.of("visitPlan", round.text()))
                .orElse(Map.of());
    }

    @Override
    public void record(StepContext context, Answers answers) {
        opinions.state(
                context.caseId(),
                context.text("subject"),
                context.actor(),
                Conclusion.valueOf(answers.text("conclusion")),
                answers.text("visitText"));
    }
}
