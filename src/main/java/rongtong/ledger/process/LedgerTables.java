package rongtong.ledger.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.ledger.Consolidation;
import rongtong.ledger.Entry;
import rongtong.ledger.EntryKind;
import rongtong.ledger.Ledger;
import rongtong.ledger.LedgerRounds;
import rongtong.ledger.TalentLevel;
import rongtong.shared.Texts;

/** Rows of the tables and choices that the forms of a round show, in the language of the person. */
@Component
class LedgerTables {

    private final LedgerRounds rounds;
    private final Texts texts;

    LedgerTables(LedgerRounds rounds, Texts texts) {
        this.rounds = rounds;
        this.texts = texts;
    }

    /** Entries of a ledger by field and kind. */
    List<Map<String, Object>> sums(Ledger ledger) {
        return rounds.sums(ledger).stream()
                .map(sum -> row(
                        "field", sum.fieldName(),
                        "kind", texts.of("ledger.kind." + sum.kind()),
                        "entries", sum.entries(),
                        "number", sum.number()))
                .toList();
    }

    /** Demand against supply. */
    List<Map<String, Object>> comparison(List<Consolidation.Row> consolidation) {
        return consolidation.stream()
                .map(each -> row(
                        "sector", texts.of("ledger.sector." + each.sector()),
                        "field", each.fieldName(),
                        "level", level(each.kind(), each.level()),
                        "demand", each.demand(),
                        "supply", each.supply(),
                        "gap", each.gap()))
                .toList();
    }

    /** Entries to choose from. */
    List<Map<String, Object>> choices(List<Entry> entries) {
        return entries.stream()
                .map(entry -> row("value", entry.id().toString(), "label", label(entry)))
                .toList();
    }

    String label(Entry entry) {
        return texts.of(
                "ledger.entry.label",
                entry.organizationName(),
                entry.fieldName(),
                level(entry.kind(), entry.level()),
                entry.number(),
                String.valueOf(entry.year()));
    }

    String level(EntryKind kind, @Nullable TalentLevel level) {
        return texts.of(level == null ? "ledger.kind." + kind : "ledger.level." + level);
    }

    private static Map<String, Object> row(Object... pairs) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }
}
