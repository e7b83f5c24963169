package rongtong.factory.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The industry department looks at assets and site, and writes down what it found. */
@Component
class VisitSite implements Step {

    private final InvestmentValues values;

    VisitSite(InvestmentValues values) {
        this.values = values;
    }

    @Override
    public String id() {
        return "factory-review/visitSite";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return values.application(context.caseId());
    }
}
