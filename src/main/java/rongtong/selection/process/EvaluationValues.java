package rongtong.selection.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.selection.register.Conclusion;
import rongtong.selection.register.Evaluation;
import rongtong.selection.register.EvaluationKind;
import rongtong.selection.register.Evaluations;
import rongtong.selection.register.Recognitions;
import rongtong.shared.Texts;
import rongtong.ui.Formats;
import rongtong.workflow.StepContext;

/** What the forms of {@code pilot-evaluation.bpmn} show of the recognition and of its evaluations so far. */
@Component
class EvaluationValues {

    private final Recognitions recognitions;
    private final Evaluations evaluations;
    private final Texts texts;

    EvaluationValues(Recognitions recognitions, Evaluations evaluations, Texts texts) {
        this.recognitions = recognitions;
        this.evaluations = evaluations;
        this.texts = texts;
    }

    static UUID recognition(StepContext context) {
        return UUID.fromString(context.text("recognition"));
    }

    static EvaluationKind check(StepContext context) {
        return EvaluationKind.valueOf(context.text("check"));
    }

    /** Number, name of the check, and the evaluations before. */
    Map<String, Object> head(StepContext context) {
        var recognition = recognition(context);
        var values = new HashMap<String, Object>();
        values.put("recognitionNumber", recognitions.get(recognition).number());
        values.put("checkName", texts.of("selection.register.check." + check(context)));
        values.put(
                "evaluations",
                evaluations.of(recognition).stream().map(this::row).toList());
        return values;
    }

    /** Whether the check that is under way has been evaluated once and had to be put right. */
    boolean isAgain(StepContext context) {
        var before = evaluations.of(recognition(context));
        return !before.isEmpty() && before.getLast().conclusion() == Conclusion.RECTIFY;
    }

    private Map<String, String> row(Evaluation evaluation) {
        return Map.of(
                "kind", texts.of("selection.register.check." + evaluation.kind()),
                "day", Formats.day(evaluation.at()),
                "evaluator", evaluation.evaluator(),
                "grade", texts.of("selection.register.grade." + evaluation.grade()),
                "conclusion", texts.of("selection.register.conclusion." + evaluation.conclusion()));
    }

    /** What an earlier check answered is not the answer of this one. */
    static void clear(Map<String, Object> values, List<String> keys) {
        keys.forEach(key -> values.put(key, ""));
    }
}
