package rongtong.factory.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.factory.income.Filings;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The finance department puts the report on file, or asks for a correction; it approves nothing (R-JL-16). */
@Component
class FileIncome implements Step {

    private final IncomeValues values;
    private final Filings filings;

    FileIncome(IncomeValues values, Filings filings) {
        this.values = values;
        this.filings = filings;
    }

    @Override
    public String id() {
        return "factory-income-filing/fileIncome";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return values.table(context.caseId());
    }

    @Override
    public void record(StepContext context, Answers answers) {
        if (answers.text("filing").equals("FILE")) {
            filings.file(context.caseId(), context.text("financeOrgan"));
        }
    }
}
