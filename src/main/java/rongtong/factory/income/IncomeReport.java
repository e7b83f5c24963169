package rongtong.factory.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import rongtong.shared.Message;
import rongtong.workflow.Findings;

/**
 * What the school reports of a realised return (R-JL-16); amounts in 万元.
 *
 * @param eventDate day on which the return was realised
 * @param gross all income of the period
 * @param amount return on the state's capital
 */
public record IncomeReport(
        UUID caseId,
        UUID factory,
        LocalDate eventDate,
        LocalDate periodFrom,
        LocalDate periodTo,
        BigDecimal gross,
        BigDecimal cost,
        BigDecimal amount) {

    /**
     * @param latestOnTime the last day on which the report is in time
     */
    public void check(LocalDate today, LocalDate latestOnTime, Findings findings) {
        if (eventDate.isAfter(today)) {
            findings.error("eventDate", Message.of("factory.income.event-later"));
        }
        if (periodTo.isBefore(periodFrom)) {
            findings.error("periodTo", Message.of("factory.income.period-backwards"));
        }
        if (periodTo.isAfter(eventDate)) {
            findings.error("periodTo", Message.of("factory.income.period-after-event"));
        }
        if (periodFrom.isBefore(eventDate.minusYears(3))) {
            findings.error("periodFrom", Message.of("factory.income.period-too-long"));
        }
        if (amount.compareTo(gross) > 0) {
            findings.error("returnAmount", Message.of("factory.income.return-above-gross"));
        } else if (amount.compareTo(gross.subtract(cost).max(BigDecimal.ZERO)) > 0) {
            findings.warning(Message.of("factory.income.return-above-surplus", gross.subtract(cost)));
        }
        if (today.isAfter(latestOnTime)) {
            findings.warning(Message.of("factory.income.late", latestOnTime.toString()));
        }
    }
}
