package rongtong.workflow.countersign;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** One unit states its opinion. */
@Component
class GiveOpinion implements Step {

    private final Countersigns countersigns;

    GiveOpinion(Countersigns countersigns) {
        this.countersigns = countersigns;
    }

    @Override
    public String id() {
        return "countersign/giveOpinion";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return countersigns
                .round(context.caseId(), context.text("subject"))
                .<Map<String, Object>>map(round -> Map.of("subjectTitle", round.title(), "subjectText", round.text()))
                .orElse(Map.of());
    }

    @Override
    public void record(StepContext context, Answers answers) {
        countersigns.state(
                context.caseId(),
                context.text("subject"),
                context.requiredUnit(),
                Stance.valueOf(answers.text("stance")),
                answers.text("comment"),
                context.actor());
    }
}
