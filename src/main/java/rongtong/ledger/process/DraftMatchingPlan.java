package rongtong.ledger.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.ledger.Consolidation;
import rongtong.ledger.Entry;
import rongtong.ledger.LedgerRounds;
import rongtong.ledger.LedgerType;
import rongtong.ledger.MatchingPlan;
import rongtong.ledger.Side;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The demand department compares demand with supply and draws up the matching plan from a draft. */
@Component
class DraftMatchingPlan implements Step {

    private static final int ROWS_SHOWN = 300;
    private static final int CHOICES_PER_SIDE = 200;
    private static final int ROWS_DRAFTED = 20;
    private static final int GAPS_NAMED = 5;

    private final LedgerRounds rounds;
    private final LedgerTables tables;
    private final Texts texts;

    DraftMatchingPlan(LedgerRounds rounds, LedgerTables tables, Texts texts) {
        this.rounds = rounds;
        this.tables = tables;
        this.texts = texts;
    }

    @Override
    public String id() {
        return "ledger-round/draftMatchingPlan";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var round = rounds.current(context.caseId());
        var consolidation = rounds.consolidation(round);
        var matchable = rounds.matchable(round, ROWS_DRAFTED);
        var supplyLedger = rounds.ledger(context.caseId(), LedgerType.SUPPLY).id();
        var values = new LinkedHashMap<String, Object>();
        values.put("round", round.id().toString());
        values.put(
                "consolidation",
                tables.comparison(
                        consolidation.rows().stream().limit(ROWS_SHOWN).toList()));
        for (var side : Side.values()) {
            var offered = new LinkedHashMap<UUID, Entry>();
            matchable.stream()
                    .filter(entry -> entry.ledgerId().equals(supplyLedger) == (side == Side.SUPPLY))
                    .forEach(entry -> offered.put(entry.id(), entry));
            rounds.largest(round, side, CHOICES_PER_SIDE).forEach(entry -> offered.putIfAbsent(entry.id(), entry));
            values.put(
                    side == Side.DEMAND ? "demandOptions" : "supplyOptions",
                    tables.choices(List.copyOf(offered.values())));
        }
        values.put("matches", draftRows(matchable, supplyLedger));
        values.put("planText", draftText(consolidation));
        return values;
    }

    /** One row for each field and level that is both needed and offered. */
    private List<Map<String, Object>> draftRows(List<Entry> matchable, UUID supplyLedger) {
        record Group(String field, Object kind, String level) {}
        var groups = new LinkedHashMap<Group, List<Entry>>();
        matchable.forEach(entry -> groups.computeIfAbsent(
                        new Group(entry.field(), entry.kind(), Objects.toString(entry.level())),
                        group -> new ArrayList<>())
                .add(entry));
        var rows = new ArrayList<Map<String, Object>>();
        for (var entries : groups.values()) {
            var first = entries.getFirst();
            rows.add(Map.of(
                    "demandEntries", ids(entries, supplyLedger, false),
                    "supplyEntries", ids(entries, supplyLedger, true),
                    "note",
                            texts.of(
                                    "ledger.plan.draft-note." + first.kind(),
                                    first.fieldName(),
                                    tables.level(first.kind(), first.level()))));
        }
        return rows.isEmpty() ? List.of(Map.of()) : rows;
    }

    private static List<String> ids(List<Entry> entries, UUID supplyLedger, boolean supply) {
        return entries.stream()
                .filter(entry -> entry.ledgerId().equals(supplyLedger) == supply)
                .map(entry -> entry.id().toString())
                .toList();
    }

    private String draftText(Consolidation consolidation) {
        var gaps = consolidation.rows().stream()
                .filter(row -> row.gap() > 0)
                .sorted(Comparator.comparing(Consolidation.Row::gap).reversed())
                .limit(GAPS_NAMED)
                .map(row -> texts.of(
                        "ledger.plan.draft-gap", row.fieldName(), tables.level(row.kind(), row.level()), row.gap()))
                .toList();
        return texts.of(
                "ledger.plan.draft-text",
                consolidation.demand(),
                consolidation.supply(),
                gaps.isEmpty()
                        ? texts.of("ledger.plan.draft-no-gap")
                        : String.join(texts.of("ledger.plan.draft-and"), gaps));
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        rounds.problems(rounds.current(context.caseId()), plan(answers), context.organization())
                .forEach(problem -> findings.error(problem.field(), problem.message()));
    }

    @Override
    public void record(StepContext context, Answers answers) {
        rounds.plan(rounds.current(context.caseId()), plan(answers), context.organization());
    }

    private static MatchingPlan plan(Answers answers) {
        var matches = answers.rows("matches").stream()
                .map(row ->
                        new MatchingPlan.Match(ids(row, "demandEntries"), ids(row, "supplyEntries"), row.text("note")))
                .toList();
        return new MatchingPlan(answers.text("planText"), matches);
    }

    private static List<UUID> ids(Answers row, String key) {
        return row.texts(key).stream().distinct().map(DraftMatchingPlan::id).toList();
    }

    /** What is no id cannot be an entry of the round, and is refused as such. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return new UUID(0, 0);
        }
    }
}
