package rongtong.selection.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static rongtong.selection.programme.Scoring.Rule.MEAN;
import static rongtong.selection.programme.Scoring.Rule.NORMALISED;
import static rongtong.selection.programme.Scoring.Rule.TRIMMED_MEAN;
import static rongtong.selection.programme.Scoring.Tie.Kind.CRITERION;
import static rongtong.selection.programme.Scoring.Tie.Kind.EARLIER_RECEIPT;
import static rongtong.selection.programme.Scoring.Tie.Kind.JOINT_MEETING;
import static rongtong.selection.programme.Scoring.Tie.Kind.PROVINCIAL_PROJECT;
import static rongtong.selection.programme.Scoring.Tie.Kind.SMALLER_SPREAD;
import static rongtong.selection.ranking.Tracks.CRITERIA;
import static rongtong.selection.ranking.Tracks.application;
import static rongtong.selection.ranking.Tracks.criterion;
import static rongtong.selection.ranking.Tracks.higher;
import static rongtong.selection.ranking.Tracks.id;
import static rongtong.selection.ranking.Tracks.places;
import static rongtong.selection.ranking.Tracks.provincial;
import static rongtong.selection.ranking.Tracks.scoring;
import static rongtong.selection.ranking.Tracks.sheet;
import static rongtong.selection.ranking.Tracks.tie;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;

/** Lists and figures reckoned by hand. */
class RankingTest {

    private static RankedTrack rank(Scoring scoring, Quota quota, ScoredApplication... applications) {
        return Ranking.of(scoring, CRITERIA, quota, List.of(applications));
    }

    private static Ranked only(Scoring scoring, ScoredApplication application) {
        return rank(scoring, places(1), application).rows().getFirst();
    }

    private static List<Integer> placesOf(RankedTrack track) {
        return track.rows().stream().map(Ranked::place).toList();
    }

    @Nested
    class OneSheet {

        @Test
        void weighsEachCriterionByItsOwnMaximum() {
            var criteria = List.of(criterion("a", 50, 40), criterion("b", 30, 30), criterion("c", 20, 10));
            var given = new ScoredSheet(
                    "x", Map.of("a", new BigDecimal("36"), "b", new BigDecimal("20.5"), "c", new BigDecimal("9")));

            var line = Ranking.of(scoring(MEAN), criteria, places(1), List.of(application(1, given)))
                    .rows()
                    .getFirst()
                    .arithmetic()
                    .sheets()
                    .getFirst();

            assertThat(line.contributions().stream().map(Arithmetic.Contribution::formula))
                    .containsExactly("36 ÷ 40 × 50 = 45", "20.5 ÷ 30 × 30 = 20.5", "9 ÷ 10 × 20 = 18");
            assertThat(line.formula()).isEqualTo("45 + 20.5 + 18 = 83.5");
        }

        @Test
        void isRoundedOnceSoThatThirdsMakeNoDifference() {
            var criteria = List.of(criterion("a", 50, 3), criterion("b", 50, 3));
            var halves = new ScoredSheet("x", Map.of("a", BigDecimal.ONE, "b", BigDecimal.ONE));
            var whole = new ScoredSheet("x", Map.of("a", BigDecimal.TWO, "b", BigDecimal.ZERO));

            var list = Ranking.of(
                    scoring(MEAN), criteria, places(1), List.of(application(1, halves), application(2, whole)));

            assertThat(placesOf(list)).containsExactly(1, 1);
            assertThat(list.rows().getFirst().arithmetic().result()).isEqualTo(new BigDecimal("33.3333"));
        }

        @Test
        void cannotLackAScoreOrExceedTheMaximum() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> only(scoring(MEAN), application(1, new ScoredSheet("x", Map.of()))))
                    .withMessageContaining("representativeness");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> only(scoring(MEAN), application(1, sheet("x", "100.5"))));
        }
    }

    @Nested
    class OnePanel {

        @Test
        void hasTheMeanOfItsSheets() {
            var arithmetic =
                    only(scoring(MEAN), application(1, "83.5", "79", "81")).arithmetic();

            assertThat(arithmetic.formula()).isEqualTo("(83.5 + 79 + 81) ÷ 3 = 81.1667");
            assertThat(arithmetic.fellBack()).isFalse();
        }

        @Test
        void leavesOutHighestAndLowestOfFive() {
            var arithmetic = only(scoring(TRIMMED_MEAN), application(1, "60", "90", "80", "82", "90"))
                    .arithmetic();

            assertThat(arithmetic.formula()).isEqualTo("(90 + 80 + 82) ÷ 3 = 84");
            assertThat(arithmetic.sheets().stream().map(Arithmetic.SheetLine::use))
                    .containsExactly(
                            Arithmetic.Use.LOWEST_DROPPED,
                            Arithmetic.Use.COUNTED,
                            Arithmetic.Use.COUNTED,
                            Arithmetic.Use.COUNTED,
                            Arithmetic.Use.HIGHEST_DROPPED);
        }

        @Test
        void saysThatFourSheetsAreTooFewToLeaveTwoOut() {
            var arithmetic = only(scoring(TRIMMED_MEAN), application(1, "60", "90", "80", "82"))
                    .arithmetic();

            assertThat(arithmetic.used()).isEqualTo(MEAN);
            assertThat(arithmetic.fellBack()).isTrue();
            assertThat(arithmetic.formula()).isEqualTo("(60 + 90 + 80 + 82) ÷ 4 = 78");
        }

        @Test
        void statesSpreadAndDeviationAndAlarmsFromTheThreshold() {
            var calm = only(scoring(MEAN), application(1, "70", "80", "89.9")).arithmetic();
            var torn = only(scoring(MEAN), application(1, "70", "80", "90")).arithmetic();

            assertThat(calm.spreadAlarm()).isFalse();
            assertThat(torn.spreadAlarm()).isTrue();
            assertThat(torn.spreadFormula()).isEqualTo("90 − 70 = 20");
            assertThat(torn.deviation()).isEqualTo(new BigDecimal("8.1650"));
        }
    }

    @Nested
    class Normalising {

        /** a is strict (60, 70, 80), b mild and narrow (88, 90, 92): both say the same of the three. */
        @Test
        void bringsEachExpertToTheScaleOfTheTrack() {
            var list = rank(
                    scoring(NORMALISED),
                    places(1),
                    application(1, "60", "88"),
                    application(2, "70", "90"),
                    application(3, "80", "92"));

            var best = list.rows().getFirst();
            assertThat(best.application()).isEqualTo(id(3));
            var scale = best.arithmetic().scale();
            assertThat(scale).isEqualTo(new Arithmetic.Scale(6, new BigDecimal("80.0000"), new BigDecimal("11.6046")));
            assertThat(best.arithmetic().sheets().stream().map(sheet -> sheet.normalFormula(scale)))
                    .containsExactly(
                            "z = (80 − 70) ÷ 8.165 = 1.2247; 80 + 11.6046 × 1.2247 = 94.2122",
                            "z = (92 − 90) ÷ 1.633 = 1.2247; 80 + 11.6046 × 1.2247 = 94.2122");
            assertThat(best.arithmetic().formula()).isEqualTo("(94.2122 + 94.2122) ÷ 2 = 94.2122");
        }

        @Test
        void leavesAnExpertWithTwoSheetsOrWithoutVarianceAsHeIs() {
            var list = rank(
                    scoring(NORMALISED),
                    places(1),
                    application(1, "60", "75", "71"),
                    application(2, "70", "75", "72"),
                    application(3, "80", "75"));

            var sheets = list.rows().getLast().arithmetic().sheets();
            assertThat(sheets.stream().map(sheet -> sheet.normalisation().reason()))
                    .containsExactly(null, Arithmetic.NotNormalised.NO_VARIANCE, Arithmetic.NotNormalised.FEW_SHEETS);
            assertThat(sheets.get(1).value()).isEqualByComparingTo("75");
            assertThat(sheets.get(2).value()).isEqualByComparingTo("71");
        }
    }

    @Nested
    class Ties {

        @Test
        void shareAPlaceAsInCompetitions() {
            var list = rank(
                    scoring(MEAN),
                    new Quota(Quota.Kind.OPEN, 0),
                    application(1, "70"),
                    application(2, "80"),
                    application(3, "80"),
                    application(4, "90"));

            assertThat(placesOf(list)).containsExactly(1, 2, 2, 4);
            assertThat(list.rows().get(1).tiedWith()).containsExactly(id(3));
            assertThat(list.rows().getFirst().tied()).isFalse();
        }

        @Test
        void arePartedByTheRulesInTheirOrder() {
            var scoring = scoring(MEAN, higher("will-to-reform"), tie(SMALLER_SPREAD), tie(EARLIER_RECEIPT));
            var list = rank(
                    scoring,
                    places(2),
                    application(1, sheet("a", "80"), sheet("b", "80")),
                    application(2, sheet("a", "80"), sheet("b", "80")),
                    application(3, sheet("a", "85"), sheet("b", "75")),
                    application(4, sheet("a", "77", "84", "80"), sheet("b", "77", "84", "80")));

            assertThat(list.rows().stream().map(Ranked::application)).containsExactly(id(4), id(1), id(2), id(3));
            assertThat(list.rows().stream().map(Ranked::parted))
                    .containsExactly(CRITERION, CRITERION, EARLIER_RECEIPT, SMALLER_SPREAD);
            assertThat(list.rows()).noneMatch(Ranked::tied);
        }

        @Test
        void stayForTheJointMeetingWhateverRulesFollow() {
            var list = rank(
                    scoring(MEAN, tie(JOINT_MEETING), tie(EARLIER_RECEIPT)),
                    places(1),
                    application(1, "80"),
                    application(2, "80"));

            assertThat(placesOf(list)).containsExactly(1, 1);
            assertThat(list.rows()).allMatch(row -> row.position() == Position.ON_LINE);
        }

        @Test
        @DisplayName("R-ZJ-30 provincial projects come first among equals, and only among equals")
        void leaveTheFirstPlaceToProjectsOfTheProvince() {
            var list = rank(
                    scoring(MEAN, tie(PROVINCIAL_PROJECT), tie(EARLIER_RECEIPT)),
                    places(2),
                    application(1, "80"),
                    provincial(application(2, "80")),
                    provincial(application(3, "79")),
                    application(4, "80"));

            assertThat(list.rows().stream().map(Ranked::application)).containsExactly(id(2), id(1), id(4), id(3));
            assertThat(list.rows().getFirst().parted()).isEqualTo(PROVINCIAL_PROJECT);
        }

        @Test
        void areNotPartedByACriterionOfAnotherTrack() {
            var list = rank(scoring(MEAN, higher("technology")), places(1), application(1, "80"), application(2, "80"));

            assertThat(placesOf(list)).containsExactly(1, 1);
        }
    }

    @Nested
    class TheLine {

        @Test
        void runsAfterThePlacesOfTheQuotaWithTheDistanceToIt() {
            var list =
                    rank(scoring(MEAN), places(2), application(1, "90"), application(2, "85"), application(3, "84.5"));

            assertThat(list.rows().stream().map(Ranked::position))
                    .containsExactly(Position.WITHIN, Position.WITHIN, Position.BEYOND);
            assertThat(list.rows().stream().map(Ranked::margin))
                    .containsExactly(new BigDecimal("5.5000"), new BigDecimal("0.5000"), new BigDecimal("-0.5000"));
        }

        @Test
        void showsATieAcrossItAndCutsNone() {
            var list = rank(
                    scoring(MEAN),
                    places(2),
                    application(1, "90"),
                    application(2, "85"),
                    application(3, "85"),
                    application(4, "80"));

            assertThat(list.rows().stream().map(Ranked::position))
                    .containsExactly(Position.WITHIN, Position.ON_LINE, Position.ON_LINE, Position.BEYOND);
        }

        @Test
        void doesNotExistWhereTheQuotaIsOpen() {
            var list = rank(scoring(MEAN), new Quota(Quota.Kind.OPEN, 0), application(1, "90"), application(2, "85"));

            assertThat(list.rows())
                    .allSatisfy(row -> assertThat(row.position()).isEqualTo(Position.NO_LINE))
                    .allSatisfy(row -> assertThat(row.margin()).isNull());
        }
    }

    @Nested
    class Standings {

        /** Without c, who alone gave the second 100, the two change places. */
        @Test
        void sayWhichExpertDecides() {
            var list =
                    rank(scoring(MEAN), places(1), application(1, "80", "80", "80"), application(2, "75", "75", "100"));

            var first = list.rows().getFirst();
            assertThat(first.application()).isEqualTo(id(2));
            assertThat(first.standing()).isEqualTo(new Standing(1, 2, null, "c", true));
            assertThat(list.rows().getLast().standing()).isEqualTo(new Standing(1, 2, "c", null, true));
        }

        @Test
        void areFirmWhereNoExpertMatters() {
            var list = rank(scoring(MEAN), places(1), application(1, "90", "91"), application(2, "70", "71"));

            assertThat(list.rows().getFirst().standing()).isEqualTo(new Standing(1, 1, null, null, false));
        }

        @Test
        void bearAnApplicationThatOnlyThatExpertJudged() {
            var list =
                    rank(scoring(MEAN), places(1), application(1, sheet("a", "90")), application(2, sheet("b", "80")));

            assertThat(list.rows().getLast().standing()).isEqualTo(new Standing(1, 2, "a", null, true));
        }
    }

    @Test
    void anApplicationWithoutSheetsHasNoPlace() {
        var list = rank(scoring(NORMALISED), places(1), application(1, new ScoredSheet[0]), application(2, "80"));

        assertThat(placesOf(list)).containsExactly(1);
        assertThat(list.unscored()).containsExactly(id(1));
    }

    @Test
    void aTrackWithoutApplicationsHasAnEmptyList() {
        assertThat(rank(scoring(NORMALISED), places(1)).rows()).isEmpty();
    }

    @Test
    void theOrderOfCriteriaDoesNotMatter() {
        List<Criterion> reversed = CRITERIA.reversed();
        var applications = List.of(application(1, sheet("a", "77", "84", "80")));

        assertThat(Ranking.of(scoring(MEAN), reversed, places(1), applications)
                        .rows()
                        .getFirst()
                        .arithmetic()
                        .result())
                .isEqualTo(only(scoring(MEAN), applications.getFirst())
                        .arithmetic()
                        .result());
    }
}
