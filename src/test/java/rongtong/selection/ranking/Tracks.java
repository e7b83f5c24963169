package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;

/** Small tracks whose lists one can reckon by hand. */
final class Tracks {

    static final Instant MORNING = Instant.parse("2026-05-06T01:00:00Z");

    /** The three of the “223” plan with their default weights. */
    static final List<Criterion> CRITERIA = List.of(
            criterion("representativeness", 40, 100),
            criterion("will-to-reform", 30, 100),
            criterion("basic-conditions", 30, 100));

    private Tracks() {}

    static Criterion criterion(String key, int weight, int max) {
        return named(key, key, key, weight, max);
    }

    static Criterion named(String key, String name, String nameEn, int weight, int max) {
        return new Criterion(key, name, nameEn, weight, max, "", "");
    }

    static Scoring scoring(Scoring.Rule rule, Scoring.Tie... ties) {
        return new Scoring(rule, List.of(ties), 20);
    }

    static Scoring.Tie tie(Scoring.Tie.Kind kind) {
        return new Scoring.Tie(kind, null);
    }

    static Scoring.Tie higher(String criterion) {
        return new Scoring.Tie(Scoring.Tie.Kind.CRITERION, criterion);
    }

    static Quota places(int places) {
        return new Quota(Quota.Kind.EXACTLY, places);
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }

    /** A sheet on which all criteria have the same score, which is then its total. */
    static ScoredSheet sheet(String expert, String total) {
        return sheet(expert, total, total, total);
    }

    static ScoredSheet sheet(String expert, String representativeness, String will, String conditions) {
        return new ScoredSheet(
                expert,
                Map.of(
                        "representativeness",
                        new BigDecimal(representativeness),
                        "will-to-reform",
                        new BigDecimal(will),
                        "basic-conditions",
                        new BigDecimal(conditions)));
    }

    /** Received {@code number} minutes after the first; its experts are a, b, c, … */
    static ScoredApplication application(int number, String... totals) {
        var sheets = new ScoredSheet[totals.length];
        Arrays.setAll(sheets, index -> sheet(String.valueOf((char) ('a' + index)), totals[index]));
        return application(number, sheets);
    }

    static ScoredApplication application(int number, ScoredSheet... sheets) {
        return new ScoredApplication(id(number), MORNING.plusSeconds(60L * number), false, List.of(sheets));
    }

    /** The same, of a project of the province. */
    static ScoredApplication provincial(ScoredApplication application) {
        return new ScoredApplication(application.id(), application.receivedAt(), true, application.sheets());
    }
}
