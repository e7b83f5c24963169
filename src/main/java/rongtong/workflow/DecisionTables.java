package rongtong.workflow;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Service;

/** Asks the decision tables (DMN) that are deployed with the diagrams. */
@Service
public class DecisionTables {

    private final DecisionService decisions;

    DecisionTables(DecisionService decisions) {
        this.decisions = decisions;
    }

    /**
     * The outputs of the one row that fits, by the newest version of the table.
     *
     * @param table id of the decision, such as {@code factory-routing}
     * @param inputs values by the names that the table reads; each must be there
     * @return nothing if no row fits
     */
    public Optional<Map<String, Object>> decide(String table, Map<String, Object> inputs) {
        var result = decisions.evaluateDecisionTableByKey(table, inputs);
        return result.isEmpty()
                ? Optional.empty()
                : Optional.of(result.getSingleResult().getEntryMap());
    }
}
