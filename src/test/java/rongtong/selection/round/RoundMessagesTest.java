package rongtong.selection.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.selection.WaitingApplications;
import rongtong.selection.application.ApplicationJourney;
import rongtong.selection.round.RoundMessages.Telling;
import rongtong.shared.NotFound;

/** The applications of a round are told one by one; what fails, dies or is asked for twice is neither lost nor doubled. */
@RongtongTest
class RoundMessagesTest {

    private static final String DECIDED = "selectionDecided";
    private static final String HANDLER = "jl-edu.handler";

    @Autowired
    RoundMessages messages;

    @Autowired
    Rounds rounds;

    @Autowired
    ApplicationJourney journey;

    @Autowired
    WaitingApplications applications;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    UUID round;
    final List<UUID> applicants = new ArrayList<>();

    @BeforeEach
    void decided() {
        round = journey.open("jl-223", Duration.ofDays(1));
        schools().forEach(school -> applicants.add(applications.entered(round, "school", school)));
        jdbc.sql("update selection.application set status = 'NOT_SELECTED' where round = ?")
                .param(round)
                .update();
    }

    private List<String> schools() {
        return jdbc.sql("""
                        select code from organization.organization
                        where kind = 'SCHOOL' and province = 'JL' order by code limit 4
                        """).query(String.class).list();
    }

    @AfterEach
    void forget() {
        nobodyIsHindered();
        journey.forget(round);
    }

    @Test
    void everybodyIsToldOnceInATransactionOfItsOwn() {
        tell();
        assertThat(telling().running()).isTrue();
        assertThat(telling().done()).isZero();
        assertThat(notices()).isEmpty();

        work();

        assertThat(telling().done()).isEqualTo(4);
        assertThat(telling().running()).isFalse();
        assertThat(telling().hasFailures()).isFalse();
        assertThat(notices()).containsExactlyInAnyOrderElementsOf(applicants);
    }

    @Test
    void whoWasNotReachedIsToldAgainAndNobodyTwice() throws Exception {
        hindered("", applicants.get(1), applicants.get(3));
        tell();

        work();

        assertThat(telling().running()).isFalse();
        assertThat(telling().hasFailures()).isTrue();
        assertThat(telling().waiting()).containsExactlyInAnyOrder(applicants.get(1), applicants.get(3));
        assertThat(notices()).containsExactlyInAnyOrder(applicants.get(0), applicants.get(2));

        nobodyIsHindered();
        var former = batch();
        again(HANDLER);
        assertThat(management.createBatchQuery().batchId(former).count())
                .as("the former batch leaves nothing behind")
                .isZero();
        work();

        assertThat(telling().done()).isEqualTo(4);
        assertThat(telling().hasFailures()).isFalse();
        assertThat(notices()).containsExactlyInAnyOrderElementsOf(applicants);
    }

    @Test
    void ifItFailsAgainItCanBeToldOnceMore() throws Exception {
        hindered("", applicants.get(1));
        tell();
        work();
        again(HANDLER);
        work();
        assertThat(telling().hasFailures()).isTrue();

        nobodyIsHindered();
        again(HANDLER);
        work();

        assertThat(telling().done()).isEqualTo(4);
        assertThat(notices()).containsExactlyInAnyOrderElementsOf(applicants);
    }

    @Test
    void askedForWhileTheBatchIsAtWorkItChangesNothing() throws Exception {
        tell();
        var batch = batch();

        again(HANDLER);

        assertThat(batch()).isEqualTo(batch);
        work();
        again(HANDLER);
        assertThat(batch()).as("nobody is left to tell").isEqualTo(batch);
        assertThat(notices()).containsExactlyInAnyOrderElementsOf(applicants);
    }

    @Test
    void ofTwoWhoAskAtOnceOneHasTheEffect() throws Exception {
        hindered("", applicants.toArray(UUID[]::new));
        tell();
        work();
        nobodyIsHindered();
        var before = management.createBatchQuery().count();
        var start = new CyclicBarrier(2);
        try (var people = Executors.newFixedThreadPool(2)) {
            var asked = people.invokeAll(List.of(
                    () -> {
                        start.await();
                        return again(HANDLER);
                    },
                    () -> {
                        start.await();
                        return again(HANDLER);
                    }));
            for (var each : asked) {
                each.get();
            }
        }
        assertThat(management.createBatchQuery().count())
                .as("one batch in place of the former")
                .isEqualTo(before);

        work();

        assertThat(notices()).containsExactlyInAnyOrderElementsOf(applicants);
    }

    @Test
    void aMachineThatStopsBeforeTheEndOfATransactionHasToldNobodyAndTakenNoNumber() {
        var number = lastNumber();
        hindered("deferrable initially deferred", applicants.get(0));
        tell();
        once();

        assertThat(notices()).hasSize(3).doesNotContain(applicants.get(0));
        assertThat(telling().waiting()).containsExactly(applicants.get(0));
        assertThat(lastNumber()).isEqualTo(number + 3);

        nobodyIsHindered();
        once();

        assertThat(notices()).containsExactlyInAnyOrderElementsOf(applicants);
        assertThat(lastNumber()).as("numbers run without a gap").isEqualTo(number + 4);
        assertThat(telling().done()).isEqualTo(4);
    }

    @Test
    void onlyHandlersOfTheConvenerTellAgain() {
        tell();
        for (var other : List.of("jl-edu.leader", "jl-hrss.handler", "school-demo-220200-voc")) {
            assertThatExceptionOfType(NotFound.class).as(other).isThrownBy(() -> again(other));
        }
        assertThatExceptionOfType(NotFound.class)
                .as("never told")
                .isThrownBy(() -> user.runAs(HANDLER, () -> {
                    messages.retry(round, "windowClosed");
                    return true;
                }));
        work();
    }

    private void tell() {
        transaction.executeWithoutResult(status -> messages.tell(round, DECIDED, applicants));
    }

    private boolean again(String person) throws Exception {
        return user.runAs(person, () -> {
            messages.retry(round, DECIDED);
            return true;
        });
    }

    private Telling telling() {
        return messages.of(round).getFirst();
    }

    private String batch() {
        return rounds.told(round).getFirst().batch();
    }

    /** Does what the engine would, until nothing more comes of it. */
    private void work() {
        for (int tries = 0; tries < 3; tries++) {
            once();
        }
    }

    private void once() {
        var batch = management.createBatchQuery().batchId(batch()).singleResult();
        run(batch.getSeedJobDefinitionId());
        run(batch.getBatchJobDefinitionId());
    }

    private void run(String jobs) {
        for (var job : management
                .createJobQuery()
                .jobDefinitionId(jobs)
                .withRetriesLeft()
                .list()) {
            try {
                management.executeJob(job.getId());
            } catch (RuntimeException hindered) {
                assertThat(hindered).hasStackTraceContaining("hindered by the test");
            }
        }
    }

    /** Applications that have a notice, as often as they have one. */
    private List<UUID> notices() {
        return jdbc.sql("""
                        select d.case_id from document.issued_document d
                        join document.official_document o on o.id = d.id
                        where d.case_id = any(?) and d.kind = 'selection-notice'
                        """)
                .param(applicants.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private int lastNumber() {
        return jdbc.sql(
                        "select coalesce(sum(last), 0) from document.number_series where organ = '吉教' and series = '选告'")
                .query(Integer.class)
                .single();
    }

    /** No notice can be written for these. @param when at once, or only at the end of the transaction */
    private void hindered(String when, UUID... cases) {
        jdbc.sql("""
                        create function document.hinder() returns trigger language plpgsql as $$
                        begin raise exception 'hindered by the test'; end $$
                        """).update();
        jdbc.sql("""
                        create constraint trigger hindered after insert on document.issued_document %s
                        for each row when (new.case_id in (%s)) execute function document.hinder()
                        """.formatted(when, Arrays.stream(cases).map("'%s'"::formatted).collect(Collectors.joining(", "))))
                .update();
    }

    private void nobodyIsHindered() {
        jdbc.sql("drop trigger if exists hindered on document.issued_document").update();
        jdbc.sql("drop function if exists document.hinder()").update();
    }
}
