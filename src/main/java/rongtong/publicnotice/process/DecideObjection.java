package rongtong.publicnotice.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.publicnotice.Objections;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The leader decides: what is upheld changes the published list, by this decision. */
@Component
class DecideObjection implements Step {

    private final Objections objections;
    private final ObjectionValues values;

    DecideObjection(Objections objections, ObjectionValues values) {
        this.objections = objections;
        this.values = values;
    }

    @Override
    public String id() {
        return Objections.SERVICE + "/decideObjection";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var shown = values.of(context);
        objections
                .ofCase(context.caseId())
                .ifPresent(objection -> shown.put("answerReason", objection.proposalReason()));
        return shown;
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var decision = answers.text("objectionDecision");
        if (!decision.equals("RETURN")) {
            objections.decide(context.caseId(), decision.equals("UPHELD"), answers.text("answerReason"));
        }
    }
}
