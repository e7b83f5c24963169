package rongtong.selection.process;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The pilot puts right what the evaluation found. */
@Component
class RectifyPilot implements Step {

    private final EvaluationValues values;

    RectifyPilot(EvaluationValues values) {
        this.values = values;
    }

    @Override
    public String id() {
        return "pilot-evaluation/rectifyPilot";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var shown = values.head(context);
        EvaluationValues.clear(shown, List.of("rectification"));
        shown.put("rectificationFiles", List.of());
        return shown;
    }
}
