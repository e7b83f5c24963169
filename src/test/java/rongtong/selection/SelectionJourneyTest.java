package rongtong.selection;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static rongtong.selection.SelectionJourney.CONVENER;
import static rongtong.selection.SelectionJourney.LEADER;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.robot.Api;
import rongtong.selection.application.ApplicationJourney;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.DecidedLine;
import rongtong.selection.decision.Decision;
import rongtong.selection.decision.Decisions;
import rongtong.selection.programme.Eligibility;
import rongtong.selection.programme.Programmes;
import tools.jackson.databind.JsonNode;

/**
 * A whole round of the “223” plan over REST: the call, cities and schools of Jilin, their recommenders, experts, ranking, the
 * joint meeting, the public notice with one upheld objection, result and register.
 */
@RongtongTest
class SelectionJourneyTest {

    static final List<String> CITIES = List.of("JL-CITY-CC", "JL-CITY-JL", "JL-CITY-SP", "JL-CITY-TH");
    static final int SCHOOLS = 25;
    static final int PARTNERS = 14;

    @LocalServerPort
    int port;

    @Autowired
    SelectionJourney journey;

    @Autowired
    ApplicationJourney applicants;

    @Autowired
    Decisions decisions;

    @Autowired
    Programmes programmes;

    @Autowired
    Eligibility eligibility;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    String round;
    UUID roundId;

    /** Points that every expert gives, by title of the application: better ones first. */
    final Map<String, Integer> points = new LinkedHashMap<>();

    final Map<String, Integer> ranks = new HashMap<>();

    @BeforeEach
    void connect() {
        journey.at(port);
        applicants.at(port);
    }

    @Test
    @DisplayName("P18 R-JL-03 R-JL-35 R-JL-36 R-JL-37: a round of the “223” plan from the call to the register")
    void aWholeRound() {
        round = journey.open(10);
        roundId = UUID.fromString(round);
        everybodyApplies();
        journey.fire(round, "windowEnds");
        journey.fire(round, "graceOver");
        journey.finishBatches();
        assertThat(with("ENTERED")).isEqualTo(CITIES.size() + SCHOOLS);
        assertThat(with("LAPSED")).isEqualTo(1);
        journey.completed(CONVENER, round, "confirmEntries", Map.of("entriesConfirmed", true));

        journey.completed(CONVENER, round, "formPanels", Map.of("panelsConfirmed", true));
        everyExpertScores();
        assertThat(journey.open(round)).containsExactly("proposeList");
        journey.completed(CONVENER, round, "proposeList", Map.of("proposals", List.of()));
        journey.agreed(round);
        journey.completed(LEADER, round, "decideJointly", jointly());
        assertThat(selected("region")).containsExactly("JL-CITY-CC", "JL-CITY-JL");
        assertThat(selected("school")).hasSize(20);

        objectionUpheldAgainst("长春市人民政府");
        noChangeGoesWithoutItsReason();
        journey.completed(LEADER, round, "amendList", Map.of("minutes", "经调查，异议成立，取消该市入选资格，备选依次递补。"));
        assertThat(selected("region")).containsExactly("JL-CITY-JL", "JL-CITY-SP");
        assertThat(decisions.of(roundId))
                .extracting(Decision::kind)
                .containsExactly(Decision.Kind.JOINT, Decision.Kind.AMENDMENT);
        assertThat(notices()).hasSize(2);
        journey.fire(round, "periodOver");

        journey.signed(round);
        assertThat(journey.status(round)).isEqualTo("COMPLETED");
        assertThat(journey.roundStatus(round)).isEqualTo("FINISHED");
        assertThat(with("SELECTED")).isEqualTo(22);
        assertThat(registered()).isEqualTo(22);
        journey.finishBatches();
        everybodyIsTold();
    }

    void noChangeGoesWithoutItsReason() {
        var task = journey.task(LEADER, round, "amendList").get("id").asString();
        var unreasoned = journey.as(LEADER)
                .get("/tasks/" + task)
                .at("/values/amendments")
                .valueStream()
                .map(row -> {
                    var changed = new LinkedHashMap<>(map(row));
                    changed.put("reason", "");
                    return changed;
                })
                .toList();
        var refused = journey.complete(
                        LEADER, round, "amendList", Map.of("amendments", unreasoned, "minutes", "经调查，异议成立，取消该市入选资格。"))
                .expect(422);
        assertThat(refused.body().get("errors").findValuesAsString("field"))
                .containsExactly("amendments[0].reason", "amendments[1].reason");
    }

    void everybodyApplies() {
        var enterprises = enterprises();
        for (int i = 0; i < CITIES.size(); i++) {
            var city = CITIES.get(i);
            var person = city.toLowerCase(java.util.Locale.ROOT) + ".handler";
            applies(person, city, "region", i, applicants.region(person, title(city)));
        }
        var schools = schools();
        for (int i = 0; i < SCHOOLS; i++) {
            var school = schools.get(i);
            var values = applicants.school(school, title(school));
            var from = enterprises.subList(i * PARTNERS, (i + 1) * PARTNERS);
            values.put("partners", ApplicationJourney.partners(from.toArray(String[]::new)));
            applies(school, school, "school", i, values);
        }
        applicants.begun(schools.get(SCHOOLS), roundId, "school", "没有提交的试点申报");
        everyRecommenderAndTheConvenerAgree();
    }

    void applies(String person, String organization, String track, int place, Map<String, Object> values) {
        var title = title(organization);
        points.put(title, 96 - place);
        var caseId = applicants.begun(person, roundId, track, title);
        applicants.completed(person, caseId, "writeApplication", values);
    }

    String title(String organization) {
        return "产教融合试点" + organization;
    }

    /** Schools of Jilin that may apply, in the order of the list of the ministry. */
    List<String> schools() {
        var programme = programmes.published("jl-223").orElseThrow();
        var track = programme.track("school").orElseThrow();
        var found = jdbc.sql("""
                        select o.code from organization.organization o join identity.account a on a.username = o.code
                        where o.kind = 'SCHOOL' and o.province = 'JL' and o.code not like 'school-demo%'
                        order by o.code
                        """).query(String.class).list().stream()
                .filter(code -> eligibility.check(programme, track, code).isEmpty())
                .limit(SCHOOLS + 1)
                .toList();
        assertThat(found).hasSize(SCHOOLS + 1);
        return found;
    }

    List<String> enterprises() {
        return jdbc.sql("""
                        select o.code from organization.organization o
                        where o.kind = 'ENTERPRISE' and o.code not like '%demo%' order by o.code limit ?
                        """).param(SCHOOLS * PARTNERS).query(String.class).list();
    }

    void everyRecommenderAndTheConvenerAgree() {
        for (var caseId : cases("SUBMITTED")) {
            while (count(caseId) > 0) {
                var open = journey.as("admin")
                        .get("/admin/instances/" + caseId)
                        .get("tasks")
                        .get(0);
                var person = open.get("candidates").get(0).asString();
                var step = open.get("step").asString();
                complete(person, open.get("id").asString(), answers(step, person));
            }
        }
    }

    Map<String, Object> answers(String step, String person) {
        return switch (step) {
            case "recommend" ->
                Map.of(
                        "recommendation", "RECOMMEND",
                        "rank", ranks.merge(person, 1, Integer::sum),
                        "recommendationOpinion", "基础好，同意推荐。");
            case "checkApplication" -> Map.of("decision", "ACCEPT");
            case "judgeCredit" -> Map.of("creditDecision", "GOOD", "creditReason", "经查信用良好。");
            default -> throw new AssertionError("Nobody expected " + step);
        };
    }

    /** Open tasks of an application that has not entered yet. */
    int count(String caseId) {
        return jdbc.sql("""
                        select count(*) from workflow.task t join selection.application a on a.case_id = t.case_id
                        where t.case_id = ? and t.state = 'OPEN' and a.status = 'SUBMITTED'
                        """).param(UUID.fromString(caseId)).query(Integer.class).single();
    }

    void everyExpertScores() {
        for (var step : List.of("declareConflicts", "scoreApplications")) {
            jdbc.sql("""
                            select t.id, r.expert from selection.review r
                            join workflow.task t on t.case_id = r.case_id and t.state = 'OPEN'
                            where r.round = ? and t.step = ? order by r.expert, r.track
                            """)
                    .params(roundId, step)
                    .query((rs, index) -> Map.entry(rs.getString("id"), rs.getString("expert")))
                    .list()
                    .forEach(task -> scores(task.getValue(), task.getKey(), step));
        }
    }

    void scores(String expert, String task, String step) {
        var values = journey.as(expert).get("/tasks/" + task).get("values");
        var list = step.equals("scoreApplications") ? "sheets" : "reviewRows";
        var rows = new ArrayList<Map<String, Object>>();
        for (var row : values.get(list)) {
            var answered = new LinkedHashMap<String, Object>(map(row));
            if (step.equals("scoreApplications")) {
                int each = points.get(row.get("title").asString());
                List.of("points_representativeness", "points_will_to_reform", "points_basic_conditions")
                        .forEach(criterion -> answered.put(criterion, each));
            } else {
                answered.put("stance", "FREE");
            }
            rows.add(answered);
        }
        complete(expert, task, new HashMap<>(Map.of(list, rows, "confidential", true, "impartial", true)));
    }

    static Map<String, Object> map(JsonNode node) {
        return node.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void complete(String person, String task, Map<String, Object> values) {
        journey.as(person)
                .post("/tasks/" + task + "/complete", Map.of("values", values))
                .expect(200);
    }

    Map<String, Object> jointly() {
        return Map.of(
                "jointDecision",
                "CONFIRM",
                "heldOn",
                LocalDate.now(clock).toString(),
                "attendees",
                List.of("JL-EDU", "JL-HRSS", "JL-DRC"),
                "minutes",
                "三部门联合会议审定，同意建议名单。");
    }

    /** Somebody without an account objects to a line of the notice, and the convener finds the objection well founded. */
    void objectionUpheldAgainst(String organization) {
        var stranger = new Api(port, null, null);
        var notice = stranger.get("/notices/" + notices().getLast());
        var line = notice.get("entries")
                .valueStream()
                .filter(entry -> entry.get("organization").asString().equals(organization))
                .findFirst()
                .orElseThrow();
        stranger.post(
                        "/notices/" + notices().getLast() + "/objections",
                        Map.of(
                                "name", "李明",
                                "contact", "13904310000",
                                "entry", line.get("place").asInt(),
                                "facts", "申报材料中的政策文件尚未正式印发，与事实不符，请予核查。"))
                .expect(201);
        var objection = jdbc.sql("select case_id from publicnotice.objection where notice = ?")
                .param(notices().getLast())
                .query(UUID.class)
                .single()
                .toString();
        journey.completed(
                CONVENER,
                objection,
                "investigateObjection",
                Map.of("objectionAcceptance", "ACCEPT", "findings", "政策文件确未正式印发。"));
        journey.completed(
                CONVENER, objection, "proposeDecision", Map.of("proposal", "UPHELD", "proposalReason", "异议属实。"));
        journey.completed(
                LEADER,
                objection,
                "decideObjection",
                Map.of("objectionDecision", "UPHELD", "answerReason", "经查，政策文件未正式印发，异议成立。"));
        journey.fire(round, "periodOver");
    }

    List<UUID> notices() {
        return jdbc.sql("select id from publicnotice.notice where case_id = ? order by published_at")
                .param(roundId)
                .query(UUID.class)
                .list();
    }

    List<String> selected(String track) {
        return decisions.standing(roundId).stream()
                .filter(line -> line.track().equals(track) && line.outcome() == Outcome.SELECTED)
                .map(DecidedLine::applicant)
                .toList();
    }

    int registered() {
        return jdbc.sql("select count(*) from selection.recognition where round = ? and register = 'PILOT'")
                .param(roundId)
                .query(Integer.class)
                .single();
    }

    /** The selected wait for their task letters; all others have ended with a notice. */
    void everybodyIsTold() {
        assertThat(journey.as(CONVENER)
                        .get("/programmes/jl-223/rounds/" + round)
                        .get("status")
                        .asString())
                .isEqualTo("FINISHED");
        cases("SELECTED").forEach(caseId -> assertThat(journey.open(caseId)).containsExactly("draftDocument"));
        cases("NOT_SELECTED")
                .forEach(caseId -> assertThat(journey.status(caseId)).isEqualTo("COMPLETED"));
    }

    int with(String status) {
        return cases(status).size();
    }

    List<String> cases(String status) {
        return jdbc
                .sql("select case_id from selection.application where round = ? and status = ? order by received_at")
                .params(roundId, status)
                .query(UUID.class)
                .list()
                .stream()
                .map(UUID::toString)
                .toList();
    }
}
