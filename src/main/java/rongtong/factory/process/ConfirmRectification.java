package rongtong.factory.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.factory.income.Alarms;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The finance department confirms that it is put right; only then the alarm is closed. */
@Component
class ConfirmRectification implements Step {

    private final IncomeValues values;
    private final Alarms alarms;

    ConfirmRectification(IncomeValues values, Alarms alarms) {
        this.values = values;
        this.alarms = alarms;
    }

    @Override
    public String id() {
        return "factory-rectification/confirmRectification";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return Map.of("findings", values.findings(context.caseId()));
    }

    @Override
    public void record(StepContext context, Answers answers) {
        if (answers.text("rectification").equals("DONE")) {
            alarms.resolve(context.caseId(), context.organization());
        }
    }
}
