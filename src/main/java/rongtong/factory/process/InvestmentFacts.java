package rongtong.factory.process;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.factory.Investment;
import rongtong.factory.InvestmentCase;
import rongtong.factory.Investments;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.decision.DocumentFacts;

/** What official documents say of an application; they are written in Chinese. */
@Component
class InvestmentFacts implements DocumentFacts {

    private final Investments investments;
    private final Organizations organizations;
    private final Texts texts;

    InvestmentFacts(Investments investments, Organizations organizations, Texts texts) {
        this.investments = investments;
        this.organizations = organizations;
        this.texts = texts;
    }

    @Override
    public boolean serves(String kind) {
        return true;
    }

    @Override
    public Map<String, Object> facts(UUID caseId, Map<String, Object> variables) {
        return investments.find(caseId).map(this::facts).orElse(Map.of());
    }

    /** Between 关于 and 的批复, in Chinese whoever clicks. */
    String subject(Investment investment) {
        return texts.in(
                Locale.SIMPLIFIED_CHINESE,
                Message.of(
                        "factory.document.subject." + investment.kind(),
                        organizations.name(investment.school()),
                        investment.name()));
    }

    private Map<String, Object> facts(InvestmentCase found) {
        var investment = found.investment();
        var school = organizations.name(investment.school());
        var kind = investment.kind().name();
        var facts = new LinkedHashMap<String, Object>();
        facts.put("subject", subject(investment));
        facts.put(
                "decisionText",
                texts.of(
                        "factory.document.approved." + kind,
                        school,
                        investment.name(),
                        InvestmentValues.amount(investment.totalInvestment()),
                        InvestmentValues.amount(investment.appraised())));
        Optional.ofNullable(found.conditions()).ifPresent(conditions -> facts.put("conditions", conditions));
        Optional.ofNullable(found.refusal()).ifPresent(reasons -> facts.put("reasons", reasons));
        var extension = investments.extensionReason(investment.caseId());
        if (found.refusal() == null && !extension.isEmpty()) {
            facts.put("reasons", extension);
        }
        return facts;
    }
}
