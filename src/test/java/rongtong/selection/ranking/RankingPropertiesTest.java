package rongtong.selection.ranking;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static rongtong.selection.ranking.Tracks.CRITERIA;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;

/** What holds for all lists. Scores are drawn in tenths, few enough that ties are common. */
class RankingPropertiesTest {

    private static final List<String> EXPERTS = List.of("a", "b", "c", "d", "e", "f", "g");

    @Provide
    Arbitrary<Scoring> scorings() {
        var ties = Arbitraries.of(
                        Tracks.higher("will-to-reform"),
                        Tracks.tie(Scoring.Tie.Kind.PROVINCIAL_PROJECT),
                        Tracks.tie(Scoring.Tie.Kind.SMALLER_SPREAD),
                        Tracks.tie(Scoring.Tie.Kind.EARLIER_RECEIPT),
                        Tracks.tie(Scoring.Tie.Kind.JOINT_MEETING))
                .list()
                .uniqueElements()
                .ofMaxSize(3);
        return Combinators.combine(Arbitraries.of(Scoring.Rule.class), ties)
                .as((rule, chain) -> new Scoring(rule, chain, 20));
    }

    @Provide
    Arbitrary<Quota> quotas() {
        return Combinators.combine(
                        Arbitraries.of(Quota.Kind.class), Arbitraries.integers().between(1, 6))
                .as((kind, places) -> new Quota(kind, kind == Quota.Kind.OPEN ? 0 : places));
    }

    /** Up to eight applications, each judged by some of the experts. */
    @Provide
    Arbitrary<List<ScoredApplication>> tracks() {
        return tracks(scores(100), 0);
    }

    /** Scores that leave room for ten more. */
    @Provide
    Arbitrary<List<ScoredApplication>> lowTracks() {
        return tracks(scores(90), 1);
    }

    /** Whole tens, so that many are equal. */
    @Provide
    Arbitrary<List<ScoredApplication>> tiedTracks() {
        return tracks(Arbitraries.integers().between(5, 7).map(tens -> BigDecimal.valueOf(tens * 10L)), 1);
    }

    /** Every expert has judged all of at least three applications, and not all alike. */
    @Provide
    Arbitrary<List<ScoredApplication>> fullTracks() {
        return Arbitraries.integers()
                .between(30, 70)
                .map(BigDecimal::valueOf)
                .list()
                .ofSize(15)
                .list()
                .ofMinSize(3)
                .ofMaxSize(8)
                .map(rows -> IntStream.range(0, rows.size())
                        .mapToObj(number -> application(number, rows.get(number)))
                        .toList())
                .filter(track -> EXPERTS.stream().limit(5).allMatch(expert -> varies(expert, track)));
    }

    private static boolean varies(String expert, List<ScoredApplication> track) {
        var totals = totalsOf(expert, track).toList();
        return Figures.scale(totals).deviation().compareTo(BigDecimal.TWO) >= 0;
    }

    private static Stream<BigDecimal> totalsOf(String expert, List<ScoredApplication> track) {
        return track.stream()
                .flatMap(application -> application.sheets().stream())
                .filter(sheet -> sheet.expert().equals(expert))
                .map(sheet -> SheetTotals.total(SheetTotals.contributions(CRITERIA, sheet)));
    }

    private static Arbitrary<BigDecimal> scores(int most) {
        return Arbitraries.integers().between(0, most * 10).map(tenths -> BigDecimal.valueOf(tenths, 1));
    }

    private static Arbitrary<List<ScoredApplication>> tracks(Arbitrary<BigDecimal> scores, int fewestSheets) {
        var sheets = scores.list()
                .ofMinSize(3 * fewestSheets)
                .ofMaxSize(3 * EXPERTS.size())
                .map(list -> list.subList(0, list.size() / 3 * 3));
        return sheets.list()
                .ofMaxSize(8)
                .map(rows -> IntStream.range(0, rows.size())
                        .mapToObj(number -> application(number, rows.get(number)))
                        .toList());
    }

    /** Two applications each are received at the same moment; panels overlap. */
    private static ScoredApplication application(int number, List<BigDecimal> scores) {
        var sheets = new ArrayList<ScoredSheet>();
        for (int sheet = 0; sheet < scores.size() / 3; sheet++) {
            sheets.add(new ScoredSheet(
                    EXPERTS.get(sheet),
                    Map.of(
                            "representativeness",
                            scores.get(sheet * 3),
                            "will-to-reform",
                            scores.get(sheet * 3 + 1),
                            "basic-conditions",
                            scores.get(sheet * 3 + 2))));
        }
        return new ScoredApplication(
                Tracks.id(number), Tracks.MORNING.plusSeconds(number / 2), number % 3 == 0, List.copyOf(sheets));
    }

    private static RankedTrack rank(Scoring scoring, Quota quota, Collection<ScoredApplication> track) {
        return Ranking.of(scoring, CRITERIA, quota, track);
    }

    private static Map<UUID, Integer> places(RankedTrack list) {
        return list.rows().stream().collect(toMap(Ranked::application, Ranked::place));
    }

    @Property(tries = 400)
    void theOrderOfSheetsAndApplicationsNeverMatters(
            @ForAll("scorings") Scoring scoring,
            @ForAll("quotas") Quota quota,
            @ForAll("tracks") List<ScoredApplication> track,
            @ForAll Random random) {
        var shuffled = new ArrayList<ScoredApplication>();
        for (var application : track) {
            var sheets = new ArrayList<>(application.sheets());
            Collections.shuffle(sheets, random);
            shuffled.add(new ScoredApplication(
                    application.id(), application.receivedAt(), application.provincialProject(), sheets));
        }
        Collections.shuffle(shuffled, random);

        assertThat(rank(scoring, quota, shuffled)).isEqualTo(rank(scoring, quota, track));
    }

    @Property(tries = 400)
    void aConstantAddedToAllSheetsNeverChangesTheOrder(
            @ForAll("scorings") Scoring scoring,
            @ForAll("lowTracks") List<ScoredApplication> track,
            @ForAll @IntRange(max = 100) int tenths) {
        var more = BigDecimal.valueOf(tenths, 1);
        var raised = track.stream()
                .map(application -> new ScoredApplication(
                        application.id(),
                        application.receivedAt(),
                        application.provincialProject(),
                        application.sheets().stream()
                                .map(sheet -> new ScoredSheet(sheet.expert(), raised(sheet, more)))
                                .toList()))
                .toList();

        assertThat(places(rank(scoring, Tracks.places(1), raised)))
                .isEqualTo(places(rank(scoring, Tracks.places(1), track)));
    }

    private static Map<String, BigDecimal> raised(ScoredSheet sheet, BigDecimal more) {
        return sheet.scores().entrySet().stream()
                .collect(toMap(Map.Entry::getKey, score -> score.getValue().add(more)));
    }

    @Property(tries = 400)
    void meanAndTrimmedMeanLieBetweenLowestAndHighest(@ForAll("tracks") List<ScoredApplication> track) {
        for (var rule : List.of(Scoring.Rule.MEAN, Scoring.Rule.TRIMMED_MEAN)) {
            for (var row : rank(Tracks.scoring(rule), Tracks.places(1), track).rows()) {
                var totals = row.arithmetic().sheets().stream()
                        .map(Arithmetic.SheetLine::total)
                        .sorted()
                        .toList();
                assertThat(row.arithmetic().result()).isBetween(totals.getFirst(), totals.getLast());
            }
        }
    }

    /** Not with the smaller spread among the tie rules: a higher extreme is a greater spread. */
    @Property(tries = 600)
    void aHigherScoreNeverWorsensAPlace(
            @ForAll boolean trimmed,
            @ForAll("lowTracks") List<ScoredApplication> track,
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 100) int tenths) {
        if (track.isEmpty()) {
            return;
        }
        var scoring = Tracks.scoring(
                trimmed ? Scoring.Rule.TRIMMED_MEAN : Scoring.Rule.MEAN,
                Tracks.higher("will-to-reform"),
                Tracks.tie(Scoring.Tie.Kind.EARLIER_RECEIPT));
        var chosen = track.get(random.nextInt(track.size()));
        var sheets = new ArrayList<>(chosen.sheets());
        int index = random.nextInt(sheets.size());
        var scores = new HashMap<>(sheets.get(index).scores());
        scores.merge(
                CRITERIA.get(random.nextInt(CRITERIA.size())).key(), BigDecimal.valueOf(tenths, 1), BigDecimal::add);
        sheets.set(index, new ScoredSheet(sheets.get(index).expert(), scores));
        var raised = track.stream()
                .map(application -> application.equals(chosen)
                        ? new ScoredApplication(chosen.id(), chosen.receivedAt(), chosen.provincialProject(), sheets)
                        : application)
                .toList();

        assertThat(places(rank(scoring, Tracks.places(1), raised)).get(chosen.id()))
                .isLessThanOrEqualTo(
                        places(rank(scoring, Tracks.places(1), track)).get(chosen.id()));
    }

    /** An expert who halves all points, or doubles them and adds ten, says the same once normalised. */
    @Property(tries = 200)
    void normalisedResultsDoNotDependOnAnExpertsScale(
            @ForAll("fullTracks") List<ScoredApplication> track, @ForAll @IntRange(max = 20) int shift) {
        var scoring = Tracks.scoring(Scoring.Rule.NORMALISED);
        var rescaled = track.stream()
                .map(application -> new ScoredApplication(
                        application.id(),
                        application.receivedAt(),
                        application.provincialProject(),
                        application.sheets().stream()
                                .map(sheet -> sheet.expert().equals("a") ? halved(sheet, shift) : sheet)
                                .toList()))
                .toList();

        var before = zs(rank(scoring, Tracks.places(1), track));
        var after = zs(rank(scoring, Tracks.places(1), rescaled));

        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((application, z) -> assertThat(after.get(application)).isCloseTo(z, within(0.001)));
    }

    private static ScoredSheet halved(ScoredSheet sheet, int shift) {
        return new ScoredSheet(
                sheet.expert(),
                sheet.scores().entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey,
                                score -> score.getValue().divide(BigDecimal.TWO).add(BigDecimal.valueOf(shift)))));
    }

    /** The mean of its normalised distances decides on an application's place. */
    private static Map<UUID, Double> zs(RankedTrack list) {
        return list.rows().stream()
                .collect(toMap(
                        Ranked::application,
                        row -> row.arithmetic().sheets().stream()
                                .mapToDouble(sheet -> sheet.normalisation().z().doubleValue())
                                .average()
                                .orElseThrow()));
    }

    @Property(tries = 400)
    void aPlaceIsOneMoreThanThereAreBetterOnes(
            @ForAll("scorings") Scoring scoring, @ForAll("tiedTracks") List<ScoredApplication> track) {
        var rows = rank(scoring, Tracks.places(2), track).rows();

        for (var row : rows) {
            long better =
                    rows.stream().filter(other -> other.place() < row.place()).count();
            long equal =
                    rows.stream().filter(other -> other.place() == row.place()).count();
            assertThat(row.place()).isEqualTo((int) better + 1);
            assertThat(row.tiedWith()).hasSize((int) equal - 1);
        }
        assertThat(rows.stream().map(row -> row.arithmetic().result()).toList())
                .isSortedAccordingTo(Collections.reverseOrder());
    }

    @Property(tries = 400)
    void theLineNeverCutsATieAndNeverHoldsMoreThanThePlaces(
            @ForAll("scorings") Scoring scoring,
            @ForAll("quotas") Quota quota,
            @ForAll("tiedTracks") List<ScoredApplication> track) {
        var rows = rank(scoring, quota, track).rows();

        for (var row : rows) {
            assertThat(rows.stream().filter(other -> other.place() == row.place()))
                    .allMatch(other -> other.position() == row.position());
        }
        if (quota.kind() == Quota.Kind.OPEN) {
            assertThat(rows).allMatch(row -> row.position() == Position.NO_LINE);
            return;
        }
        long within =
                rows.stream().filter(row -> row.position() == Position.WITHIN).count();
        long onLine =
                rows.stream().filter(row -> row.position() == Position.ON_LINE).count();
        assertThat(within).isLessThanOrEqualTo(quota.places());
        if (onLine > 0) {
            assertThat(within + onLine).isGreaterThan(quota.places());
        } else {
            assertThat(within).isEqualTo(Math.min(quota.places(), rows.size()));
        }
    }

    /** The range is the one found by making the list again from the sheets of all others. */
    @Property(tries = 300)
    void rangesAreThoseOfTheListsWithoutEachExpert(
            @ForAll("scorings") Scoring scoring,
            @ForAll("quotas") Quota quota,
            @ForAll("tracks") List<ScoredApplication> track) {
        var list = rank(scoring, quota, track);
        var others = EXPERTS.stream()
                .map(expert -> rank(scoring, quota, without(expert, track)))
                .toList();

        for (var row : list.rows()) {
            var elsewhere = others.stream()
                    .flatMap(other -> other.rows().stream())
                    .filter(other -> other.application().equals(row.application()))
                    .toList();
            int best = elsewhere.stream().mapToInt(Ranked::place).min().orElse(row.place());
            int worst = elsewhere.stream().mapToInt(Ranked::place).max().orElse(row.place());
            assertThat(row.standing().best()).isEqualTo(Math.min(best, row.place()));
            assertThat(row.standing().worst()).isEqualTo(Math.max(worst, row.place()));
            assertThat(row.standing().crossesLine())
                    .isEqualTo(elsewhere.stream().anyMatch(other -> other.position() != row.position()));
        }
    }

    private static List<ScoredApplication> without(String expert, List<ScoredApplication> track) {
        return track.stream()
                .map(application -> new ScoredApplication(
                        application.id(),
                        application.receivedAt(),
                        application.provincialProject(),
                        application.sheets().stream()
                                .filter(sheet -> !sheet.expert().equals(expert))
                                .toList()))
                .toList();
    }

    /** An independent reckoning in floating point, to within the rounding. */
    @Property(tries = 300)
    void meansAreThoseOfAnotherReckoning(@ForAll("tracks") List<ScoredApplication> track) {
        var results = rank(Tracks.scoring(Scoring.Rule.MEAN), Tracks.places(1), track).rows().stream()
                .collect(toMap(Ranked::application, row -> row.arithmetic().result()));

        for (var application : track) {
            if (application.sheets().isEmpty()) {
                assertThat(results).doesNotContainKey(application.id());
                continue;
            }
            double expected = application.sheets().stream()
                    .mapToDouble(sheet -> CRITERIA.stream()
                            .mapToDouble(criterion ->
                                    sheet.scores().get(criterion.key()).doubleValue() * criterion.weight() / 100)
                            .sum())
                    .average()
                    .orElseThrow();
            assertThat(results.get(application.id()).doubleValue()).isCloseTo(expected, within(0.0001));
        }
    }
}
