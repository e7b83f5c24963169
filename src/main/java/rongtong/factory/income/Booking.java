package rongtong.factory.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import rongtong.shared.Message;
import rongtong.workflow.Findings;

/**
 * How the school booked and used a filed return; amounts in 万元.
 *
 * @param budgetEntry where the income stands in the school's budget (纳入本单位预算)
 * @param retained not used yet
 * @param valueStart of the state assets at the start of the period
 * @param valueEnd at its end
 */
public record Booking(
        UUID caseId,
        String budgetEntry,
        LocalDate bookedOn,
        List<IncomeUse> uses,
        BigDecimal retained,
        BigDecimal valueStart,
        BigDecimal valueEnd) {

    private static final int MOST_ROWS = 50;

    /** Used for other than teaching and production reinvestment (R-JL-11). */
    public BigDecimal usedOutside() {
        return uses.stream()
                .filter(use -> !use.category().isPermitted())
                .map(IncomeUse::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the state's assets have lost; nothing if they have kept their value (R-JL-12). */
    public BigDecimal valueLost() {
        return valueStart.subtract(valueEnd).max(BigDecimal.ZERO);
    }

    /** All income is accounted for: uses and what is retained make up the whole (R-JL-11). */
    public void check(Income income, LocalDate today, Findings findings) {
        if (bookedOn.isAfter(today)) {
            findings.error("bookedOn", Message.of("factory.income.booked-later"));
        }
        if (income.filedOn() != null && bookedOn.isBefore(income.filedOn())) {
            findings.error(
                    "bookedOn",
                    Message.of(
                            "factory.income.booked-before-filed",
                            income.filedOn().toString()));
        }
        if (uses.size() > MOST_ROWS) {
            findings.error("uses", Message.of("factory.apply.too-many-rows", uses.size(), MOST_ROWS));
            return;
        }
        var accounted = uses.stream().map(IncomeUse::amount).reduce(retained, BigDecimal::add);
        if (accounted.compareTo(income.gross()) != 0) {
            findings.error("retained", Message.of("factory.income.uses-do-not-add-up", accounted, income.gross()));
        }
    }
}
