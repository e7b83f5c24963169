package rongtong.bench;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;
import rongtong.selection.ranking.RankingSheets;
import rongtong.selection.ranking.Rankings;
import rongtong.selection.ranking.ScoredRounds;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;

/**
 * One round of 2,000 applications, each with the sheets of five of 120 experts: ranking, first page, one arithmetic, the
 * spreadsheet. Bar: each within seconds.
 *
 * <p>Run with {@code ./mvnw -Pbench verify}.
 */
@RongtongTest
class SelectionBench {

    private static final int APPLICATIONS = 2_000;
    private static final int EXPERTS = 120;
    private static final int PANEL = 5;
    private static final int RUNS = 5;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CurrentUser user;

    @Autowired
    ScoredRounds rounds;

    @Autowired
    Rankings rankings;

    @Autowired
    RankingSheets spreadsheets;

    @Test
    void aRoundOfTwoThousand() throws Exception {
        var ties = List.of(
                new Scoring.Tie(Scoring.Tie.Kind.CRITERION, "will-to-reform"),
                new Scoring.Tie(Scoring.Tie.Kind.SMALLER_SPREAD, null),
                new Scoring.Tie(Scoring.Tie.Kind.JOINT_MEETING, null));
        for (var rule : Scoring.Rule.values()) {
            var round = rounds.round(ScoredRounds.programme(
                    "bench-" + rule.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    new Scoring(rule, ties, 20),
                    new Quota(Quota.Kind.ABOUT, 20)));
            fill(round);
            report(rule + ": compute and store", () -> rankings.compute(round).ranked());
            user.runAs(ScoredRounds.CONVENER, () -> {
                report(rule + ": first page with total", () -> rankings.page(round, "school", PageRequest.of(0, 50)));
                var first = rankings.page(round, "school", PageRequest.of(0, 1))
                        .items()
                        .getFirst();
                report(
                        rule + ": one arithmetic",
                        () -> rankings.explain(first.application()).arithmetic().formula());
                report(rule + ": spreadsheet", () -> {
                    spreadsheets.export(round, OutputStream.nullOutputStream());
                    return APPLICATIONS + " rows";
                });
                return null;
            });
        }
    }

    /** Scores follow the application and the expert, so that there are good and bad ones, mild and strict ones. */
    private void fill(UUID round) {
        jdbc.sql("""
                        insert into selection.application
                            (case_id, round, track, applicant, region, title, status, answers, receipt, received_at, opened_at)
                        select gen_random_uuid(), :round, 'school', 'bench-' || n, '220200', '第' || n || '项试点申报', 'ENTERED',
                               '{}', :round || '/' || n, now() - make_interval(mins => n), now()
                        from generate_series(1, :applications) n
                        """).param("round", round).param("applications", APPLICATIONS).update();
        jdbc.sql("""
                        with numbered as (
                            select case_id, row_number() over (order by receipt) as n
                            from selection.application where round = :round)
                        insert into selection.assignment (application, expert, round, track, seed, explanation, assigned_at)
                        select case_id, 'bench-expert-' || (n * :panel + k) % :experts, :round, 'school', 1, '{}', now()
                        from numbered, generate_series(1, :panel) k
                        """)
                .param("round", round)
                .param("panel", PANEL)
                .param("experts", EXPERTS)
                .update();
        jdbc.sql("""
                        insert into selection.sheet (application, expert, turn, scores, saved_at, submitted_at)
                        select application, expert, 1,
                               (select jsonb_object_agg(criterion, least(100, greatest(0, round((
                                           60 + abs(hashtext(application::text)) % 30 + abs(hashtext(expert)) % 10
                                           + (random() * 16)::numeric - 8), 1))))
                                from unnest(array['representativeness', 'will-to-reform', 'basic-conditions']) criterion),
                               now(), now()
                        from selection.assignment where round = :round
                        """).param("round", round).update();
        for (var table : List.of("application", "assignment", "sheet")) {
            jdbc.sql("vacuum analyze selection." + table).update();
        }
    }

    private static void report(String name, Callable<?> work) throws Exception {
        var times = new ArrayList<Double>();
        Object last = null;
        for (int run = 0; run < RUNS; run++) {
            var started = System.nanoTime();
            last = work.call();
            times.add((System.nanoTime() - started) / 1e6);
        }
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "selection %-40s first %8.1f ms  median %8.1f ms  (%s)%n",
                name,
                times.getFirst(),
                sorted[RUNS / 2],
                last instanceof Page<?> page ? page.items().size() + " of " + page.total() : last);
    }
}
