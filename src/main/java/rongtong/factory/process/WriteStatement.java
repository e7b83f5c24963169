package rongtong.factory.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.factory.income.ValueStatement;
import rongtong.factory.income.ValueStatements;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The school states what its state assets were worth at both ends of the year (R-JL-12). */
@Component
class WriteStatement implements Step {

    private final ValueStatements statements;
    private final Clock clock;

    WriteStatement(ValueStatements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "factory-yearly-statement/writeStatement";
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var statement = new ValueStatement(
                UUID.fromString(context.text("factory")),
                Integer.parseInt(context.text("year")),
                ReportIncome.amount(answers, "valueStart"),
                ReportIncome.amount(answers, "valueEnd"),
                ReportIncome.amount(answers, "gross"),
                answers.text("remark"),
                context.caseId(),
                LocalDate.now(clock));
        statements.state(statement);
        context.set("alarmed", statement.valueLost().signum() > 0);
    }
}
