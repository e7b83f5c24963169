package rongtong.factory.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The school puts right what raised the alarm. */
@Component
class PutRight implements Step {

    private final IncomeValues values;

    PutRight(IncomeValues values) {
        this.values = values;
    }

    @Override
    public String id() {
        return "factory-rectification/putRight";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return Map.of("findings", values.findings(context.caseId()));
    }
}
