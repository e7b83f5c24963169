package rongtong.factory.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.factory.Investments;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The industry department's leader consents or does not (审核): without consent finance never sees the case. */
@Component
class DecideReview implements Step {

    private final InvestmentValues values;
    private final Investments investments;

    DecideReview(InvestmentValues values, Investments investments) {
        this.values = values;
        this.investments = investments;
    }

    @Override
    public String id() {
        return "factory-review/decideReview";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return values.review(context);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        switch (answers.text("reviewDecision")) {
            case "AGREE" -> investments.consent(context.caseId());
            case "DISAGREE" -> investments.dissent(context.caseId(), answers.text("reviewRefusal"));
            default -> {}
        }
    }
}
