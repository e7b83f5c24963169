package rongtong.factory.income;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A realised return as the register has it; amounts in 万元. What comes after its status is null. */
public record Income(
        UUID caseId,
        UUID factory,
        LocalDate eventDate,
        LocalDate periodFrom,
        LocalDate periodTo,
        BigDecimal gross,
        BigDecimal cost,
        BigDecimal amount,
        IncomeStatus status,
        @Nullable String filingNumber,
        @Nullable LocalDate filedOn,
        @Nullable String budgetEntry,
        @Nullable LocalDate bookedOn,
        @Nullable BigDecimal retained,
        @Nullable BigDecimal valueStart,
        @Nullable BigDecimal valueEnd,
        List<IncomeUse> uses) {}
