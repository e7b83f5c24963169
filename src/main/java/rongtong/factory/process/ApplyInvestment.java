package rongtong.factory.process;

import java.util.Optional;
import org.springframework.stereotype.Component;
import rongtong.factory.Investments;
import rongtong.factory.Routes;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The start: a school applies to invest state assets in a factory of its own. */
@Component
class ApplyInvestment implements Step {

    private final InvestmentAnswers application;
    private final Investments investments;
    private final Routes routes;

    ApplyInvestment(InvestmentAnswers application, Investments investments, Routes routes) {
        this.application = application;
        this.investments = investments;
        this.routes = routes;
    }

    @Override
    public String id() {
        return "factory-investment/start";
    }

    @Override
    public Optional<Message> refusal(String organization) {
        return routes.refusal(organization);
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        application.check(context, school(context), answers, findings);
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var investment = application.read(context, school(context), answers);
        investments.apply(investment, answers.values());
        context.set("school", investment.school());
        context.set("industryOrgan", investment.route().industryOrgan());
        context.set("financeOrgan", investment.route().financeOrgan());
    }

    @Override
    public void recordCorrection(StepContext context, Answers answers) {
        record(context, answers);
    }

    /** The one that started the case, also where somebody else corrects it. */
    static String school(StepContext context) {
        return context.text("initiator");
    }
}
