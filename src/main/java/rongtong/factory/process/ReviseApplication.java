package rongtong.factory.process;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.factory.Investments;
import rongtong.workflow.Answers;
import rongtong.workflow.AskedForm;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The school revises what the finance department has returned; the industry department reviews it anew. */
@Component
class ReviseApplication implements Step {

    private final InvestmentAnswers application;
    private final Investments investments;

    ReviseApplication(InvestmentAnswers application, Investments investments) {
        this.application = application;
        this.investments = investments;
    }

    @Override
    public String id() {
        return "factory-investment/reviseApplication";
    }

    /** The application itself: what is handed in now takes its place, also where it is corrected later. */
    @Override
    public AskedForm form(StepContext context, AskedForm drawn) {
        return new AskedForm("factory-investment", "start", drawn.json(), drawn.form());
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var values = new LinkedHashMap<String, Object>();
        investments.answers(context.caseId()).forEach((key, value) -> {
            if (value != null) {
                values.put(key, value);
            }
        });
        return values;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        application.check(context, ApplyInvestment.school(context), answers, findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        investments.apply(application.read(context, ApplyInvestment.school(context), answers), answers.values());
    }
}
