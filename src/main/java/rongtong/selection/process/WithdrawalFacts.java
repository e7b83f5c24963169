package rongtong.selection.process;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.selection.register.Evaluation;
import rongtong.selection.register.Evaluations;
import rongtong.selection.register.Recognitions;
import rongtong.shared.Texts;
import rongtong.ui.Formats;
import rongtong.workflow.decision.DocumentFacts;

/**
 * What the document of a withdrawal says: the entry, the reasons, and the evaluations that it rests on (R-JL-34, R-LN-14).
 * Documents are written in Chinese.
 */
@Component
class WithdrawalFacts implements DocumentFacts {

    private final Recognitions recognitions;
    private final Evaluations evaluations;
    private final Texts texts;

    WithdrawalFacts(Recognitions recognitions, Evaluations evaluations, Texts texts) {
        this.recognitions = recognitions;
        this.evaluations = evaluations;
        this.texts = texts;
    }

    @Override
    public boolean serves(String kind) {
        return kind.equals("recognition-withdrawal");
    }

    @Override
    public Map<String, Object> facts(UUID caseId, Map<String, Object> variables) {
        return recognitions
                .of(caseId)
                .map(recognition -> {
                    var done = evaluations.of(recognition.id());
                    var facts = new LinkedHashMap<String, Object>();
                    facts.put("recognitionNumber", recognition.number());
                    facts.put("recognitionTitle", recognition.title());
                    facts.put("evaluations", done.stream().map(this::line).toList());
                    if (!done.isEmpty()) {
                        facts.put("reasons", done.getLast().reasons());
                    }
                    return (Map<String, Object>) facts;
                })
                .orElse(Map.of());
    }

    private Map<String, Object> line(Evaluation evaluation) {
        return Map.of(
                "matter",
                texts.of(
                        "selection.register.document-line",
                        texts.of("selection.register.check." + evaluation.kind()),
                        Formats.day(evaluation.at()),
                        evaluation.evaluator()),
                "reason",
                texts.of("selection.register.grade." + evaluation.grade()));
    }
}
