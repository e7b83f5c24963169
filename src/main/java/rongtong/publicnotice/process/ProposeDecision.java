package rongtong.publicnotice.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.publicnotice.Objections;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The handler proposes whether the objection is to be upheld. */
@Component
class ProposeDecision implements Step {

    private final Objections objections;
    private final ObjectionValues values;

    ProposeDecision(Objections objections, ObjectionValues values) {
        this.objections = objections;
        this.values = values;
    }

    @Override
    public String id() {
        return Objections.SERVICE + "/proposeDecision";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        return values.of(context);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        objections.propose(context.caseId(), answers.text("proposal").equals("UPHELD"), answers.text("proposalReason"));
    }
}
