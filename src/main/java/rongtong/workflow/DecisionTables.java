package rongtong.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.springframework.stereotype.Service;

/** Asks the decision tables (DMN) that are deployed with the diagrams. */
@Service
public class DecisionTables {

    private final DecisionService decisions;
    private final RepositoryService repository;

    DecisionTables(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
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

    /** Ids of the tables whose id begins so, in order. */
    public List<String> beginning(String prefix) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKeyLike(prefix + "%")
                .latestVersion()
                .list()
                .stream()
                .map(DecisionDefinition::getKey)
                .sorted()
                .toList();
    }
}
