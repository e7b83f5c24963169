package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.util.List;
import rongtong.selection.programme.Criterion;

/** The weighted total of one sheet, in points out of 100. */
final class SheetTotals {

    private SheetTotals() {}

    /**
     * @throws IllegalArgumentException if a criterion has no score or one outside its bounds: such a sheet cannot have
     *     been submitted
     */
    static List<Arithmetic.Contribution> contributions(List<Criterion> criteria, ScoredSheet sheet) {
        return criteria.stream()
                .map(criterion -> contribution(criterion, sheet))
                .toList();
    }

    private static Arithmetic.Contribution contribution(Criterion criterion, ScoredSheet sheet) {
        var score = sheet.scores().get(criterion.key());
        var maximum = BigDecimal.valueOf(criterion.max());
        var weight = BigDecimal.valueOf(criterion.weight());
        if (score == null || score.signum() < 0 || score.compareTo(maximum) > 0) {
            throw new IllegalArgumentException("Sheet of %s: criterion %s has %s, expected 0 to %s"
                    .formatted(sheet.expert(), criterion.key(), score, maximum));
        }
        return new Arithmetic.Contribution(
                criterion.key(), score, maximum, weight, Figures.quotient(score.multiply(weight), maximum));
    }

    /**
     * The exact sum, rounded once: thirds of two criteria must not make a difference between equals. So the total may
     * differ from the sum of the stated contributions in the last decimal.
     */
    static BigDecimal total(List<Arithmetic.Contribution> contributions) {
        var dividend = BigDecimal.ZERO;
        var divisor = BigDecimal.ONE;
        for (var each : contributions) {
            dividend = dividend.multiply(each.maximum())
                    .add(each.score().multiply(each.weight()).multiply(divisor));
            divisor = divisor.multiply(each.maximum());
        }
        return Figures.quotient(dividend, divisor);
    }
}
