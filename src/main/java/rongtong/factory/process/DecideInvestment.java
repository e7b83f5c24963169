package rongtong.factory.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.credit.Credits;
import rongtong.factory.InvestmentKind;
import rongtong.factory.Investments;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The leader of the finance department of the school's own level decides (审批), or takes longer, once. */
@Component
class DecideInvestment implements Step {

    private static final String EXTEND = "EXTEND";

    private final InvestmentValues values;
    private final Investments investments;
    private final Credits credits;
    private final Organizations organizations;

    DecideInvestment(InvestmentValues values, Investments investments, Credits credits, Organizations organizations) {
        this.values = values;
        this.investments = investments;
        this.credits = credits;
        this.organizations = organizations;
    }

    @Override
    public String id() {
        return "factory-decision/decideInvestment";
    }

    /** To take longer is offered as long as nobody has (D2: once). */
    @Override
    public Map<String, Object> values(StepContext context) {
        var all = new LinkedHashMap<>(values.application(context.caseId()));
        var decisions = new ArrayList<>(List.of("APPROVE", "CONDITIONS", "REFUSE", "RETURN", "BACK"));
        if (!investments.get(context.caseId()).extended()) {
            decisions.add(EXTEND);
        }
        all.put(
                "decisionOptions",
                decisions.stream()
                        .map(decision -> Map.of("value", decision, "label", values.say("factory.decision." + decision)))
                        .toList());
        return all;
    }

    /** Credit is asked again before the approval (R-JL-39): it may have changed since the application. */
    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        if (!isApproval(answers)) {
            return;
        }
        var investment = investments.get(context.caseId()).investment();
        if (investment.kind() == InvestmentKind.EXIT) {
            return;
        }
        var both = new ArrayList<>(List.of(investment.school()));
        investment.partners().forEach(partner -> both.add(partner.organization()));
        for (var organization : both) {
            var standing = credits.of(organization);
            if (!standing.isGood()) {
                var first = standing.obstacles().getFirst();
                findings.error(
                        "financeDecision",
                        Message.of(
                                "factory.apply.bad-credit",
                                organizations.name(organization),
                                first.reason(),
                                first.source()));
            }
        }
    }

    @Override
    public void record(StepContext context, Answers answers) {
        switch (answers.text("financeDecision")) {
            case "APPROVE" -> investments.approve(context.caseId(), "");
            case "CONDITIONS" -> investments.approve(context.caseId(), answers.text("conditions"));
            case "REFUSE" -> investments.refuse(context.caseId(), answers.text("refusal"));
            case EXTEND -> investments.extend(context.caseId(), answers.text("extensionReason"));
            default -> {}
        }
    }

    private static boolean isApproval(Answers answers) {
        return List.of("APPROVE", "CONDITIONS").contains(answers.text("financeDecision"));
    }
}
