package rongtong.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static rongtong.selection.SelectionJourney.CONVENER;
import static rongtong.selection.SelectionJourney.LEADER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.identity.Accounts;
import rongtong.robot.Api;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.DecidedLine;
import rongtong.selection.decision.Decision;
import rongtong.selection.decision.Decisions;

/** From the ranking to the joint decision, over REST: quotas, reasons, opinions, one decision. */
@RongtongTest
class SelectionListTest {

    static final List<String> CITIES = List.of("JL-CITY-CC", "JL-CITY-JL", "JL-CITY-SP");

    @LocalServerPort
    int port;

    @Autowired
    SelectionJourney journey;

    @Autowired
    Decisions decisions;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    String round;
    final List<UUID> regions = new ArrayList<>();
    final List<UUID> schools = new ArrayList<>();

    @BeforeEach
    void connect() {
        journey.at(port);
    }

    /** A ranked round of three cities and so many schools, each better than the next. */
    void ranked(int numberOfSchools) {
        round = journey.open(10);
        var points = new LinkedHashMap<UUID, Integer>();
        CITIES.forEach(city -> regions.add(journey.entered(round, "region", city)));
        jdbc.sql("""
                        select code from organization.organization
                        where kind = 'SCHOOL' and province = 'JL' order by code limit ?
                        """)
                .param(numberOfSchools)
                .query(String.class)
                .list()
                .forEach(school -> schools.add(journey.entered(round, "school", school)));
        for (var track : List.of(regions, schools)) {
            IntStream.range(0, track.size()).forEach(i -> points.put(track.get(i), 95 - i));
        }
        journey.reviewed(round);
        journey.scored(round, points);
        assertThat(journey.open(round)).containsExactly("proposeList");
    }

    Api.Answer propose(String deviationReason, Object... changes) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < changes.length; i += 3) {
            rows.add(Map.of(
                    "application", changes[i].toString(),
                    "outcome", changes[i + 1].toString(),
                    "reason", changes[i + 2].toString()));
        }
        return journey.complete(
                CONVENER, round, "proposeList", Map.of("proposals", rows, "deviationReason", deviationReason));
    }

    static final String FEW = "首轮试点，申报学校和企业较少。";

    @Test
    @DisplayName("R-JL-35: exactly two regions; the list is made by rank, and another number is refused")
    void exactlyTwoRegions() {
        ranked(3);
        var summary = journey.as(CONVENER)
                .get("/tasks/"
                        + journey.task(CONVENER, round, "proposeList").get("id").asString())
                .at("/values/summaryRows");
        assertThat(summary.get(0).get("selected").asInt()).isEqualTo(2);
        assertThat(summary.get(0).get("reserve").asInt()).isEqualTo(1);

        for (var wrong : List.of(
                propose(FEW, regions.get(2), Outcome.SELECTED, "条件成熟"),
                propose(FEW, regions.get(1), Outcome.RESERVE, "条件不成熟"))) {
            assertThat(wrong.expect(422).body().at("/errors/0/field").asString())
                    .isEqualTo("proposals");
            assertThat(wrong.body().at("/errors/0/message").asString()).contains("限额为2个");
        }
        propose(FEW).expect(200);
        journey.agreed(round);
        decide(Map.of()).expect(200);
        assertThat(outcomes())
                .containsEntry(regions.get(0), Outcome.SELECTED)
                .containsEntry(regions.get(1), Outcome.SELECTED)
                .containsEntry(regions.get(2), Outcome.RESERVE);
    }

    @Test
    @DisplayName(
            "R-JL-36 D10: about twenty schools, 18 to 22 without a word, others with a reason; R-JL-37 partners likewise")
    void aboutTwentySchools() {
        ranked(24);
        partners(300);
        propose("").expect(200);
        journey.agreed(round);
        assertThat(decide(Map.of("jointDecision", "RETURN", "jointReturnReason", "减少数量"))
                        .status())
                .isEqualTo(200);

        var seventeen = new ArrayList<>();
        schools.subList(17, 20).forEach(school -> seventeen.addAll(List.of(school, Outcome.NOT_SELECTED, "规模偏小")));
        assertThat(propose("", seventeen.toArray())
                        .expect(422)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("deviationReason");
        propose("", seventeen.subList(3, 9).toArray()).expect(200);
        journey.agreed(round);
        decide(Map.of("jointDecision", "RETURN", "jointReturnReason", "再减")).expect(200);
        propose("集中力量办好试点", seventeen.toArray()).expect(200);

        jdbc.sql("delete from selection.partner where application = any(?)")
                .param(schools.toArray(UUID[]::new))
                .update();
        journey.agreed(round);
        decide(Map.of("jointDecision", "RETURN", "jointReturnReason", "核对合作企业")).expect(200);
        assertThat(propose("").expect(422).body().get("errors").findValuesAsString("message"))
                .anyMatch(message -> message.contains("合作企业共0家"));
    }

    /** So many partner enterprises, spread over the schools. */
    void partners(int number) {
        for (int i = 0; i < number; i++) {
            jdbc.sql("insert into selection.partner (application, place, name, kind) values (?, ?, ?, 'ENTERPRISE')")
                    .params(schools.get(i % 18), i, "企业" + i)
                    .update();
        }
    }

    @Test
    void whatDepartsFromTheRankNeedsAReason() {
        ranked(3);

        var unreasoned = propose(FEW, regions.get(0), Outcome.RESERVE, "", regions.get(2), Outcome.SELECTED, "");
        assertThat(unreasoned.expect(422).body().at("/errors/0/message").asString())
                .contains("不按排名", "长春市");
        assertThat(propose(FEW, regions.get(0), Outcome.SELECTED, "", regions.get(0), Outcome.RESERVE, "")
                        .expect(422)
                        .body()
                        .at("/errors/0/message")
                        .asString())
                .contains("只能列一次");

        propose(FEW, regions.get(0), Outcome.RESERVE, "已有国家试点", regions.get(2), Outcome.SELECTED, "改革意愿强")
                .expect(200);
        journey.agreed(round);
        decide(Map.of()).expect(200);
        assertThat(decisions.standing(UUID.fromString(round)))
                .filteredOn(line -> line.application().equals(regions.get(0)))
                .singleElement()
                .extracting(DecidedLine::outcome, DecidedLine::reason)
                .containsExactly(Outcome.RESERVE, "已有国家试点");
    }

    @Test
    void everyLeadWasThereOrHasAgreed() {
        ranked(3);
        propose(FEW).expect(200);
        SelectionJourney.OTHERS.forEach(person -> journey.completed(
                person,
                round,
                "giveOpinion",
                person.startsWith("jl-drc")
                        ? Map.of("stance", "DISAGREE", "comment", "名单偏重城市")
                        : Map.of("stance", "AGREE")));

        var refused = decide(Map.of("attendees", List.of("JL-EDU", "JL-HRSS"))).expect(422);
        assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("attendees");
        assertThat(refused.body().at("/errors/0/message").asString()).contains("发展改革委");
        assertThat(decide(Map.of("heldOn", LocalDate.now(clock).plusDays(1).toString()))
                        .expect(422)
                        .body()
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("heldOn");

        decide(Map.of("attendees", List.of("JL-EDU", "JL-DRC"))).expect(200);
        assertThat(decisions.of(UUID.fromString(round))).singleElement().satisfies(decision -> {
            assertThat(decision.kind()).isEqualTo(Decision.Kind.JOINT);
            assertThat(decision.attendees()).containsExactly("JL-EDU", "JL-DRC");
            assertThat(decision.actor()).isEqualTo(LEADER);
        });
        assertThat(journey.roundStatus(round)).isEqualTo("NOTICE");
    }

    @Test
    void decidedTwiceAtOnceItIsDecidedOnce() throws Exception {
        ranked(3);
        propose(FEW).expect(200);
        journey.agreed(round);
        var task = journey.task(LEADER, round, "decideJointly").get("id").asString();
        var values = joint(Map.of());

        var results = SelectionWindowTest.atOnce(
                () -> journey.as(LEADER)
                        .post("/tasks/" + task + "/complete", Map.of("values", values))
                        .status(),
                () -> journey.as(LEADER)
                        .post("/tasks/" + task + "/complete", Map.of("values", values))
                        .status());

        assertThat(results).containsExactlyInAnyOrder(200, 409);
        assertThat(decisions.of(UUID.fromString(round))).hasSize(1);
        assertThat(journey.as("jl-hrss.leader")
                        .post("/tasks/" + task + "/complete", Map.of("values", values))
                        .status())
                .isIn(403, 404);
    }

    @Test
    void ofTwoLeadersOfDifferentMindsOneDecidesAndTheOtherIsToldWhoWasFirst() throws Exception {
        var other = "jl-edu.leader.two";
        jdbc.sql("""
                        insert into identity.account (username, display_name, organization, roles, password)
                        select ?, '省教育厅另一位负责人', organization, roles, password from identity.account where username = ?
                        on conflict do nothing
                        """).params(other, LEADER).update();
        ranked(3);
        propose(FEW).expect(200);
        journey.agreed(round);
        var task = journey.task(LEADER, round, "decideJointly").get("id").asString();
        assertThat(journey.task(other, round, "decideJointly").get("id").asString())
                .isEqualTo(task);

        var answers = SelectionWindowTest.atOnce(
                () -> journey.as(LEADER)
                        .post("/tasks/" + task + "/complete", Map.of("values", joint(Map.of()), "opinion", "同意")),
                () -> journey.as(other)
                        .post(
                                "/tasks/" + task + "/complete",
                                Map.of(
                                        "values",
                                        joint(Map.of("jointDecision", "RETURN", "jointReturnReason", "减少数量")),
                                        "opinion",
                                        "不同意")));

        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
        var confirmed = answers.getFirst().status() == 200;
        var refused = confirmed ? answers.getLast() : answers.getFirst();
        assertThat(refused.body().get("detail").asString())
                .contains(confirmed ? accounts.displayName(LEADER) : "省教育厅另一位负责人");
        assertThat(decisions.of(UUID.fromString(round))).hasSize(confirmed ? 1 : 0);
        assertThat(outcomes()).hasSize(confirmed ? 6 : 0);
        assertThat(journey.roundStatus(round)).isEqualTo(confirmed ? "NOTICE" : "RANKED");
        assertThat(journey.open(round)).isEqualTo(confirmed ? List.of() : List.of("proposeList"));
        assertThat(completions(task)).as("the task is completed once").isEqualTo(1);
    }

    int completions(String task) {
        return jdbc.sql("select count(*) from workflow.timeline where task_id = ? and action = 'completed'")
                .param(task)
                .query(Integer.class)
                .single();
    }

    @Test
    void anApplicationWithdrawnBeforeTheDecisionIsNotDecidedAndTheExactNumberIsAskedAgain() {
        ranked(3);
        propose(FEW).expect(200);
        journey.agreed(round);
        jdbc.sql("update selection.application set status = 'WITHDRAWN' where case_id = ?")
                .param(regions.get(0))
                .update();

        assertThat(decide(Map.of()).expect(422).body().at("/errors/0/message").asString())
                .contains("限额为2个");
        decide(Map.of("jointDecision", "RETURN", "jointReturnReason", "一市已撤回")).expect(200);
        propose(FEW, regions.get(2), Outcome.SELECTED, "依次递补").expect(200);
        journey.agreed(round);
        decide(Map.of()).expect(200);
        assertThat(outcomes()).doesNotContainKey(regions.get(0)).containsEntry(regions.get(2), Outcome.SELECTED);
    }

    Map<UUID, Outcome> outcomes() {
        var outcomes = new LinkedHashMap<UUID, Outcome>();
        decisions.standing(UUID.fromString(round)).forEach(line -> outcomes.put(line.application(), line.outcome()));
        return outcomes;
    }

    Map<String, Object> joint(Map<String, Object> values) {
        var all = new LinkedHashMap<String, Object>();
        all.put("jointDecision", "CONFIRM");
        all.put("heldOn", LocalDate.now(clock).toString());
        all.put("attendees", List.of("JL-EDU", "JL-HRSS", "JL-DRC"));
        all.put("minutes", "三部门联合会议审定，同意建议名单。");
        all.putAll(values);
        return all;
    }

    Api.Answer decide(Map<String, Object> values) {
        return journey.complete(LEADER, round, "decideJointly", joint(values));
    }
}
