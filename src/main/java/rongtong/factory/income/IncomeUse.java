package rongtong.factory.income;

import java.math.BigDecimal;

/** One use of income; amount in 万元. */
public record IncomeUse(UseCategory category, BigDecimal amount, String note) {}
