package rongtong.factory.process;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.credit.CreditRecord;
import rongtong.credit.Credits;
import rongtong.factory.Investment;
import rongtong.factory.InvestmentKind;
import rongtong.factory.Investments;
import rongtong.identity.Accounts;
import rongtong.organization.Organizations;
import rongtong.shared.Listed;
import rongtong.shared.Texts;
import rongtong.workflow.StepContext;
import rongtong.workflow.expert.Conclusion;
import rongtong.workflow.expert.ExpertOpinions;

/** What the forms of the reviewers show of an application, in the language of the person. */
@Component
class InvestmentValues {

    /** What experts are asked about, as {@code factory-review.bpmn} calls it. */
    private static final String SUBJECT = "investment";

    private final Investments investments;
    private final Credits credits;
    private final Organizations organizations;
    private final ExpertOpinions opinions;
    private final Accounts accounts;
    private final Texts texts;

    InvestmentValues(
            Investments investments,
            Credits credits,
            Organizations organizations,
            ExpertOpinions opinions,
            Accounts accounts,
            Texts texts) {
        this.investments = investments;
        this.credits = credits;
        this.organizations = organizations;
        this.opinions = opinions;
        this.accounts = accounts;
        this.texts = texts;
    }

    /** Tables of the application, its assets and partners, the credit of both sides; the conflict of trap 5. */
    Map<String, Object> application(UUID caseId) {
        var investment = investments.get(caseId).investment();
        var values = new LinkedHashMap<String, Object>();
        values.put("applicationRows", facts(investment));
        values.put("assetRows", assets(investment));
        values.put("partnerRows", partners(investment));
        values.put("creditRows", credit(investment));
        values.put("hasPartners", !investment.partners().isEmpty());
        values.put("hasAssets", !investment.assets().isEmpty());
        if (investment.ownership().isShared()) {
            values.put("conflict", texts.of("factory.review.conflict"));
        }
        return values;
    }

    /** The application, with what experts, or those who visited the site, said of it. */
    Map<String, Object> review(StepContext context) {
        var values = application(context.caseId());
        var way = opinions.round(context.caseId(), SUBJECT).map(ExpertOpinions.Round::way);
        var conclusion = context.variables().get("expertConclusion");
        if (way.isPresent() && conclusion != null) {
            var lines = new ArrayList<String>();
            lines.add(texts.of("factory.expert.conclusion", conclusion(way.get(), conclusion)));
            for (var opinion : opinions.opinions(context.caseId(), SUBJECT)) {
                var said = Objects.requireNonNullElse(opinion.conclusion(), Conclusion.SILENT);
                lines.add(texts.of(
                        "factory.expert.opinion",
                        accounts.displayName(opinion.expert()),
                        conclusion(way.get(), said),
                        opinion.text()));
            }
            values.put("expertOpinions", String.join("\n", lines));
        }
        return values;
    }

    private String conclusion(String way, Object conclusion) {
        return texts.of("factory.expert.%s.%s".formatted(way, conclusion));
    }

    private List<Map<String, Object>> facts(Investment investment) {
        var rows = new ArrayList<Map<String, Object>>();
        fact(rows, "school", organizations.name(investment.school()));
        fact(rows, "kind", texts.of("factory.kind." + investment.kind()));
        fact(rows, "name", investment.name());
        fact(rows, "resolved-on", investment.resolvedOn().toString());
        if (investment.kind() == InvestmentKind.EXIT) {
            fact(rows, "exit-plan", investment.exitPlan());
            return rows;
        }
        fact(rows, "purpose", texts.of("factory.purpose.TEACHING"));
        fact(rows, "teaching-link", investment.teachingLink());
        fact(rows, "ownership", texts.of("factory.ownership." + investment.ownership()));
        fact(rows, "school-share", investment.schoolShare().stripTrailingZeros().toPlainString() + " %");
        fact(rows, "total", amount(investment.totalInvestment()));
        fact(rows, "booked", amount(investment.booked()));
        fact(rows, "appraised", amount(investment.appraised()));
        fact(rows, "income-use-plan", investment.incomeUsePlan());
        fact(rows, "value-plan", investment.valuePlan());
        fact(rows, "duties", investment.investorDuties());
        return rows;
    }

    private void fact(List<Map<String, Object>> rows, String name, String value) {
        if (!value.isBlank()) {
            rows.add(Map.of("name", texts.of("factory.fact." + name), "value", value));
        }
    }

    private List<Map<String, Object>> assets(Investment investment) {
        return investment.assets().stream()
                .<Map<String, Object>>map(asset -> Map.of(
                        "kind", texts.of("factory.asset." + asset.kind()),
                        "name", asset.name(),
                        "book", amount(asset.bookValue()),
                        "appraised", amount(asset.appraisedValue())))
                .toList();
    }

    private List<Map<String, Object>> partners(Investment investment) {
        return investment.partners().stream()
                .<Map<String, Object>>map(partner -> Map.of(
                        "name", organizations.name(partner.organization()),
                        "share", partner.share().stripTrailingZeros().toPlainString() + " %",
                        "contribution", amount(partner.contribution())))
                .toList();
    }

    /** The credit of the school and of each partner as it is today (R-JL-39). */
    private List<Map<String, Object>> credit(Investment investment) {
        var rows = new ArrayList<Map<String, Object>>();
        rows.add(credit(investment.school()));
        investment.partners().forEach(partner -> rows.add(credit(partner.organization())));
        return rows;
    }

    private Map<String, Object> credit(String organization) {
        var standing = credits.of(organization);
        var words = new ArrayList<String>();
        standing.obstacles().forEach(entry -> words.add(entry(entry)));
        standing.remarks().forEach(entry -> words.add(entry(entry)));
        return Map.of(
                "name", organizations.name(organization),
                "standing", texts.of(standing.isGood() ? "factory.credit.good" : "factory.credit.bad"),
                "entries", words.isEmpty() ? texts.of("factory.credit.none") : Listed.statements(words));
    }

    private String entry(CreditRecord entry) {
        return texts.of(
                "factory.credit.entry",
                texts.of("credit.kind." + entry.kind()),
                entry.reason(),
                entry.source(),
                entry.validFrom().toString());
    }

    /** {@code 1,234.50}. */
    static String amount(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }

    String say(String key, Object... arguments) {
        return texts.of(key, arguments);
    }
}
