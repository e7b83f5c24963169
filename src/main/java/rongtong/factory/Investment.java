package rongtong.factory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Message;
import rongtong.workflow.Findings;

/**
 * What a school applies for, as it wrote it; amounts in 万元.
 *
 * @param factory the registered factory that is changed; null for a new one
 * @param schoolShare in percent
 * @param resolvedOn day of the school's collective decision
 */
public record Investment(
        UUID caseId,
        InvestmentKind kind,
        String school,
        @Nullable UUID factory,
        String name,
        Route route,
        String teachingLink,
        Ownership ownership,
        BigDecimal schoolShare,
        BigDecimal totalInvestment,
        String incomeUsePlan,
        String valuePlan,
        String investorDuties,
        String exitPlan,
        LocalDate resolvedOn,
        List<Asset> assets,
        List<Partner> partners) {

    /** More rows than any factory has are a mistake, such as a pasted sheet. */
    static final int MOST_ROWS = 50;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** Sum of the appraised values. */
    public BigDecimal appraised() {
        return assets.stream().map(Asset::appraisedValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Sum of the book values. */
    public BigDecimal booked() {
        return assets.stream().map(Asset::bookValue).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the form cannot say: sums, duplicates, days. */
    public void check(LocalDate today, Findings findings) {
        if (resolvedOn.isAfter(today)) {
            findings.error("resolvedOn", Message.of("factory.apply.resolved-later"));
        }
        if (resolvedOn.isBefore(today.minusYears(5))) {
            findings.error("resolvedOn", Message.of("factory.apply.resolved-long-ago"));
        }
        if (kind == InvestmentKind.EXIT) {
            return;
        }
        checkAssets(findings);
        checkShares(findings);
    }

    private void checkAssets(Findings findings) {
        if (assets.isEmpty() && kind != InvestmentKind.CHANGE) {
            findings.error("assets", Message.of("factory.apply.no-assets"));
        }
        if (assets.size() > MOST_ROWS) {
            findings.error("assets", Message.of("factory.apply.too-many-rows", assets.size(), MOST_ROWS));
            return;
        }
        if (totalInvestment.compareTo(appraised()) < 0) {
            findings.error("totalInvestment", Message.of("factory.apply.total-below-assets", appraised()));
        }
        for (int row = 0; row < assets.size(); row++) {
            var asset = assets.get(row);
            if (asset.kind() == AssetKind.CASH && asset.bookValue().compareTo(asset.appraisedValue()) != 0) {
                findings.error("assets[%d].appraisedValue".formatted(row), Message.of("factory.apply.cash-is-cash"));
            }
            if (asset.appraisedValue().signum() == 0) {
                findings.error("assets[%d].appraisedValue".formatted(row), Message.of("factory.apply.no-value"));
            } else if (asset.appraisedValue().compareTo(asset.bookValue()) < 0) {
                findings.warning(Message.of("factory.apply.below-book", asset.name()));
            }
        }
    }

    /** Shares of the school and its partners together (R-JL-07); the school remains an investor (R-JL-15). */
    private void checkShares(Findings findings) {
        if (!ownership.isShared()) {
            return;
        }
        if (partners.isEmpty()) {
            findings.error("partners", Message.of("factory.apply.no-partner"));
        }
        if (partners.size() > MOST_ROWS) {
            findings.error("partners", Message.of("factory.apply.too-many-rows", partners.size(), MOST_ROWS));
            return;
        }
        var sum = schoolShare;
        var seen = new HashSet<String>();
        for (int row = 0; row < partners.size(); row++) {
            var partner = partners.get(row);
            sum = sum.add(partner.share());
            if (!seen.add(partner.organization())) {
                findings.error("partners[%d].organization".formatted(row), Message.of("factory.apply.partner-twice"));
            }
            if (sum.compareTo(WHOLE) > 0) {
                findings.error(
                        "partners[%d].share".formatted(row), Message.of("factory.apply.shares-above-whole", sum));
            }
        }
        if (sum.compareTo(WHOLE) < 0) {
            findings.warning(Message.of("factory.apply.shares-below-whole", sum));
        }
    }
}
