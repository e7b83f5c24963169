package rongtong.workflow.expert;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** One expert gives an opinion; colleagues of the same organisation cannot do it instead. */
@Component
class GiveExpertOpinion implements Step {

    private final ExpertOpinions opinions;

    GiveExpertOpinion(ExpertOpinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public String id() {
        return "expert-opinion/giveExpertOpinion";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return opinions.round(context.caseId(), context.text("subject"))
                .<Map<String, Object>>map(round -> Map.of("question", round.text()))
                .orElse(Map.of());
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        if (!context.actor().equals(context.requiredUnit())) {
            findings.error("conclusion", Message.of("clock.expert.not-you"));
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        opinions.state(
                context.caseId(),
                context.text("subject"),
                context.requiredUnit(),
                Conclusion.valueOf(answers.text("conclusion")),
                answers.text("expertText"));
    }
}
