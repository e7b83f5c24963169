package rongtong.factory.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.factory.Asset;
import rongtong.factory.InvestmentKind;
import rongtong.factory.income.Alarm;
import rongtong.factory.income.Income;
import rongtong.factory.income.ValueStatement;

/**
 * One factory with all that the register knows of it.
 *
 * @param entries approvals, the first one first
 * @param incomes returns, the newest first
 * @param statements of value, the newest year first
 */
public record FactoryView(
        FactoryRow row,
        String industryOrgan,
        String industryOrganName,
        String financeOrgan,
        String financeOrganName,
        BigDecimal schoolShare,
        String teachingLink,
        String incomeUsePlan,
        String valuePlan,
        String investorDuties,
        @Nullable LocalDate exitedOn,
        String source,
        List<Asset> assets,
        List<PartnerLine> partners,
        List<EntryLine> entries,
        List<Income> incomes,
        List<ValueStatement> statements,
        List<Alarm> alarms) {

    /** An enterprise with a part in the factory; share in percent, contribution in 万元. */
    public record PartnerLine(String code, String name, BigDecimal share, BigDecimal contribution) {}

    /** One approved investment. */
    public record EntryLine(
            UUID caseId,
            InvestmentKind kind,
            LocalDate enteredOn,
            @Nullable String decisionNumber,
            BigDecimal totalInvestment,
            @Nullable String conditions) {}
}
