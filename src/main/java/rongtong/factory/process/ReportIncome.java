package rongtong.factory.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.calendar.WorkingDays;
import rongtong.factory.Routes;
import rongtong.factory.income.IncomeReport;
import rongtong.factory.income.Incomes;
import rongtong.factory.register.FactoryRegister;
import rongtong.policy.Settings;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The start: a return on state capital is realised and the school reports it (R-JL-16). */
@Component
class ReportIncome implements Step {

    private final Incomes incomes;
    private final FactoryRegister register;
    private final Routes routes;
    private final Settings settings;
    private final WorkingDays workingDays;
    private final Clock clock;

    ReportIncome(
            Incomes incomes,
            FactoryRegister register,
            Routes routes,
            Settings settings,
            WorkingDays workingDays,
            Clock clock) {
        this.incomes = incomes;
        this.register = register;
        this.routes = routes;
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "factory-income-filing/start";
    }

    @Override
    public Optional<Message> refusal(String organization) {
        return owns(routes, register, organization);
    }

    /** Why a school has nothing to report: it has no route, or no factory that runs. */
    static Optional<Message> owns(Routes routes, FactoryRegister register, String school) {
        return routes.refusal(school)
                .or(() -> register.runningOf(school).isEmpty()
                        ? Optional.of(Message.of("factory.income.no-factory"))
                        : Optional.empty());
    }

    @Override
    public Optional<Message> withdrawalRefusal(UUID caseId) {
        return incomes.obstacle(caseId);
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var report = read(context, answers);
        report.check(LocalDate.now(clock), latestOnTime(report.eventDate()), findings);
        if (register.running(report.factory(), ApplyInvestment.school(context)).isEmpty()) {
            findings.error("factory", Message.of("factory.apply.not-your-factory"));
        }
    }

    private LocalDate latestOnTime(LocalDate event) {
        return workingDays.after(event, settings.number("factory.report-days"));
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var report = read(context, answers);
        incomes.report(report);
        context.set("school", ApplyInvestment.school(context));
        context.set("financeOrgan", register.financeOrgan(report.factory()));
    }

    private static IncomeReport read(StepContext context, Answers answers) {
        return new IncomeReport(
                context.caseId(),
                UUID.fromString(answers.text("factory")),
                Objects.requireNonNull(answers.date("eventDate")),
                Objects.requireNonNull(answers.date("periodFrom")),
                Objects.requireNonNull(answers.date("periodTo")),
                amount(answers, "gross"),
                amount(answers, "cost"),
                amount(answers, "returnAmount"));
    }

    static BigDecimal amount(Answers answers, String key) {
        return Objects.requireNonNullElse(answers.number(key), BigDecimal.ZERO);
    }
}
