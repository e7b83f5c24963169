package rongtong.selection.register;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import rongtong.selection.programme.RegisterKind;

/**
 * When a recognition is checked next: demonstration alliances each year, all others at half of their validity; everything
 * at its end. The documents say nothing of it (P18, P20: defaults).
 *
 * @param kind never {@link EvaluationKind#THIRD_PARTY}, which is ordered and not planned
 * @param on day on which the report is asked for
 */
public record CheckPlan(EvaluationKind kind, LocalDate on) {

    /**
     * @param done evaluations so far, the first one first
     * @param finalDays how many days before the end the final evaluation begins
     */
    static CheckPlan next(RegisterKind register, LocalDate from, LocalDate to, List<Evaluation> done, int finalDays) {
        var last = to.minusDays(finalDays);
        var end = last.isAfter(from) ? last : to;
        var planned = register == RegisterKind.ALLIANCE ? EvaluationKind.YEARLY : EvaluationKind.MIDTERM;
        var checks = done.stream()
                .filter(evaluation -> evaluation.kind() == planned && evaluation.conclusion() == Conclusion.KEEP)
                .count();
        var on = planned == EvaluationKind.YEARLY
                ? from.plusYears(checks + 1)
                : from.plusDays(ChronoUnit.DAYS.between(from, to) / 2);
        var isOver = planned == EvaluationKind.MIDTERM && checks > 0;
        return isOver || !on.isBefore(end) ? new CheckPlan(EvaluationKind.FINAL, end) : new CheckPlan(planned, on);
    }

    /**
     * Checks that ended with the lowest grade; one that was put right is none of them.
     *
     * @param kind of the checks that count
     */
    static long failed(List<Evaluation> done, EvaluationKind kind) {
        return done.stream()
                .filter(evaluation -> evaluation.kind() == kind
                        && evaluation.grade() == Grade.FAIL
                        && evaluation.conclusion() != Conclusion.RECTIFY)
                .mapToInt(Evaluation::check)
                .distinct()
                .count();
    }
}
