package rongtong.factory.register;

import java.math.BigDecimal;

/** Sums over a list of factories; amounts in 万元. */
public record FactoryTotals(long factories, BigDecimal assetValue, BigDecimal returns, long alarms) {}
