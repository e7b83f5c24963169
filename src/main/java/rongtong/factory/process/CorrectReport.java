package rongtong.factory.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.factory.income.Incomes;
import rongtong.workflow.Answers;
import rongtong.workflow.AskedForm;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The school corrects its report the way the finance department asked. */
@Component
class CorrectReport implements Step {

    private final ReportIncome report;
    private final IncomeValues values;
    private final Incomes incomes;

    CorrectReport(ReportIncome report, IncomeValues values, Incomes incomes) {
        this.report = report;
        this.values = values;
        this.incomes = incomes;
    }

    @Override
    public String id() {
        return "factory-income-filing/correctReport";
    }

    @Override
    public AskedForm form(StepContext context, AskedForm drawn) {
        return new AskedForm("factory-income-filing", "start", drawn.json(), drawn.form());
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return values.form(incomes.get(context.caseId()));
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        report.check(context, answers, findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        report.record(context, answers);
    }
}
