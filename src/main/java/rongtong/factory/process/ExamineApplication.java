package rongtong.factory.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The industry department's handler examines the application and proposes. */
@Component
class ExamineApplication implements Step {

    private final InvestmentValues values;

    ExamineApplication(InvestmentValues values) {
        this.values = values;
    }

    @Override
    public String id() {
        return "factory-review/examineApplication";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return values.review(context);
    }
}
