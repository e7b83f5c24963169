package rongtong.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.document.Documents;
import rongtong.selection.SelectionJourney;
import rongtong.selection.WaitingApplications;
import rongtong.selection.round.RoundMessages;

/**
 * A round of 2,000 applications with five experts each goes its way over REST: closing the window on 500 that still write,
 * assignment, ranking, proposal, joint decision, publication. What people wait for, and apart from it what batches of the
 * engine do behind, with as many threads as in production.
 *
 * <p>Run with {@code ./mvnw -Pbench verify}.
 */
@RongtongTest
class RoundBench {

    private static final int APPLICATIONS = 2_000;
    private static final int WRITING = 500;
    private static final Duration LONGEST_TELLING = Duration.ofMinutes(3);
    private static final List<String> CITIES = List.of("JL-CITY-CC", "JL-CITY-JL", "JL-CITY-SP");

    @LocalServerPort
    int port;

    @Autowired
    SelectionJourney journey;

    @Autowired
    WaitingApplications applications;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    RoundMessages messages;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void aRoundOfTwoThousand() {
        journey.at(port);
        var round = journey.open(10);
        fill(round);

        report("closing the window", () -> {
            journey.fire(round, "windowEnds");
            journey.fire(round, "graceOver");
        });
        report("  behind: " + WRITING + " processes lapse", () -> told(round, "windowClosed"));
        report("entries", () -> completed(round, "confirmEntries", Map.of("entriesConfirmed", true)));
        report("assignment", () -> completed(round, "formPanels", Map.of("panelsConfirmed", true)));
        sheets(round);
        report("ranking", () -> journey.scored(round, Map.of()));
        report(
                "proposal",
                () -> completed(
                        round, "proposeList", Map.of("proposals", List.of(), "deviationReason", "合作企业数待正式签约后补足。")));
        journey.agreed(round);
        report(
                "joint decision",
                () -> journey.completed(
                        SelectionJourney.LEADER,
                        round,
                        "decideJointly",
                        Map.of(
                                "jointDecision",
                                "CONFIRM",
                                "heldOn",
                                LocalDate.now(clock).toString(),
                                "attendees",
                                List.of("JL-EDU", "JL-HRSS", "JL-DRC"),
                                "minutes",
                                "三部门联合会议审定，同意建议名单。")));
        report("end of the public notice", () -> journey.fire(round, "periodOver"));
        report("result signed and published", () -> journey.signed(round));
        report("  behind: all applicants are told", () -> told(round, "selectionDecided"));
        everyoneIsToldOnce(round);
        report(
                "  behind: 100 of their notices are printed",
                () -> IntStream.range(0, 100).forEach(each -> documents.printNext()));
    }

    /** Lets the engine work as it does in production, and says how far it is. */
    private void told(String round, String message) {
        var executor = engine.getJobExecutor();
        executor.setMaxJobsPerAcquisition(10);
        executor.start();
        try {
            var started = System.nanoTime();
            for (int looked = 1; ; looked++) {
                var telling = messages.of(UUID.fromString(round)).stream()
                        .filter(each -> each.message().equals(message))
                        .findFirst()
                        .orElseThrow();
                var passed = Duration.ofNanos(System.nanoTime() - started);
                if (telling.waiting().isEmpty()) {
                    return;
                }
                if (looked % 20 == 0) {
                    System.out.printf(
                            "    %d of %d after %d s%n", telling.done(), telling.number(), passed.toSeconds());
                }
                if (passed.compareTo(LONGEST_TELLING) > 0 || telling.hasFailures()) {
                    throw new AssertionError("After %s only %d of %d were told %s"
                            .formatted(passed, telling.done(), telling.number(), message));
                }
                pause();
            }
        } finally {
            executor.shutdown();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(250);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Whoever was not selected has one notice; the numbers run without a gap. */
    private void everyoneIsToldOnce(String round) {
        var notices = jdbc.sql("""
                        select a.status, count(d.id) as notices, count(distinct o.number) as numbers, count(distinct a.case_id) as applications
                        from selection.application a
                        left join document.issued_document d on d.case_id = a.case_id and d.kind = 'selection-notice'
                        left join document.official_document o on o.id = d.id
                        where a.round = ? and a.status in ('SELECTED', 'RESERVE', 'NOT_SELECTED') group by a.status
                        """).param(UUID.fromString(round)).query().listOfRows();
        for (var row : notices) {
            System.out.println("    " + row);
            var due = row.get("status").equals("SELECTED") ? 0L : row.get("applications");
            if (!due.equals(row.get("notices")) || !due.equals(row.get("numbers"))) {
                throw new AssertionError("Not everybody has one notice: " + row);
            }
        }
    }

    private void completed(String round, String step, Map<String, Object> values) {
        journey.completed(SelectionJourney.CONVENER, round, step, values);
    }

    /** Schools of the bench beside three cities; their processes stand where those of real ones would. */
    private void fill(String round) {
        jdbc.sql("""
                        with entered as (
                            insert into organization.organization
                                (code, kind, level, province, region, ownership, school_type, position)
                            select 'bench-' || n, 'SCHOOL', 'CITY', 'JL', '220200', '公办', '中等职业学校', 9
                            from generate_series(1, :all) n returning code)
                        insert into organization.name (organization, name_zh) select code, code from entered
                        """).param("all", APPLICATIONS + WRITING).update();
        jdbc.sql("""
                        insert into selection.application
                            (case_id, round, track, applicant, region, title, status, receipt, received_at, opened_at)
                        select gen_random_uuid(), :round, case when code like 'JL-%' then 'region' else 'school' end, code, '220200',
                               '试点申报' || code, case when place <= :all then 'ENTERED' else 'WRITING' end,
                               case when place <= :all then :round || '/' || place end,
                               case when place <= :all then now() end, now()
                        from (select code, row_number() over (order by code like 'bench-%', code) as place
                              from (select code from organization.organization where code like 'bench-%'
                                    union select unnest(:cities::text[])) a) numbered
                        """)
                .param("round", UUID.fromString(round))
                .param("all", APPLICATIONS)
                .param("cities", CITIES.toArray(String[]::new))
                .update();
        jdbc.sql("""
                        insert into workflow.case_file
                            (id, number, service, title, status, organization, starter, jurisdiction, started_at)
                        select case_id, 'B' || case_id, 'pilot-application', title, 'RUNNING', applicant, 'jl-edu.handler', 'JL', now()
                        from selection.application where round = ?
                        """).param(UUID.fromString(round)).update();
        jdbc.sql("select case_id, applicant, status from selection.application where round = ?")
                .param(UUID.fromString(round))
                .query((rs, index) -> List.of(rs.getString(1), rs.getString(2), rs.getString(3)))
                .list()
                .forEach(row -> applications.begin(
                        UUID.fromString(round),
                        UUID.fromString(row.get(0)),
                        row.get(1),
                        row.get(2).equals("WRITING") ? "writeApplication" : "awaitDecision"));
    }

    private void sheets(String round) {
        jdbc.sql("""
                        insert into selection.sheet (application, expert, turn, scores, saved_at, submitted_at)
                        select application, expert, 1,
                               (select jsonb_object_agg(
                                    criterion, round(40 + abs(hashtext(application::text || criterion)) % 6000 / 100.0, 1))
                                from unnest(array['representativeness', 'will-to-reform', 'basic-conditions']) criterion),
                               now(), now()
                        from selection.assignment where round = ? and ended_at is null
                        """).param(UUID.fromString(round)).update();
    }

    private static void report(String name, Runnable work) {
        var started = System.nanoTime();
        work.run();
        System.out.printf("round of %,d: %-36s %8.1f s%n", APPLICATIONS, name, (System.nanoTime() - started) / 1e9);
    }
}
