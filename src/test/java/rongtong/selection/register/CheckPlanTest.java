package rongtong.selection.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rongtong.selection.programme.RegisterKind;

/** When a recognition is checked next. */
class CheckPlanTest {

    static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    static final LocalDate TO = LocalDate.of(2028, 12, 31);

    final List<Evaluation> done = new ArrayList<>();

    @Test
    @DisplayName("R-ZJ-38 a pilot is checked at half of its validity and before its end")
    void atHalfAndBeforeTheEnd() {
        assertThat(next(RegisterKind.PILOT)).isEqualTo(plan(EvaluationKind.MIDTERM, "2027-07-02"));
        evaluated(EvaluationKind.MIDTERM, 1, Grade.PASS, Conclusion.RECTIFY);
        assertThat(next(RegisterKind.PILOT).kind()).isEqualTo(EvaluationKind.MIDTERM);
        evaluated(EvaluationKind.MIDTERM, 1, Grade.GOOD, Conclusion.KEEP);
        assertThat(next(RegisterKind.PILOT)).isEqualTo(plan(EvaluationKind.FINAL, "2028-11-01"));
    }

    @Test
    void anOrderedEvaluationTakesTheTurnOfNone() {
        evaluated(EvaluationKind.THIRD_PARTY, 1, Grade.GOOD, Conclusion.KEEP);
        assertThat(next(RegisterKind.BASE).kind()).isEqualTo(EvaluationKind.MIDTERM);
    }

    @Test
    @DisplayName("P20 a demonstration alliance is checked each year, the last time before the end")
    void everyYear() {
        assertThat(next(RegisterKind.ALLIANCE)).isEqualTo(plan(EvaluationKind.YEARLY, "2027-01-01"));
        evaluated(EvaluationKind.YEARLY, 1, Grade.FAIL, Conclusion.KEEP);
        assertThat(next(RegisterKind.ALLIANCE)).isEqualTo(plan(EvaluationKind.YEARLY, "2028-01-01"));
        evaluated(EvaluationKind.YEARLY, 2, Grade.GOOD, Conclusion.KEEP);
        assertThat(next(RegisterKind.ALLIANCE)).isEqualTo(plan(EvaluationKind.FINAL, "2028-11-01"));
    }

    @Test
    void aValidityShorterThanTheLeadIsEvaluatedAtItsEnd() {
        assertThat(CheckPlan.next(RegisterKind.PROJECT, FROM, FROM.plusDays(30), done, 60))
                .isEqualTo(plan(EvaluationKind.MIDTERM, "2026-01-16"));
        evaluated(EvaluationKind.MIDTERM, 1, Grade.GOOD, Conclusion.KEEP);
        assertThat(CheckPlan.next(RegisterKind.PROJECT, FROM, FROM.plusDays(30), done, 60))
                .isEqualTo(plan(EvaluationKind.FINAL, "2026-01-31"));
    }

    @Test
    @DisplayName("P20 what was put right within a check did not fail; twice in one check counts once")
    void failedChecks() {
        evaluated(EvaluationKind.YEARLY, 1, Grade.FAIL, Conclusion.RECTIFY);
        evaluated(EvaluationKind.YEARLY, 1, Grade.PASS, Conclusion.KEEP);
        assertThat(CheckPlan.failed(done, EvaluationKind.YEARLY)).isZero();
        evaluated(EvaluationKind.YEARLY, 2, Grade.FAIL, Conclusion.RECTIFY);
        evaluated(EvaluationKind.YEARLY, 2, Grade.FAIL, Conclusion.KEEP);
        evaluated(EvaluationKind.THIRD_PARTY, 3, Grade.FAIL, Conclusion.WITHDRAW);
        assertThat(CheckPlan.failed(done, EvaluationKind.YEARLY)).isOne();
    }

    private CheckPlan next(RegisterKind register) {
        return CheckPlan.next(register, FROM, TO, done, 60);
    }

    private static CheckPlan plan(EvaluationKind kind, String day) {
        return new CheckPlan(kind, LocalDate.parse(day));
    }

    private void evaluated(EvaluationKind kind, int check, Grade grade, Conclusion conclusion) {
        done.add(new Evaluation(
                UUID.randomUUID(),
                UUID.randomUUID(),
                done.size() + 1,
                kind,
                check,
                false,
                "省教育厅",
                grade,
                conclusion,
                "评价意见",
                "",
                "jl-edu.handler",
                Instant.EPOCH));
    }
}
