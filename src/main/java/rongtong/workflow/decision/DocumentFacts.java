package rongtong.workflow.decision;

import java.util.Map;
import java.util.UUID;

/**
 * What a procedure knows that documents of a kind say: defects of a notice of corrections, conditions of an approval.
 * Implemented as a bean; places that nobody fills are looked for in the case's variables and answers by their names.
 */
public interface DocumentFacts {

    /** @param kind key of the kind of document, such as {@code correction-notice} */
    boolean serves(String kind);

    /**
     * Texts by the places of the kind ({@code data/document-kinds.csv}); for a list, maps of its fields.
     *
     * @param variables process variables that the step can see
     */
    Map<String, Object> facts(UUID caseId, Map<String, Object> variables);
}
