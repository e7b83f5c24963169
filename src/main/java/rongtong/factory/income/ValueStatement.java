package rongtong.factory.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Value of a factory's state assets at both ends of a year, and the year's income; amounts in 万元. */
public record ValueStatement(
        UUID factory,
        int year,
        BigDecimal valueStart,
        BigDecimal valueEnd,
        BigDecimal gross,
        String remark,
        @Nullable UUID caseId,
        LocalDate statedOn) {

    /** What the state's assets have lost in the year; nothing if they have kept their value (R-JL-12). */
    public BigDecimal valueLost() {
        return valueStart.subtract(valueEnd).max(BigDecimal.ZERO);
    }
}
