package rongtong.selection.register;

import java.math.BigDecimal;

/**
 * What a pilot says of its work before a check.
 *
 * @param partners enterprises that it works with
 * @param investment in all so far, 万元
 */
public record ProgressReport(String progress, int partners, BigDecimal investment, String problems) {}
