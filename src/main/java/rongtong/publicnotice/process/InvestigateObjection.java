package rongtong.publicnotice.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.publicnotice.Objections;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The handler accepts the objection and looks into it, or refuses it with a reason. */
@Component
class InvestigateObjection implements Step {

    private final Objections objections;
    private final ObjectionValues values;

    InvestigateObjection(Objections objections, ObjectionValues values) {
        this.objections = objections;
        this.values = values;
    }

    @Override
    public String id() {
        return Objections.SERVICE + "/investigateObjection";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return values.of(context);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        if (answers.text("objectionAcceptance").equals("REFUSE")) {
            objections.refuse(context.caseId(), answers.text("findings"), answers.text("refusalReason"));
        } else {
            objections.accept(context.caseId(), answers.text("findings"));
        }
    }
}
