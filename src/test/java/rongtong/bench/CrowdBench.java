package rongtong.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.selection.application.ApplicationJourney;
import rongtong.workflow.Cases;
import rongtong.workflow.TaskActions;

/**
 * The crowd of the last minute: 200 schools hand in at the same moment and each gets its receipt, numbers without a gap. A
 * crowd as large has come before, so that the program is warm. Bar: all of them within ten seconds on a machine of its own.
 *
 * <p>Run with {@code ./mvnw -Pbench verify}.
 */
@RongtongTest
class CrowdBench {

    private static final int SCHOOLS = 200;
    private static final int WARM_UP = 200;
    private static final String MODEL = "school-demo-220200-voc";

    @Autowired
    ApplicationJourney journey;

    @Autowired
    Cases cases;

    @Autowired
    TaskActions tasks;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    /** A school that has filled its form and waits for the last minute. */
    private record Ready(String school, String task, Map<String, Object> answers) {}

    @Test
    void twoHundredHandInAtTheSameMoment() throws Exception {
        var round = journey.open("jl-223", Duration.ofDays(1));
        enter();
        var ready = new ArrayList<Ready>();
        for (int number = 1; number <= SCHOOLS + WARM_UP; number++) {
            ready.add(begun(round, "crowd-" + number));
        }
        handIn(ready.subList(0, WARM_UP));
        var took = handIn(ready.subList(WARM_UP, ready.size()));

        System.out.printf(
                "crowd of %d: all %.1f s, half of them within %.1f s, 95 of 100 within %.1f s%n",
                SCHOOLS, took[took.length - 1] / 1e9, took[took.length / 2] / 1e9, took[took.length * 95 / 100] / 1e9);
        var numbers = jdbc.sql("""
                        select a.receipt from selection.application a
                        join document.official_document o on o.number = a.receipt
                        join document.issued_document d on d.id = o.id and d.case_id = a.case_id
                        where a.round = ? and a.status = 'SUBMITTED'
                        """).param(round).query(String.class).stream()
                .mapToInt(receipt -> Integer.parseInt(receipt.replaceAll(".*〕|号", "")))
                .sorted()
                .distinct()
                .toArray();
        if (numbers.length != SCHOOLS + WARM_UP || numbers[numbers.length - 1] - numbers[0] != numbers.length - 1) {
            throw new AssertionError("Not everybody has one receipt: " + Arrays.toString(numbers));
        }
        journey.forget(round);
    }

    private Ready begun(UUID round, String school) throws Exception {
        var title = "产教融合试点" + school;
        return user.runAs(school, () -> {
            var caseId = cases.start("pilot-application", Map.of("opening", round + "/school", "title", title))
                    .caseId();
            var task = jdbc.sql("select id from workflow.task where case_id = ? and state = 'OPEN'")
                    .param(caseId)
                    .query(String.class)
                    .single();
            return new Ready(school, task, new LinkedHashMap<>(journey.school(school, title)));
        });
    }

    /** @return how long each had to wait in nanoseconds, the shortest first */
    private long[] handIn(List<Ready> crowd) throws Exception {
        var start = new CyclicBarrier(crowd.size());
        try (var people = Executors.newFixedThreadPool(crowd.size())) {
            var work = crowd.stream()
                    .map(ready -> (Callable<Long>) () -> {
                        start.await();
                        var begun = System.nanoTime();
                        user.runAs(ready.school(), () -> tasks.complete(ready.task(), ready.answers(), "", List.of()));
                        return System.nanoTime() - begun;
                    })
                    .toList();
            var took = new ArrayList<Long>();
            for (var each : people.invokeAll(work)) {
                took.add(each.get());
            }
            return took.stream().mapToLong(Long::longValue).sorted().toArray();
        }
    }

    /** Schools of the city of Jilin with an account each. */
    private void enter() {
        jdbc.sql("""
                        with entered as (
                            insert into organization.organization
                                (code, kind, level, province, region, ownership, school_type, position)
                            select 'crowd-' || n, 'SCHOOL', 'CITY', 'JL', '220200', '公办', '中等职业学校', 9
                            from generate_series(1, :all) n returning code),
                        named as (
                            insert into organization.name (organization, name_zh) select code, code from entered)
                        insert into identity.account (username, display_name, organization, roles, password)
                        select code, code, code, (select roles from identity.account where username = :model), '-' from entered
                        """).param("all", SCHOOLS + WARM_UP).param("model", MODEL).update();
    }
}
