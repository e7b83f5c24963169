package rongtong.factory.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The finance department's handler examines what the industry department has consented to, and proposes. */
@Component
class ExamineInvestment implements Step {

    private final InvestmentValues values;

    ExamineInvestment(InvestmentValues values) {
        this.values = values;
    }

    @Override
    public String id() {
        return "factory-decision/examineInvestment";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return values.application(context.caseId());
    }
}
