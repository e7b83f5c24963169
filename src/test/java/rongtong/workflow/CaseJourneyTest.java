package rongtong.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.SomebodyWasFirst;

/** One case of the test process, with the real engine, database and accounts. */
@RongtongTest
class CaseJourneyTest {

    @Autowired
    CurrentUser user;

    @Autowired
    Cases cases;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskActions actions;

    @Autowired
    Drafts drafts;

    @Autowired
    ProcessMonitor monitor;

    @Autowired
    JdbcClient jdbc;

    @Test
    void goesFromApplicationToItsEnd() throws Exception {
        var caseId = started("走完全程");
        for (var step : List.of("first", "second", "third")) {
            var task = taskOf(caseId, "ln-edu.handler");
            assertThat(task.step()).isEqualTo(step);
            complete("ln-edu.handler", task.id(), Map.of("finding", "无误"));
        }
        complete("school-4121010142", taskOf(caseId, "school-4121010142").id(), Map.of("stance", "AGREE"));
        complete("ent-000410", taskOf(caseId, "ent-000410").id(), Map.of("stance", "DISAGREE"));

        var view = as("ln-edu.handler", () -> cases.get(caseId));
        assertThat(view.row().status()).isEqualTo(CaseStatus.COMPLETED);
        assertThat(view.current()).isEmpty();
        assertThat(view.timeline())
                .extracting(TimelineEntry::action)
                .containsExactly("started", "completed", "completed", "completed", "completed", "completed");
        assertThat(as("ln-edu.handler", () -> cases.diagrams(caseId)).getFirst().completed())
                .contains("first", "second", "third", "answer");
    }

    @Test
    void saysHowLongAStepUsuallyTakesOnceItWasDoneFiveTimes() throws Exception {
        for (int i = 0; i < 5; i++) {
            var earlier = started("以前的案件" + i);
            complete("ln-edu.handler", taskOf(earlier, "ln-edu.handler").id(), Map.of("finding", "无误"));
        }
        jdbc.sql("""
                        update workflow.task set created_at = ended_at - interval '2 days'
                        where process = 'three-steps' and step = 'first' and state = 'DONE'
                        """).update();

        var caseId = started("现在的案件");

        var current = as("ln-edu.handler", () -> cases.get(caseId)).current();
        assertThat(current.getFirst().usual()).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void showsTheCaseToTheOrganisationsThatItConcernsAlone() throws Exception {
        var caseId = started("只给有关单位看");
        var task = taskOf(caseId, "ln-edu.handler");

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as("school-4121010142", () -> cases.get(caseId)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as("ln-sti.handler", () -> inbox.open(task.id())));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> complete("ln-sti.handler", task.id(), Map.of("finding", "越权")));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> complete("ln-edu.leader", task.id(), Map.of("finding", "角色不符")));
        assertThat(as("ln-edu.leader", () -> inbox.open(task.id())).actions()).isEmpty();
        assertThat(as("auditor", () -> cases.get(caseId)).mayWithdraw()).isFalse();
    }

    @Test
    void refusesAWrongFormAndChangesNothing() throws Exception {
        var caseId = started("填错");
        var task = taskOf(caseId, "ln-edu.handler");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> complete("ln-edu.handler", task.id(), Map.of("finding", "")))
                .satisfies(refused -> assertThat(refused.fields())
                        .extracting(RuleViolation.FieldError::field)
                        .containsExactly("finding"));

        assertThat(taskOf(caseId, "ln-edu.handler").id()).isEqualTo(task.id());
    }

    @Test
    void keepsWhatWasTyped() throws Exception {
        var task = taskOf(started("草稿"), "ln-edu.handler");

        as("ln-edu.handler", () -> {
            drafts.saveTask(task.id(), Map.of("finding", "写了一半"));
            return null;
        });

        assertThat(as("ln-edu.handler", () -> drafts.ofTask(task.id()).orElseThrow()))
                .containsEntry("finding", "写了一半");
    }

    @Test
    void isTakenOutOfTheColleaguesInboxesByAClaim() throws Exception {
        var task = taskOf(started("认领"), "ln-edu.handler");

        as("ln-edu.handler", () -> {
            actions.claim(task.id());
            actions.claim(task.id());
            return null;
        });

        assertThat(as("ln-edu.handler", () -> inbox.open(task.id())).actions()).contains("release", "complete");
        as("ln-edu.handler", () -> {
            actions.release(task.id());
            return null;
        });
        assertThat(as("ln-edu.handler", () -> inbox.open(task.id())).actions()).contains("claim");
    }

    @Test
    void ofTwoAtOnceOneCompletesATaskAndTheOtherIsToldWho() throws Exception {
        var task = taskOf(started("两人同时办理"), "ln-edu.handler");

        var outcomes = atOnce(
                () -> complete("ln-edu.handler", task.id(), Map.of("finding", "甲")),
                () -> complete("ln-edu.handler", task.id(), Map.of("finding", "乙")));

        assertThat(outcomes).filteredOn(Receipt.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(SomebodyWasFirst.class::isInstance)
                .singleElement()
                .satisfies(second ->
                        assertThat(((SomebodyWasFirst) second).actor()).isNotBlank());
    }

    @Test
    void theLastTwoOfSeveralUnitsMayAnswerAtTheSameMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            var caseId = started("同时表态");
            for (int step = 0; step < 3; step++) {
                complete("ln-edu.handler", taskOf(caseId, "ln-edu.handler").id(), Map.of("finding", "无误"));
            }
            var one = taskOf(caseId, "school-4121010142").id();
            var other = taskOf(caseId, "ent-000410").id();

            var outcomes = atOnce(
                    () -> complete("school-4121010142", one, Map.of("stance", "AGREE")),
                    () -> complete("ent-000410", other, Map.of("stance", "AGREE")));

            assertThat(outcomes).allMatch(Receipt.class::isInstance);
            assertThat(as("ln-edu.handler", () -> cases.get(caseId)).row().status())
                    .isEqualTo(CaseStatus.COMPLETED);
        }
    }

    @Test
    void aWithdrawalAndACompletionAtOnceHaveOneEffect() throws Exception {
        for (int round = 0; round < 5; round++) {
            var caseId = started("撤回与办理同时");
            var task = taskOf(caseId, "ln-edu.handler");

            atOnce(
                    () -> complete("ln-edu.handler", task.id(), Map.of("finding", "无误")),
                    () -> as("ln-edu.handler", () -> {
                        cases.withdraw(caseId, "重复申报");
                        return Boolean.TRUE;
                    }));

            var view = as("ln-edu.handler", () -> cases.get(caseId));
            assertThat(view.row().status()).isEqualTo(CaseStatus.WITHDRAWN);
            assertThat(view.current()).isEmpty();
        }
    }

    @Test
    void isEndedByAnAdministratorWithAReason() throws Exception {
        var caseId = started("终止");

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> as("auditor", () -> {
                    monitor.cancel(caseId, "试试");
                    return null;
                }));
        as("admin", () -> {
            assertThat(monitor.get(caseId).tasks().getFirst().candidates()).contains("ln-edu.handler");
            monitor.cancel(caseId, "重复立案");
            return null;
        });

        assertThat(as("ln-edu.handler", () -> cases.get(caseId)).row().status()).isEqualTo(CaseStatus.CANCELLED);
    }

    private UUID started(String title) throws Exception {
        return as("ln-edu.handler", () -> cases.start("three-steps", Map.of("title", title)))
                .caseId();
    }

    private TaskRow taskOf(UUID caseId, String username) throws Exception {
        return as(
                username,
                () -> inbox
                        .find(new TaskQuery(
                                TaskQuery.View.TODO, "three-steps", null, false, TaskQuery.Sort.NEWEST, 0, 200))
                        .items()
                        .stream()
                        .filter(task -> task.caseId().equals(caseId))
                        .findFirst()
                        .orElseThrow());
    }

    private Receipt complete(String username, String task, Map<String, Object> values) throws Exception {
        return as(username, () -> actions.complete(task, values, "", List.of()));
    }

    private <T> T as(String username, Callable<T> work) throws Exception {
        return user.runAs(username, work);
    }

    private static List<Object> atOnce(Callable<?> one, Callable<?> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var barrier = new java.util.concurrent.CyclicBarrier(2);
            return threads.invokeAll(List.of(starting(barrier, one), starting(barrier, other))).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
    }

    private static Callable<Object> starting(java.util.concurrent.CyclicBarrier barrier, Callable<?> work) {
        return () -> {
            barrier.await();
            try {
                return work.call();
            } catch (RuntimeException refused) {
                return refused;
            }
        };
    }
}
