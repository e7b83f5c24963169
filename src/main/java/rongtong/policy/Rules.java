package rongtong.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rongtong.shared.Csv;

/** The rules read out of the policy documents. */
@Component
public class Rules {

    private final Map<String, Rule> byId = new LinkedHashMap<>();

    Rules() {
        for (var row : Csv.read("data/rules.csv")) {
            var rule = new Rule(
                    row.text("id"),
                    row.text("document"),
                    row.text("clause"),
                    row.text("quotation"),
                    row.text("formulation"),
                    row.text("strength").equals("hard"),
                    List.of(row.text("processes").split("; *")));
            byId.put(rule.id(), rule);
        }
    }

    public Optional<Rule> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Rule> all() {
        return List.copyOf(byId.values());
    }

    /** @param process such as {@code P03} */
    public List<Rule> of(String process) {
        return byId.values().stream()
                .filter(rule -> rule.processes().contains(process))
                .toList();
    }
}
