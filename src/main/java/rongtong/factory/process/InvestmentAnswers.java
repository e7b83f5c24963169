package rongtong.factory.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.credit.Credits;
import rongtong.factory.Asset;
import rongtong.factory.AssetKind;
import rongtong.factory.Investment;
import rongtong.factory.InvestmentKind;
import rongtong.factory.Investments;
import rongtong.factory.Ownership;
import rongtong.factory.Partner;
import rongtong.factory.Routes;
import rongtong.factory.register.FactoryRegister;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.StepContext;

/** The application form, the same for the first application and a revised one. */
@Component
class InvestmentAnswers {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Routes routes;
    private final Credits credits;
    private final Investments investments;
    private final FactoryRegister register;
    private final Organizations organizations;
    private final Clock clock;

    InvestmentAnswers(
            Routes routes,
            Credits credits,
            Investments investments,
            FactoryRegister register,
            Organizations organizations,
            Clock clock) {
        this.routes = routes;
        this.credits = credits;
        this.investments = investments;
        this.register = register;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Rules that need more than the form: purpose, sums, the factory, credit. */
    void check(StepContext context, String school, Answers answers, Findings findings) {
        if (!answers.text("purpose").equals("TEACHING")) {
            findings.error("purpose", Message.of("factory.apply.not-for-teaching"));
        }
        if (!answers.flag("nonProfit")) {
            findings.error("nonProfit", Message.of("factory.apply.for-profit"));
        }
        if (answers.texts("feasibilityStudy").isEmpty()) {
            findings.error("feasibilityStudy", Message.of("factory.apply.no-feasibility-study"));
        }
        var investment = read(context, school, answers);
        investment.check(LocalDate.now(clock), findings);
        checkFactory(investment, findings);
        checkCredit(investment, findings);
    }

    private void checkFactory(Investment investment, Findings findings) {
        var factory = investment.factory();
        if (factory == null) {
            return;
        }
        if (register.running(factory, investment.school()).isEmpty()) {
            findings.error("factory", Message.of("factory.apply.not-your-factory"));
        } else if (investments.isPending(factory, investment.caseId())) {
            findings.error("factory", Message.of("factory.apply.pending"));
        }
    }

    /** 校企合作双方应具有优良信用记录 (R-JL-39). */
    private void checkCredit(Investment investment, Findings findings) {
        if (investment.kind() == InvestmentKind.EXIT) {
            return;
        }
        if (!credits.of(investment.school()).isGood()) {
            findings.error("title", credit(investment.school()));
        }
        var partners = investment.partners();
        for (int row = 0; row < partners.size(); row++) {
            var partner = partners.get(row).organization();
            if (!credits.of(partner).isGood()) {
                findings.error("partners[%d].organization".formatted(row), credit(partner));
            }
        }
    }

    private Message credit(String organization) {
        var first = credits.of(organization).obstacles().getFirst();
        return Message.of("factory.apply.bad-credit", organizations.name(organization), first.reason(), first.source());
    }

    /** @throws rongtong.shared.RuleViolation if the school has no route */
    Investment read(StepContext context, String school, Answers answers) {
        var kind = InvestmentKind.valueOf(answers.text("kind"));
        var factory = answers.text("factory");
        var ownership =
                kind == InvestmentKind.EXIT ? Ownership.SCHOOL_ONLY : Ownership.valueOf(answers.text("ownership"));
        return new Investment(
                context.caseId(),
                kind,
                school,
                kind == InvestmentKind.ESTABLISH || factory.isEmpty() ? null : UUID.fromString(factory),
                answers.text("title"),
                routes.of(school),
                answers.text("teachingLink"),
                ownership,
                ownership.isShared() ? amount(answers, "schoolShare") : WHOLE,
                amount(answers, "totalInvestment"),
                answers.text("incomeUsePlan"),
                answers.text("valuePlan"),
                answers.text("investorDuties"),
                answers.text("exitPlan"),
                Objects.requireNonNull(answers.date("resolvedOn")),
                kind == InvestmentKind.EXIT ? List.of() : assets(answers),
                ownership.isShared() ? partners(answers) : List.of());
    }

    private static List<Asset> assets(Answers answers) {
        return answers.rows("assets").stream()
                .map(row -> new Asset(
                        AssetKind.valueOf(row.text("assetKind")),
                        row.text("assetName"),
                        amount(row, "bookValue"),
                        amount(row, "appraisedValue")))
                .toList();
    }

    private static List<Partner> partners(Answers answers) {
        return answers.rows("partners").stream()
                .map(row -> new Partner(row.text("organization"), amount(row, "share"), amount(row, "contribution")))
                .toList();
    }

    private static BigDecimal amount(Answers answers, String key) {
        return Objects.requireNonNullElse(answers.number(key), BigDecimal.ZERO);
    }
}
