package rongtong.selection.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The convening department judges where the credit is in doubt, and says why (R-JL-39). */
@Component
class JudgeCredit implements Step {

    private final CreditChecks checks;

    JudgeCredit(CreditChecks checks) {
        this.checks = checks;
    }

    @Override
    public String id() {
        return "pilot-check/judgeCredit";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return Map.of("creditRows", checks.rows(context.caseId()));
    }
}
