package rongtong.ledger.process;

import java.util.Locale;
import java.util.Map;
import rongtong.ledger.LedgerRounds;
import rongtong.ledger.LedgerType;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The co-owner of a ledger agrees, or returns it with a reason. */
final class ConfirmLedger implements Step {

    private final String task;
    private final LedgerType type;
    private final LedgerRounds rounds;
    private final LedgerTables tables;

    ConfirmLedger(String task, LedgerType type, LedgerRounds rounds, LedgerTables tables) {
        this.task = task;
        this.type = type;
        this.rounds = rounds;
        this.tables = tables;
    }

    @Override
    public String id() {
        return "ledger-round/" + task;
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var ledger = rounds.ledger(context.caseId(), type);
        return Map.of(
                "ledger",
                ledger.id().toString(),
                "summary",
                tables.sums(ledger),
                "surveyList",
                LedgerAnswers.rows(rounds.surveys(ledger)),
                "mergeNote",
                ledger.mergeNote() == null ? "" : ledger.mergeNote());
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var ledger = rounds.ledger(context.caseId(), type);
        var prefix = type.name().toLowerCase(Locale.ROOT);
        if (answers.text(prefix + "Decision").equals("RETURN")) {
            rounds.giveBack(ledger, answers.text(prefix + "Reason"));
        } else {
            rounds.confirm(ledger);
        }
    }
}
