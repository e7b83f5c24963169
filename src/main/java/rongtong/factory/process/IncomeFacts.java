package rongtong.factory.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.factory.income.Incomes;
import rongtong.workflow.Deadlines;
import rongtong.workflow.decision.DocumentFacts;

/** What receipts and notices of rectification say; they are written in Chinese. */
@Component
class IncomeFacts implements DocumentFacts {

    private static final List<String> KINDS = List.of("filing-receipt", "rectification-notice");

    private final Incomes incomes;
    private final IncomeValues values;
    private final Deadlines deadlines;

    IncomeFacts(Incomes incomes, IncomeValues values, Deadlines deadlines) {
        this.incomes = incomes;
        this.values = values;
        this.deadlines = deadlines;
    }

    @Override
    public boolean serves(String kind) {
        return KINDS.contains(kind);
    }

    @Override
    public Map<String, Object> facts(UUID caseId, Map<String, Object> variables) {
        var facts = new LinkedHashMap<String, Object>();
        var findings = values.findings(caseId);
        if (!findings.isEmpty()) {
            facts.put("findings", findings);
            facts.put(
                    "rectifyBy",
                    deadlines.within("factory.rectification-days").toInstant().toString());
        }
        incomes.find(caseId).ifPresent(income -> {
            if (income.filingNumber() != null && income.filedOn() != null) {
                facts.put("filingNumber", income.filingNumber());
                facts.put("filedOn", income.filedOn().toString());
                facts.put("items", values.items(caseId));
            }
        });
        return facts;
    }
}
