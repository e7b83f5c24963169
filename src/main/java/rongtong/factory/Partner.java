package rongtong.factory;

import java.math.BigDecimal;

/**
 * An enterprise that owns a part of a factory.
 *
 * @param share in percent
 * @param contribution in 万元
 */
public record Partner(String organization, BigDecimal share, BigDecimal contribution) {}
