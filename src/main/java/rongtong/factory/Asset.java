package rongtong.factory;

import java.math.BigDecimal;

/**
 * A state asset put into a factory; amounts in 万元.
 *
 * @param bookValue 账面价值
 * @param appraisedValue 评估价值
 */
public record Asset(AssetKind kind, String name, BigDecimal bookValue, BigDecimal appraisedValue) {}
