package rongtong.selection.ranking;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.Scoring;

/**
 * How the result of one application came about, figure by figure, so that a clerk can reckon it again with pen and paper.
 *
 * @param method that the programme asks for
 * @param used the one that was applied: a trimmed mean needs five sheets
 * @param sheets in the order of the experts' user names
 * @param scale of the whole track, only where results are normalised
 * @param result of the panel
 * @param spread highest total less lowest
 * @param deviation standard deviation of the totals
 * @param spreadAlarm the spread reaches the number of points at which the programme asks for a second turn
 */
public record Arithmetic(
        Scoring.Rule method,
        Scoring.Rule used,
        List<SheetLine> sheets,
        @Nullable Scale scale,
        BigDecimal result,
        BigDecimal spread,
        BigDecimal deviation,
        boolean spreadAlarm) {

    /** What became of a sheet in the panel's result. */
    public enum Use {
        COUNTED,
        HIGHEST_DROPPED,
        LOWEST_DROPPED
    }

    /** Why an expert's totals are not normalised. */
    public enum NotNormalised {
        FEW_SHEETS,
        NO_VARIANCE
    }

    /**
     * Mean and standard deviation of totals.
     *
     * @param sheets how many totals they are of
     */
    public record Scale(int sheets, BigDecimal mean, BigDecimal deviation) {}

    /**
     * One criterion on one sheet.
     *
     * @param points {@code score ÷ maximum × weight}
     */
    public record Contribution(
            String criterion, BigDecimal score, BigDecimal maximum, BigDecimal weight, BigDecimal points) {

        /** {@code 36 ÷ 40 × 50 = 45}. */
        public String formula() {
            return "%s ÷ %s × %s = %s".formatted(plain(score), plain(maximum), plain(weight), plain(points));
        }
    }

    /**
     * How a total was brought to the scale of the track.
     *
     * @param own scale of all sheets of this expert in the track
     * @param z distance from the expert's mean in the expert's standard deviations; nothing if not normalised
     * @param reason why not, then the total counts as it is
     */
    public record Normalisation(
            Scale own, @Nullable BigDecimal z, @Nullable NotNormalised reason) {}

    /**
     * One sheet.
     *
     * @param total sum of the contributions, rounded once
     * @param value what counts: the total, or the normalised total
     */
    public record SheetLine(
            String expert,
            List<Contribution> contributions,
            BigDecimal total,
            @Nullable Normalisation normalisation,
            BigDecimal value,
            Use use) {

        /** {@code 45 + 20.5 + 18 = 83.5}. */
        public String formula() {
            return contributions.stream()
                            .map(contribution -> plain(contribution.points()))
                            .collect(joining(" + "))
                    + " = " + plain(total);
        }

        /** How the total was normalised; empty if it was not. */
        public String normalFormula(@Nullable Scale track) {
            if (normalisation == null || normalisation.z() == null || track == null) {
                return "";
            }
            var own = normalisation.own();
            return "z = (%s − %s) ÷ %s = %s; %s + %s × %s = %s"
                    .formatted(
                            plain(total),
                            plain(own.mean()),
                            plain(own.deviation()),
                            plain(normalisation.z()),
                            plain(track.mean()),
                            plain(track.deviation()),
                            signed(normalisation.z()),
                            plain(value));
        }
    }

    /** {@code (83.5 + 79 + 81) ÷ 3 = 81.1667}, over the sheets that count. */
    public String formula() {
        var counted = sheets.stream()
                .filter(sheet -> sheet.use() == Use.COUNTED)
                .map(SheetLine::value)
                .toList();
        return "(%s) ÷ %d = %s"
                .formatted(
                        counted.stream().map(Arithmetic::signed).collect(joining(" + ")),
                        counted.size(),
                        plain(result));
    }

    /** {@code 90 − 72 = 18}. */
    public String spreadFormula() {
        var totals = sheets.stream()
                .map(SheetLine::total)
                .sorted(Comparator.naturalOrder())
                .toList();
        return "%s − %s = %s".formatted(plain(totals.getLast()), plain(totals.getFirst()), plain(spread));
    }

    /** The same with other names for the experts, by their index. */
    Arithmetic withExperts(IntFunction<String> names) {
        var renamed = new ArrayList<SheetLine>();
        for (var sheet : sheets) {
            renamed.add(new SheetLine(
                    names.apply(renamed.size()),
                    sheet.contributions(),
                    sheet.total(),
                    sheet.normalisation(),
                    sheet.value(),
                    sheet.use()));
        }
        return new Arithmetic(method, used, renamed, scale, result, spread, deviation, spreadAlarm);
    }

    /** Whether the programme's method could not be applied and another was. */
    public boolean fellBack() {
        return method != used;
    }

    private static String signed(BigDecimal figure) {
        return figure.signum() < 0 ? "(" + plain(figure) + ")" : plain(figure);
    }

    private static String plain(BigDecimal figure) {
        return figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
    }
}
