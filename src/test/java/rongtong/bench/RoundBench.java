package rongtong.bench;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.RongtongTest;
import rongtong.selection.SelectionJourney;

/**
 * A round of 2,000 applications with five experts each goes its way over REST: closing the window on 500 that still write,
 * assignment, ranking, proposal, joint decision, publication. What people wait for, and apart from it what batches of the
 * engine do behind.
 *
 * <p>Run with {@code ./mvnw -Pbench verify}.
 */
@RongtongTest
class RoundBench {

    private static final int APPLICATIONS = 2_000;
    private static final int WRITING = 500;
    private static final List<String> CITIES = List.of("JL-CITY-CC", "JL-CITY-JL", "JL-CITY-SP");

    @LocalServerPort
    int port;

    @Autowired
    SelectionJourney journey;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

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
        report("  behind: " + WRITING + " processes lapse", journey::finishBatches);
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
        report("  behind: all applicants are told", journey::finishBatches);
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
                .forEach(row -> begun(round, row.get(0), row.get(1), row.get(2)));
    }

    private void begun(String round, String application, String applicant, String status) {
        transaction.executeWithoutResult(any -> {
            var instance = runtime.createProcessInstanceByKey("pilot-application")
                    .businessKey(application)
                    .startBeforeActivity(status.equals("WRITING") ? "writeApplication" : "awaitDecision")
                    .setVariables(Map.of(
                            "caseId", application,
                            "jurisdiction", "JL",
                            "initiator", applicant,
                            "applicant", applicant,
                            "organ", "JL-EDU",
                            "round", round))
                    .execute();
            jdbc.sql("update workflow.case_file set process_instance = ? where id = ?")
                    .params(instance.getProcessInstanceId(), UUID.fromString(application))
                    .update();
        });
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
