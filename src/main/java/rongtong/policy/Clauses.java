package rongtong.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import rongtong.shared.Csv;

/** The clauses of the policy documents. */
@Component
public class Clauses {

    private final Map<String, Clause> byReference = new LinkedHashMap<>();

    Clauses() {
        for (var row : Csv.read("data/clauses.csv")) {
            var clause = new Clause(
                    row.text("document"),
                    row.text("document_title"),
                    row.text("number"),
                    row.text("title"),
                    row.text("quotation"),
                    row.orNull("responsible"),
                    row.orNull("lead"));
            byReference.put(clause.document() + " " + clause.number(), clause);
        }
    }

    public Optional<Clause> find(String document, String number) {
        return find(document + " " + number);
    }

    /** @param reference as models and rules write it, such as {@code LN-ALLIANCE 二(一)1} */
    public Optional<Clause> find(String reference) {
        return Optional.ofNullable(byReference.get(reference.strip()));
    }

    /** In the order of the document. */
    public List<Clause> of(String document) {
        return byReference.values().stream()
                .filter(clause -> clause.document().equals(document))
                .toList();
    }
}
