package rongtong.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static rongtong.selection.SelectionJourney.CONVENER;
import static rongtong.selection.SelectionJourney.LEADER;
import static rongtong.selection.SelectionJourney.OTHERS;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.document.Documents;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.Rounds;

/** From the call to the closing of the window, over REST. */
@RongtongTest
class SelectionWindowTest {

    @LocalServerPort
    int port;

    @Autowired
    SelectionJourney journey;

    @Autowired
    Rounds rounds;

    @Autowired
    Documents documents;

    @Autowired
    MovableClock time;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void connect() {
        journey.at(port);
    }

    @Test
    void onlyTheConvenerPreparesARoundAndOnlyOfItsOwnProgrammes() {
        assertThat(codes("jl-edu.handler")).contains("jl-223", "jl-factory-pilot");
        assertThat(codes("jl-hrss.handler")).doesNotContain("jl-223");
        assertThat(codes("zj-edu.handler")).doesNotContain("jl-223");

        var values = new HashMap<>(journey.round(40));
        values.put("programme", "zj-demonstration-alliance");
        var refused = journey.as(CONVENER)
                .post("/services/pilot-selection/instances", Map.of("values", values))
                .expect(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("programme");
        assertThat(journey.as("school-demo-220200-voc").get("/services").findValuesAsString("key"))
                .doesNotContain("pilot-selection");
    }

    List<String> codes(String person) {
        return journey.as(person)
                .get("/programmes/convened?size=200")
                .get("items")
                .findValuesAsString("code");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsOrIsOverIsRefusedAndAShortOneNeedsAReason() {
        var backwards = journey.round(30);
        backwards.put("windowOpens", LocalDateTime.now(clock).plusDays(60).toLocalDate() + "T09:00");
        assertThat(refusedField(backwards)).isEqualTo("windowCloses");

        var over = journey.round(-1);
        over.put("windowOpens", LocalDateTime.now(clock).minusDays(9).toLocalDate() + "T09:00");
        assertThat(refusedField(over)).isEqualTo("windowCloses");

        var hurried = journey.round(3);
        hurried.remove("deviationReason");
        assertThat(refusedField(hurried)).isEqualTo("deviationReason");
    }

    String refusedField(Map<String, Object> values) {
        return journey.as(CONVENER)
                .post("/services/pilot-selection/instances", Map.of("values", values))
                .expect(422)
                .body()
                .at("/errors/0/field")
                .asString();
    }

    @Test
    @DisplayName("R-JL-35 R-JL-36: the call says what is selected; all leads and participants are heard before it")
    void theCallIsHeardSignedAndPublished() {
        var caseId = journey.started(journey.round(40));
        var id = UUID.fromString(caseId);
        assertThat(journey.as("jl-ccna.handler")
                        .send("GET", "/programmes/jl-223/rounds/" + caseId, null)
                        .status())
                .isEqualTo(404);
        OTHERS.forEach(person -> journey.completed(
                person, caseId, "giveOpinion", Map.of("stance", "AGREE_WITH_CONDITIONS", "comment", "延长时间")));

        var settle = journey.as(CONVENER)
                .get("/tasks/"
                        + journey.task(CONVENER, caseId, "settleCall").get("id").asString());
        assertThat(settle.at("/values/opinionRows").findValuesAsString("comment"))
                .containsOnly("延长时间");
        assertThat(settle.at("/values/trackRows").findValuesAsString("quota")).containsExactly("2个", "20个左右");
        journey.completed(CONVENER, caseId, "settleCall", Map.of("callDecision", "REVISE", "callReviseReason", "延长"));
        journey.completed(CONVENER, caseId, "reviseCall", Map.of("callNote", "附件格式见网站。"));
        journey.published(caseId);

        var round = rounds.get(id);
        assertThat(round.status()).isEqualTo(RoundStatus.OPEN);
        assertThat(documents.newest(id, "selection-call")).isPresent();
        assertThat(round.document()).contains("选〔");
        assertThat(rounds.receiving()).contains(round);
        var seen = journey.as("school-demo-220200-voc").get("/programmes/jl-223/rounds/" + caseId);
        assertThat(seen.get("status").asString()).isEqualTo("OPEN");
        assertThat(seen.get("note").asString()).isEqualTo("附件格式见网站。");
        assertThat(seen.get("counts").isNull()).isTrue();
        assertThat(journey.as(CONVENER)
                        .get("/programmes/jl-223/rounds/" + caseId)
                        .get("counts")
                        .isNull())
                .isFalse();
        assertThat(journey.as(CONVENER)
                        .get("/programmes/jl-223/rounds?size=200")
                        .get("items")
                        .findValuesAsString("code"))
                .contains(caseId);
    }

    @Test
    void anExtensionIsRecordedAndShownAndANewEndMustBeLater() {
        var caseId = journey.open(10);
        var id = UUID.fromString(caseId);
        var before = rounds.get(id).closesAt();
        var earlier = LocalDateTime.now(clock).plusDays(2).toLocalDate() + "T17:00";
        var later = LocalDateTime.now(clock).plusDays(20).toLocalDate() + "T17:00";

        assertThat(journey.complete(CONVENER, caseId, "watchWindow", extension(earlier))
                        .expect(422)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("extendedTo");
        journey.completed(CONVENER, caseId, "watchWindow", extension(later));

        assertThat(rounds.extensions(id)).singleElement().satisfies(extension -> {
            assertThat(extension.from()).isEqualTo(before);
            assertThat(extension.to()).isEqualTo(rounds.get(id).closesAt()).isAfter(before);
            assertThat(extension.reason()).isEqualTo("系统维护，顺延。");
            assertThat(extension.actor()).isEqualTo(CONVENER);
        });
        assertThat(journey.as("school-demo-220200-voc")
                        .get("/programmes/jl-223/rounds/" + caseId)
                        .at("/extensions/0/reason")
                        .asString())
                .isEqualTo("系统维护，顺延。");
        assertThat(journey.open(caseId)).containsExactly("watchWindow");
    }

    static Map<String, Object> extension(String to) {
        return Map.of("extendedTo", to, "extensionReason", "系统维护，顺延。");
    }

    @Test
    void afterTheClosingMinuteNothingIsReceivedWhatArrivedBeforeStillIs() {
        var caseId = journey.open(10);
        var id = UUID.fromString(caseId);
        var closes = rounds.get(id).closesAt();
        writing(id, "JL-CITY-CC");

        assertThat(journey.fire(caseId, "windowEnds")).isEqualTo(1);

        assertThat(journey.roundStatus(caseId)).isEqualTo("CLOSED");
        assertThat(rounds.get(id).receives(closes)).isTrue();
        assertThat(rounds.get(id).receives(closes.plusMillis(1))).isFalse();
        assertThat(rounds.receiving()).noneMatch(round -> round.caseId().equals(id));
        assertThat(statuses(id)).containsExactly("WRITING");

        assertThat(journey.fire(caseId, "graceOver")).isEqualTo(1);
        assertThat(statuses(id)).containsExactly("LAPSED");
        assertThat(rounds.told(id)).singleElement().satisfies(told -> {
            assertThat(told.message()).isEqualTo("windowClosed");
            assertThat(told.number()).isEqualTo(1);
        });
        assertThat(journey.open(caseId)).containsExactly("confirmEntries");
    }

    @Test
    void theEntriesAreNotConfirmedWhileOneIsUnderWayAndNoneEndTheRound() {
        var caseId = journey.open(10);
        var id = UUID.fromString(caseId);
        var application = writing(id, "JL-CITY-JL");
        status(application, "SUBMITTED");
        journey.fire(caseId, "windowEnds");
        journey.fire(caseId, "graceOver");

        var refused = journey.complete(CONVENER, caseId, "confirmEntries", Map.of("entriesConfirmed", true))
                .expect(422);
        assertThat(refused.body().at("/errors/0/message").asString()).contains("1件");

        status(application, "NOT_ACCEPTED");
        journey.completed(CONVENER, caseId, "confirmEntries", Map.of("entriesConfirmed", true));
        assertThat(journey.status(caseId)).isEqualTo("COMPLETED");
        assertThat(journey.roundStatus(caseId)).isEqualTo("CANCELLED");
        assertThat(rounds.endedReason(id)).isEqualTo("没有申报入围，本轮遴选终止。");
    }

    @Test
    void aCancelledRoundKeepsTheReasonAndReceivesNothing() {
        var caseId = journey.open(10);
        var id = UUID.fromString(caseId);

        journey.as(CONVENER)
                .post("/instances/" + caseId + "/withdrawal", Map.of("reason", "政策调整，另行通知"))
                .expect(200);

        assertThat(journey.roundStatus(caseId)).isEqualTo("CANCELLED");
        assertThat(rounds.endedReason(id)).isEqualTo("政策调整，另行通知");
        assertThat(rounds.get(id).receives(Instant.now(clock))).isFalse();
        assertThat(journey.open(caseId)).isEmpty();
        assertThat(journey.as(LEADER)
                        .get("/programmes/jl-223/rounds/" + caseId)
                        .get("endedReason")
                        .asString())
                .isEqualTo("政策调整，另行通知");
    }

    @Test
    void theClosingTimerAgainstAnExtensionHasOneEffect() throws Exception {
        for (int attempt = 0; attempt < 3; attempt++) {
            var caseId = journey.open(10);
            var later = LocalDateTime.now(clock).plusDays(30).toLocalDate() + "T17:00";
            var task = journey.task(CONVENER, caseId, "watchWindow").get("id").asString();

            var results = atOnce(
                    () -> "extended "
                            + journey.as(CONVENER)
                                    .post("/tasks/" + task + "/complete", Map.of("values", extension(later)))
                                    .status(),
                    () -> {
                        try {
                            return "closed " + journey.fire(caseId, "windowEnds");
                        } catch (RuntimeException lost) {
                            return "closed 0";
                        }
                    });

            var extended = results.contains("extended 200");
            assertThat(results).contains(extended ? "closed 0" : "extended 409");
            assertThat(journey.roundStatus(caseId)).as("%s", results).isEqualTo(extended ? "OPEN" : "CLOSED");
            assertThat(rounds.extensions(UUID.fromString(caseId))).hasSize(extended ? 1 : 0);
            assertThat(journey.open(caseId)).isEqualTo(extended ? List.of("watchWindow") : List.of());
        }
    }

    @SafeVarargs
    static <T> List<T> atOnce(Callable<T>... calls) throws Exception {
        var barrier = new CyclicBarrier(calls.length);
        try (var threads = Executors.newFixedThreadPool(calls.length)) {
            var started = Arrays.stream(calls)
                    .map(call -> threads.submit(() -> {
                        barrier.await();
                        return call.call();
                    }))
                    .toList();
            var results = new ArrayList<T>();
            for (var future : started) {
                results.add(future.get());
            }
            return results;
        }
    }

    /** An application without a process, as a record alone. */
    UUID writing(UUID round, String applicant) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into selection.application (case_id, round, track, applicant, region, title, status, opened_at)
                        values (?, ?, 'region', ?, '220100', '申报', 'WRITING', now())
                        """).params(id, round, applicant).update();
        return id;
    }

    void status(UUID application, String status) {
        jdbc.sql("update selection.application set status = ? where case_id = ?")
                .params(status, application)
                .update();
    }

    List<String> statuses(UUID round) {
        return jdbc.sql("select status from selection.application where round = ? order by case_id")
                .param(round)
                .query(String.class)
                .list();
    }
}
