package rongtong.selection.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.document.AttachmentAccess;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;
import rongtong.workflow.Cases;
import rongtong.workflow.TaskActions;
import rongtong.workflow.TaskInbox;

/** A round from the assignment to the last sheet (default D8). */
@RongtongTest
class ReviewTest {

    @Autowired
    ReviewedRounds rounds;

    @Autowired
    Panels panels;

    @Autowired
    PanelOversight oversight;

    @Autowired
    Sheets sheets;

    @Autowired
    ReviewAccess access;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskActions actions;

    @Autowired
    Cases cases;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyApplicationIsJudgedByFiveExpertsAndTheRoundIsComplete() {
        var round = rounds.begun(6);
        assertThat(rounds.applications(round))
                .allSatisfy(one -> assertThat(rounds.panel(one)).hasSize(5));
        assertThat(panels.isComplete(round)).isFalse();

        rounds.judgeAll(round);

        assertThat(rounds.open(round)).isEmpty();
        assertThat(panels.isComplete(round)).isTrue();
        assertThat(sheets.submitted(round))
                .hasSize(30)
                .allSatisfy(sheet -> assertThat(sheet.scores().values()).allMatch(points -> points.intValue() == 80));
    }

    @Test
    void whoRecusesIsReplacedAndOnlyThatSeatMoves() {
        var round = rounds.begun(6);
        var review = rounds.open(round).getFirst();
        var application = desk(review).stream()
                .filter(assigned -> assigned.round().equals(round))
                .findFirst()
                .orElseThrow()
                .application();
        var before = rounds.applications(round).stream()
                .filter(one -> !one.equals(application))
                .map(rounds::panel)
                .toList();
        var panel = rounds.panel(application);

        rounds.declare(review, application);

        var after = rounds.panel(application);
        assertThat(after).hasSize(5).doesNotContain(review.expert());
        assertThat(after).filteredOn(expert -> !panel.contains(expert)).hasSize(1);
        assertThat(rounds.applications(round).stream()
                        .filter(one -> !one.equals(application))
                        .map(rounds::panel)
                        .toList())
                .isEqualTo(before);
        assertThat(rounds.as(review.expert(), () -> sheets.mine(application))).isEmpty();
        rounds.judgeAll(round);
        assertThat(sheets.submitted(round)).hasSize(30);
    }

    @Test
    void whoRecusesFromEverythingIsDone() {
        var round = rounds.begun(1);
        var application = rounds.applications(round).getFirst();
        var review = rounds.open(round).getFirst();

        rounds.declare(review, application);

        assertThat(rounds.open(round)).extracting(Review::expert).doesNotContain(review.expert());
        assertThat(rounds.panel(application)).hasSize(5);
    }

    @Test
    void recusalWhileScoringEndsAnEmptyReviewAndAsksSomebodyElse() {
        var round = rounds.begun(1);
        var application = rounds.applications(round).getFirst();
        var review = rounds.open(round).getFirst();
        rounds.declare(review);
        rounds.as(
                review.expert(), () -> sheets.save(application, Map.of("will-to-reform", new BigDecimal("70")), "草稿"));

        rounds.as(review.expert(), () -> {
            oversight.recuse(application, "发现有合作关系");
            return null;
        });

        assertThat(rounds.open(round)).hasSize(5).extracting(Review::expert).doesNotContain(review.expert());
        assertThat(desk(review)).extracting(Assigned::application).doesNotContain(application);
        assertThat(jdbc.sql("select count(*) from selection.sheet where expert = ? and application = ?")
                        .params(review.expert(), application)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(panels.panels(round, ReviewedRounds.TRACK, Map.of())
                        .getFirst()
                        .seats())
                .filteredOn(seat -> "RECUSED".equals(seat.endedReason()))
                .singleElement()
                .satisfies(seat -> assertThat(seat.endedNote()).isEqualTo("发现有合作关系"));
    }

    @Test
    void aSubmittedSheetStaysAsItIs() {
        var round = rounds.begun(1);
        var application = rounds.applications(round).getFirst();
        var review = rounds.open(round).getFirst();
        rounds.declare(review);
        rounds.score(review, 75);

        assertThatExceptionOfType(SomebodyWasFirst.class)
                .isThrownBy(() -> rounds.as(
                        review.expert(),
                        () -> sheets.save(application, Map.of("will-to-reform", new BigDecimal("90")), "")));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rounds.as(review.expert(), () -> {
                    oversight.recuse(application, "后悔了");
                    return null;
                }));
        assertThat(sheets.submitted(round).getFirst().scores().values()).allMatch(points -> points.intValue() == 75);
    }

    @Test
    void pointsOutsideTheCriterionAreRefusedAtTheField() {
        var round = rounds.begun(1);
        var application = rounds.applications(round).getFirst();
        var review = rounds.open(round).getFirst();
        rounds.declare(review);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rounds.as(
                        review.expert(),
                        () -> sheets.save(
                                application,
                                Map.of(
                                        "will-to-reform",
                                        new BigDecimal("100.5"),
                                        "basic-conditions",
                                        new BigDecimal("7.25"),
                                        "charm",
                                        BigDecimal.ONE),
                                "")))
                .satisfies(refused -> assertThat(refused.fields())
                        .extracting(RuleViolation.FieldError::field)
                        .containsExactlyInAnyOrder("will-to-reform", "basic-conditions", "charm"));
    }

    @Test
    void aDraftStandsInTheFormAndNothingIsScoredBeforeThePromise() {
        var round = rounds.begun(1);
        var application = rounds.applications(round).getFirst();
        var review = rounds.open(round).getFirst();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> rounds.as(review.expert(), () -> sheets.save(application, Map.of(), "")));
        assertThat(rounds.as(review.expert(), () -> access.mayReview(application)))
                .isFalse();
        rounds.declare(review);
        assertThat(rounds.as(review.expert(), () -> access.mayReview(application)))
                .isTrue();

        rounds.as(
                review.expert(),
                () -> sheets.save(application, Map.of("will-to-reform", new BigDecimal("81.5")), "先记下"));

        var values = rounds.as(
                review.expert(), () -> inbox.open(rounds.task(review.caseId())).values());
        assertThat((List<?>) values.get("sheets")).singleElement().satisfies(row -> {
            assertThat(String.valueOf(((Map<?, ?>) row).get("points_will_to_reform")))
                    .isEqualTo("81.5");
            assertThat(((Map<?, ?>) row).get("comment")).isEqualTo("先记下");
        });
    }

    @Test
    void othersSeeNeitherReviewNorTaskNorPoints() {
        var round = rounds.begun(1);
        var reviews = rounds.open(round);
        var mine = reviews.getFirst();
        var other = reviews.getLast();
        rounds.declare(mine);
        rounds.score(mine, 60);

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> rounds.as(other.expert(), () -> cases.get(mine.caseId())));
        assertThat(desk(other))
                .filteredOn(assigned -> assigned.round().equals(round))
                .allMatch(assigned -> assigned.sheet() == null);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> rounds.as(mine.expert(), () -> cases.get(round)));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> rounds.as(
                        mine.expert(),
                        () -> cases.get(rounds.applications(round).getFirst())));
        var timeline = rounds.as(
                ReviewedRounds.CONVENER, () -> cases.get(mine.caseId()).timeline());
        assertThat(timeline)
                .filteredOn(entry -> "scoreApplications".equals(entry.step()))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.values()).isEmpty());
    }

    @Test
    void filesAreReadByWhoJudgesAndByNobodyAfterARecusal() {
        var round = rounds.begun(1);
        var application = rounds.applications(round).getFirst();
        var review = rounds.open(round).getFirst();
        rounds.declare(review);
        AttachmentAccess rule = access;
        assertThat(rounds.as(review.expert(), () -> rule.mayRead(application))).isTrue();
        assertThat(rounds.as(ReviewedRounds.CONVENER, () -> rule.mayRead(application)))
                .isFalse();

        rounds.as(review.expert(), () -> {
            oversight.recuse(application, "回避");
            return null;
        });

        assertThat(rounds.as(review.expert(), () -> rule.mayRead(application))).isFalse();
    }

    @Test
    void recusalAndSubmissionAtTheSameMomentHaveOneEffect() throws Exception {
        for (int attempt = 0; attempt < 4; attempt++) {
            var round = rounds.begun(1);
            var application = rounds.applications(round).getFirst();
            var review = rounds.open(round).getFirst();
            rounds.declare(review);
            var start = new CyclicBarrier(2);
            try (var both = Executors.newFixedThreadPool(2)) {
                var submitted = both.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return succeeds(() -> rounds.score(review, 66));
                });
                var recused = both.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    return succeeds(() -> rounds.as(review.expert(), () -> {
                        oversight.recuse(application, "同时回避");
                        return null;
                    }));
                });
                assertThat(submitted.get(30, TimeUnit.SECONDS) ^ recused.get(30, TimeUnit.SECONDS))
                        .isTrue();
            }
            var counted = sheets.submitted(round).size();
            assertThat(rounds.panel(application).contains(review.expert())).isEqualTo(counted == 1);
            assertThat(rounds.panel(application)).hasSize(5);
        }
    }

    /** Whether it worked; what refuses it must be an answer that a person understands. */
    private static boolean succeeds(Runnable work) {
        try {
            work.run();
            return true;
        } catch (SomebodyWasFirst | RuleViolation | NotFound refused) {
            return false;
        }
    }

    @Test
    void theSecondTurnBeginsWithTheFirstSheetsAndItsPointsCount() {
        var round = rounds.begun(2);
        rounds.judgeAll(round);
        var again = rounds.applications(round).getFirst();

        assertThat(rounds.as(ReviewedRounds.CONVENER, () -> panels.beginSecondTurn(round, List.of(again))))
                .isEqualTo(5);

        assertThat(panels.isComplete(round)).isFalse();
        for (var review : rounds.open(round)) {
            assertThat(review.turn()).isEqualTo(2);
            rounds.declare(review);
            assertThat(rounds.as(review.expert(), () -> sheets.mine(again)))
                    .hasValueSatisfying(
                            assigned -> assertThat(assigned.sheet().scores()).isNotEmpty());
            rounds.score(review, 90);
        }
        assertThat(sheets.submitted(round))
                .hasSize(10)
                .filteredOn(sheet -> sheet.application().equals(again))
                .allMatch(sheet -> sheet.turn() == 2
                        && sheet.scores().get("will-to-reform").intValue() == 90);
    }

    @Test
    void anApplicationThatLeavesTheRoundLeavesAllDesks() {
        var round = rounds.begun(2);
        var gone = rounds.applications(round).getFirst();
        jdbc.sql("update selection.application set status = 'WITHDRAWN' where case_id = ?")
                .param(gone)
                .update();

        panels.drop(gone);

        assertThat(rounds.panel(gone)).isEmpty();
        assertThat(rounds.open(round).size()).isLessThanOrEqualTo(5);
        rounds.judgeAll(round);
        assertThat(panels.isComplete(round)).isTrue();
    }

    @Test
    void aCancelledRoundEndsAllReviews() {
        var round = rounds.begun(2);
        panels.cancel(round);
        assertThat(rounds.open(round)).isEmpty();
    }

    @Test
    void partnersAndTheOwnSchoolDoNotJudgeAndTheSeedRepeatsTheAssignment() {
        var round = rounds.round();
        var own = rounds.application(round, "school-4122010183", "本校申报", "robotics");
        var partnered = rounds.application(round, ReviewedRounds.SCHOOLS.getFirst(), "联合申报", "robotics");
        rounds.partner(partnered, "school-4122010184");

        var first = panels.propose(round, ReviewedRounds.TRACK, 42);
        rounds.as(ReviewedRounds.CONVENER, () -> panels.assign(round, 42));

        assertThat(panels.propose(round, ReviewedRounds.TRACK, 42)).isEqualTo(first);
        assertThat(first.seats()).hasSize(10);
        assertThat(rounds.panel(own)).hasSize(5).doesNotContain("expert-21");
        assertThat(rounds.panel(partnered)).hasSize(5).doesNotContain("expert-22");
        assertThat(panels.runs(round))
                .singleElement()
                .satisfies(run -> assertThat(run.seed()).isEqualTo(42));
    }

    @Test
    void nothingIsAssignedAnewOnceTheReviewsHaveBegun() {
        var round = rounds.begun(1);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rounds.as(ReviewedRounds.CONVENER, () -> panels.assign(round, 2)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rounds.as(ReviewedRounds.CONVENER, () -> panels.begin(round)));
    }

    @Test
    void theSecretarySeesHowFarExpertsAre() {
        var round = rounds.begun(2);
        var review = rounds.open(round).getFirst();
        var both = rounds.as(review.expert(), sheets::mine).stream()
                .filter(assigned -> assigned.review().equals(review.caseId()))
                .toList();
        rounds.declare(review, both.getFirst().application());

        var progress = panels.progress(round, Map.of()).stream()
                .filter(one -> one.review().equals(review.caseId()))
                .findFirst()
                .orElseThrow();

        assertThat(progress.assigned()).isEqualTo(both.size() - 1);
        assertThat(progress.recused()).isEqualTo(1);
        assertThat(progress.submitted()).isZero();
    }

    private List<Assigned> desk(Review review) {
        return rounds.as(review.expert(), () -> sheets.mine());
    }
}
