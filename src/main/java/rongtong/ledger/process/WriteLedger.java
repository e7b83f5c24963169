package rongtong.ledger.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rongtong.ledger.Ledger;
import rongtong.ledger.LedgerRounds;
import rongtong.ledger.LedgerType;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/**
 * A ledger is written, by hand in the form or before that page by page and from Excel. With the form the owner submits
 * it to the co-owner; of the services ledger the competent departments first write the entries, which is not yet its
 * submission.
 */
final class WriteLedger implements Step {

    private final String task;
    private final LedgerType type;
    private final boolean submits;
    private final LedgerRounds rounds;

    WriteLedger(String task, LedgerType type, boolean submits, LedgerRounds rounds) {
        this.task = task;
        this.type = type;
        this.submits = submits;
        this.rounds = rounds;
    }

    @Override
    public String id() {
        return "ledger-round/" + task;
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var ledger = ledger(context);
        var surveys = rounds.surveys(ledger);
        var values = new LinkedHashMap<String, Object>();
        values.put("ledger", ledger.id().toString());
        values.put("entryCount", ledger.entries());
        values.put("surveys", surveys.isEmpty() ? List.of(Map.of()) : LedgerAnswers.rows(surveys));
        values.put("entries", List.of(Map.of("kind", "TALENT", "year", rounds.year())));
        values.put("returnReason", ledger.returnReason() == null ? "" : ledger.returnReason());
        return values;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        var ledger = ledger(context);
        var entries = LedgerAnswers.entries(answers);
        rounds.problems(ledger, entries).forEach(problem -> findings.error(problem.field(), problem.message()));
        rounds.obstacles(ledger, LedgerAnswers.surveys(answers), entries.size())
                .forEach(problem -> findings.error(problem.field(), problem.message()));
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var ledger = ledger(context);
        rounds.write(ledger, LedgerAnswers.surveys(answers), LedgerAnswers.entries(answers), context.organization());
        if (submits) {
            rounds.submit(ledger, answers.text("mergeNote"));
        }
    }

    private Ledger ledger(StepContext context) {
        return rounds.ledger(context.caseId(), type);
    }
}
