package rongtong.factory.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rongtong.factory.income.Booking;
import rongtong.factory.income.IncomeUse;
import rongtong.factory.income.Incomes;
import rongtong.factory.income.UseCategory;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** After the filing the school books the income, says what it was used for and what the state's assets are worth. */
@Component
class BookIncome implements Step {

    private final IncomeValues values;
    private final Incomes incomes;
    private final Clock clock;

    BookIncome(IncomeValues values, Incomes incomes, Clock clock) {
        this.values = values;
        this.incomes = incomes;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "factory-income-filing/bookIncome";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return values.table(context.caseId());
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        read(context, answers).check(incomes.get(context.caseId()), LocalDate.now(clock), findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        incomes.book(read(context, answers));
        context.set("alarmed", !values.findings(context.caseId()).isEmpty());
    }

    private static Booking read(StepContext context, Answers answers) {
        return new Booking(
                context.caseId(),
                answers.text("budgetEntry"),
                Objects.requireNonNull(answers.date("bookedOn")),
                answers.rows("uses").stream()
                        .map(row -> new IncomeUse(
                                UseCategory.valueOf(row.text("category")),
                                ReportIncome.amount(row, "amount"),
                                row.text("note")))
                        .toList(),
                ReportIncome.amount(answers, "retained"),
                ReportIncome.amount(answers, "valueStart"),
                ReportIncome.amount(answers, "valueEnd"));
    }
}
