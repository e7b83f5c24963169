package rongtong.factory.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.factory.Routes;
import rongtong.factory.income.ValueStatements;
import rongtong.factory.register.FactoryRegister;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The start of a yearly statement, by the school or for it when the year has ended: one for each factory and year. */
@Component
class BeginStatement implements Step {

    private final ValueStatements statements;
    private final FactoryRegister register;
    private final Routes routes;
    private final Clock clock;

    BeginStatement(ValueStatements statements, FactoryRegister register, Routes routes, Clock clock) {
        this.statements = statements;
        this.register = register;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "factory-yearly-statement/start";
    }

    @Override
    public Optional<Message> refusal(String organization) {
        return ReportIncome.owns(routes, register, organization);
    }

    @Override
    public Optional<Message> withdrawalRefusal(UUID caseId) {
        return statements.obstacle(caseId);
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var factory = UUID.fromString(answers.text("factory"));
        var year = year(answers);
        var registered = register.running(factory, ApplyInvestment.school(context));
        if (registered.isEmpty()) {
            findings.error("factory", Message.of("factory.apply.not-your-factory"));
            return;
        }
        if (year > LocalDate.now(clock).getYear()) {
            findings.error("year", Message.of("factory.statement.not-yet", String.valueOf(year)));
        }
        if (year < registered.get().registeredOn().getYear()) {
            findings.error("year", Message.of("factory.statement.before-registration", String.valueOf(year)));
        }
        if (statements.isBegun(factory, year)) {
            findings.error("year", Message.of("factory.statement.begun", String.valueOf(year)));
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var factory = UUID.fromString(answers.text("factory"));
        statements.begin(factory, year(answers), context.caseId());
        context.set("school", ApplyInvestment.school(context));
        context.set("financeOrgan", register.financeOrgan(factory));
        context.set("factory", factory.toString());
        context.set("year", year(answers));
    }

    private static int year(Answers answers) {
        return ReportIncome.amount(answers, "year").intValueExact();
    }
}
