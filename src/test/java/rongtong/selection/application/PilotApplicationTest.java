package rongtong.selection.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.document.Documents;
import rongtong.identity.CurrentUser;
import rongtong.robot.Api;
import rongtong.selection.SelectionJourney;
import rongtong.workflow.CaseMessages;
import rongtong.workflow.Drafts;

/** Schools and cities of Jilin, those who recommend them and the convening department, over REST with the real engine. */
@RongtongTest
class PilotApplicationTest {

    static final String COUNTY_SCHOOL = "school-demo-220122-voc";
    static final String CITY_SCHOOL = "school-demo-220200-voc";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationJourney journey;

    @Autowired
    SelectionJourney selections;

    @Autowired
    PilotApplications applications;

    @Autowired
    Submissions submissions;

    @Autowired
    Recommendations recommendations;

    @Autowired
    Documents documents;

    @Autowired
    CaseMessages messages;

    @Autowired
    Drafts drafts;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource dataSource;

    @Autowired
    Clock clock;

    final List<UUID> rounds = new ArrayList<>();

    @BeforeEach
    void connect() {
        journey.at(port);
    }

    @AfterEach
    void forget() {
        rounds.forEach(journey::forget);
    }

    private UUID open() {
        var round = journey.open("jl-223", Duration.ofDays(10));
        rounds.add(round);
        return round;
    }

    @Test
    @DisplayName("P18 a county's school: department of the county, government of the city, province, review")
    void aCountySchoolGoesThroughCountyAndCity() {
        var round = open();
        var caseId = journey.begun(COUNTY_SCHOOL, round, "school", "农安县现代农机产教融合试点");
        assertThat(journey.steps(caseId)).containsExactly("writeApplication");
        var task = journey.task(COUNTY_SCHOOL, caseId, "writeApplication");
        var shown = journey.as(COUNTY_SCHOOL).get("/tasks/" + task.get("id").asString());
        assertThat(shown.get("form").get("id").asString()).isEqualTo("application-jl-school");
        assertThat(shown.get("values").get("title").asString()).isEqualTo("农安县现代农机产教融合试点");

        journey.completed(COUNTY_SCHOOL, caseId, "writeApplication", journey.school(COUNTY_SCHOOL, "农安县现代农机产教融合试点"));
        assertThat(journey.status(caseId)).isEqualTo("SUBMITTED");
        assertThat(submissions.route(UUID.fromString(caseId))).containsExactly("JL-220122-EDU", "JL-CITY-CC");
        journey.as("jl-city-cc.handler")
                .send("GET", "/instances/" + caseId, null)
                .expect(404);
        journey.recommend("jl-220122-edu", caseId, 1);
        var city = journey.task("jl-city-cc.handler", caseId, "recommend");
        var values = journey.as("jl-city-cc.handler")
                .get("/tasks/" + city.get("id").asString())
                .get("values");
        assertThat(values.get("earlierRows").get(0).get("organ").asString()).isEqualTo("农安县教育局");
        journey.recommend("jl-city-cc", caseId, 1);
        journey.accept(caseId);

        assertThat(journey.status(caseId)).isEqualTo("ENTERED");
        assertThat(recommendations.of(UUID.fromString(caseId)))
                .extracting(Recommendation::organ, Recommendation::rank)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("JL-220122-EDU", 1),
                        org.assertj.core.groups.Tuple.tuple("JL-CITY-CC", 1));
        assertThat(submissions.partners(UUID.fromString(caseId)))
                .extracting(Partner::credit)
                .containsExactly(CreditFinding.GOOD);
    }

    @Test
    @DisplayName("P18 the receipt: number, time and a hash that anybody can compute again")
    void theReceiptCanBeChecked() throws Exception {
        var caseId = journey.submitted(CITY_SCHOOL, open(), "吉林市数控产教融合试点");
        var answer = journey.as(CITY_SCHOOL).get("/programmes/jl-223/applications/" + caseId);
        assertThat(answer.get("receipt").asString()).startsWith("吉教收〔");
        var hash = answer.get("texts").get(0).get("sha256").asString();
        var text = journey.as(CITY_SCHOOL)
                .send("GET", "/programmes/jl-223/applications/" + caseId + "/texts/1", null)
                .expect(200)
                .body();
        assertThat(CanonicalJson.sha256(rongtongMap(text))).isEqualTo(hash);
        assertThat(documents.newest(UUID.fromString(caseId), "application-receipt"))
                .hasValueSatisfying(receipt -> assertThat(receipt.title()).contains("吉林市数控产教融合试点"));
        assertThat(answer.get("recommendations")).isEmpty();
    }

    @Test
    @DisplayName("R-JL-03 a technician school is recommended by human resources, a school of the province by nobody")
    void theRouteFollowsTheKindAndLevelOfTheSchool() {
        var round = open();
        var county = journey.submitted("school-demo-220122-tech", round, "农安县技工教育试点");
        var province = journey.submitted("school-demo-220000-tech", round, "省属技师学院试点");
        var city = journey.begun("jl-city-jl.handler", round, "region", "吉林市产教融合试点地区");
        journey.completed(
                "jl-city-jl.handler", city, "writeApplication", journey.region("jl-city-jl.handler", "吉林市产教融合试点地区"));

        assertThat(submissions.route(UUID.fromString(county))).containsExactly("JL-220122-HRSS", "JL-CITY-CC");
        assertThat(journey.steps(county)).containsExactly("recommend");
        assertThat(submissions.route(UUID.fromString(province))).isEmpty();
        assertThat(journey.steps(province)).containsExactly("checkApplication");
        assertThat(submissions.route(UUID.fromString(city)))
                .as("nobody recommends itself")
                .isEmpty();
        assertThat(journey.steps(city)).containsExactly("checkApplication");
    }

    @Test
    @DisplayName("R-JL-09 a private school cannot begin an application for the factory pilot")
    void aPrivateSchoolIsRefusedByTheFactoryPilot() {
        var round = journey.open("jl-factory-pilot", Duration.ofDays(10));
        rounds.add(round);

        var refused = journey.begin("school-demo-220100-private", round, "school", "民办学校试点");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().toString()).contains("不是公办学校");
        assertThat(journey.begin("school-demo-220200-voc", round, "school", "公办学校试点")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void oneApplicationForEachApplicantRoundAndTrack() {
        var round = open();
        journey.begun(CITY_SCHOOL, round, "school", "第一份申报");

        var second = journey.begin(CITY_SCHOOL, round, "school", "第二份申报");

        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body().toString()).contains("已经有一份申报");
    }

    @Test
    void whatWasWithdrawnCanBeBegunAnewWithItsText() {
        var round = open();
        var first = journey.submitted(CITY_SCHOOL, round, "先撤回再申报");
        withdraw(CITY_SCHOOL, first).expect(200);
        assertThat(journey.status(first)).isEqualTo("WITHDRAWN");

        var second = journey.begin(CITY_SCHOOL, Map.of("opening", round + "/school", "title", "再次申报的试点", "reuse", true))
                .expect(201)
                .body()
                .get("id")
                .asString();

        var values = values(CITY_SCHOOL, second, "writeApplication");
        assertThat(values.get("title").asString()).isEqualTo("再次申报的试点");
        assertThat(values.get("goals").asString()).contains("三年内建成两个产业学院");
        assertThat(values.get("partners")).hasSize(1);
        assertThat(values.has("planFiles")).isFalse();
        assertThat(values.has("declaration")).isFalse();
    }

    private Api.Answer withdraw(String person, String caseId) {
        return journey.as(person).post("/instances/" + caseId + "/withdrawal", Map.of("reason", "需要修改"));
    }

    private tools.jackson.databind.JsonNode values(String person, String caseId, String step) {
        var task = journey.task(person, caseId, step).get("id").asString();
        return journey.as(person).get("/tasks/" + task).get("values");
    }

    @Test
    @DisplayName("P18 what is not handed in lapses when the window closes; the draft is kept for the next round")
    void whatLapsesKeepsItsText() throws Exception {
        var round = open();
        var caseId = journey.begun(CITY_SCHOOL, round, "school", "没来得及提交的试点");
        var task =
                journey.task(CITY_SCHOOL, caseId, "writeApplication").get("id").asString();
        user.runAs(CITY_SCHOOL, () -> {
            drafts.saveTask(task, new LinkedHashMap<>(Map.of("summary", "写了一半的内容简介，还没有提交。")));
            return null;
        });

        assertThat(messages.tell(UUID.fromString(caseId), "windowClosed")).isTrue();

        assertThat(journey.status(caseId)).isEqualTo("LAPSED");
        var next = open();
        var again = journey.begin(CITY_SCHOOL, Map.of("opening", next + "/school", "title", "下一轮的试点", "reuse", true))
                .expect(201)
                .body()
                .get("id")
                .asString();
        assertThat(values(CITY_SCHOOL, again, "writeApplication").get("summary").asString())
                .isEqualTo("写了一半的内容简介，还没有提交。");
    }

    @Test
    @DisplayName("P18 just after the closing minute: refused with words, and nothing that was typed is lost")
    void justAfterClosingIsRefusedAndKept() throws Exception {
        var round = open();
        var caseId = journey.begun(CITY_SCHOOL, round, "school", "晚了一秒的试点");
        var task =
                journey.task(CITY_SCHOOL, caseId, "writeApplication").get("id").asString();
        journey.close(round, clock.instant().minusMillis(1));

        var late = journey.as(CITY_SCHOOL)
                .post("/tasks/" + task + "/complete", Map.of("values", journey.school(CITY_SCHOOL, "晚了一秒的试点")));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body().get("detail").asString())
                .contains("申报截止时间")
                .contains("(UTC+08:00)")
                .contains("已经保留");
        assertThat(journey.status(caseId)).isEqualTo("WRITING");
        assertThat(user.runAs(CITY_SCHOOL, () -> drafts.ofTask(task)))
                .hasValueSatisfying(kept -> assertThat(kept).containsEntry("students", 3200));
    }

    /** The row of the case is held, so that the work on what has arrived waits until the window has closed. */
    @Test
    @DisplayName("P18 received before the closing minute counts, although the work on it ends after it")
    void whatArrivedInTimeCountsHoweverLongItTakes() throws Exception {
        var round = open();
        var caseId = journey.begun(CITY_SCHOOL, round, "school", "压线提交的试点");
        var answers = Map.of("values", journey.school(CITY_SCHOOL, "压线提交的试点"));
        var task =
                journey.task(CITY_SCHOOL, caseId, "writeApplication").get("id").asString();
        var closes = clock.instant().plus(Duration.ofSeconds(3));
        journey.close(round, closes);

        try (var people = Executors.newVirtualThreadPerTaskExecutor();
                var holding = dataSource.getConnection()) {
            holding.setAutoCommit(false);
            try (var lock = holding.prepareStatement("select from workflow.case_file where id = ? for update")) {
                lock.setObject(1, UUID.fromString(caseId));
                lock.execute();
            }
            var submission = people.submit(() -> journey.as(CITY_SCHOOL).post("/tasks/" + task + "/complete", answers));
            Thread.sleep(Duration.between(clock.instant(), closes.plusMillis(300)));
            jdbc.sql("update selection.round set status = 'CLOSED' where case_id = ?")
                    .param(round)
                    .update();
            assertThat(submission.isDone()).as("it waits").isFalse();
            holding.commit();

            submission.get(30, TimeUnit.SECONDS).expect(200);
        }

        var received = applications.get(UUID.fromString(caseId)).receivedAt();
        assertThat(received).isBefore(closes);
        assertThat(submissions.versions(UUID.fromString(caseId)).getFirst().at())
                .isEqualTo(received);
    }

    @Test
    void aDoubleClickHandsInOnce() throws Exception {
        var caseId = journey.begun(CITY_SCHOOL, open(), "school", "连点两次的试点");
        var answers = Map.of("values", journey.school(CITY_SCHOOL, "连点两次的试点"));
        var task =
                journey.task(CITY_SCHOOL, caseId, "writeApplication").get("id").asString();

        var answered = together(
                () -> journey.as(CITY_SCHOOL)
                        .post("/tasks/" + task + "/complete", answers)
                        .status(),
                () -> journey.as(CITY_SCHOOL)
                        .post("/tasks/" + task + "/complete", answers)
                        .status());

        assertThat(answered).containsExactlyInAnyOrder(200, 409);
        assertThat(submissions.versions(UUID.fromString(caseId))).hasSize(1);
        assertThat(user.runAs(CITY_SCHOOL, () -> documents.of(UUID.fromString(caseId))))
                .hasSize(1);
    }

    @Test
    @DisplayName(
            "P18 the last minute: all who hand in together, each with two clicks, get one receipt each, without a gap")
    void aCrowdGetsOneReceiptEach() throws Exception {
        var clicks = new ArrayList<Callable<Integer>>();
        var cases = new ArrayList<UUID>();
        for (int each = 0; each < 8; each++) {
            var title = "最后一分钟的试点" + each;
            var caseId = journey.begun(CITY_SCHOOL, open(), "school", title);
            var task = journey.task(CITY_SCHOOL, caseId, "writeApplication")
                    .get("id")
                    .asString();
            // the last one is refused: it must not take a number
            var answers = each == 7 ? Map.<String, Object>of() : journey.school(CITY_SCHOOL, title);
            Callable<Integer> click = () -> journey.as(CITY_SCHOOL)
                    .post("/tasks/" + task + "/complete", Map.of("values", answers))
                    .status();
            clicks.addAll(List.of(click, click));
            cases.add(UUID.fromString(caseId));
        }

        var answered = together(clicks);

        for (int each = 0; each < 7; each++) {
            assertThat(answered.subList(2 * each, 2 * each + 2)).containsExactlyInAnyOrder(200, 409);
        }
        assertThat(answered.subList(14, 16)).containsOnly(422);
        var numbers = new ArrayList<Integer>();
        for (var caseId : cases.subList(0, 7)) {
            var receipt = applications.get(caseId).receipt();
            assertThat(jdbc.sql("""
                                    select o.number from document.official_document o
                                    join document.issued_document d on d.id = o.id where d.case_id = ?
                                    """).param(caseId).query(String.class).list()).containsExactly(receipt);
            numbers.add(Integer.parseInt(receipt.replaceAll(".*〕|号", "")));
        }
        assertThat(applications.get(cases.getLast()).receipt()).isNull();
        numbers.sort(null);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(numbers.getLast() - numbers.getFirst()).as("no gap").isEqualTo(6);
    }

    @Test
    void withdrawalAgainstRecommendationHasOneEffectEach() throws Exception {
        var round = open();
        for (int turn = 0; turn < 3; turn++) {
            var caseId = journey.submitted(COUNTY_SCHOOL, round, "撤回与推荐同时发生" + turn);
            var task = journey.task("jl-220122-edu.handler", caseId, "recommend")
                    .get("id")
                    .asString();

            var answered = together(
                    () -> withdraw(COUNTY_SCHOOL, caseId).status(),
                    () -> journey.as("jl-220122-edu.handler")
                            .post(
                                    "/tasks/" + task + "/complete",
                                    Map.of(
                                            "values",
                                            Map.of(
                                                    "recommendation", "RECOMMEND",
                                                    "rank", 1,
                                                    "recommendationOpinion", "同意推荐。")))
                            .status());

            assertThat(answered.getFirst())
                    .as("the applicant may always withdraw")
                    .isEqualTo(200);
            assertThat(answered.getLast()).isIn(200, 409);
            assertThat(journey.status(caseId)).isEqualTo("WITHDRAWN");
            assertThat(recommendations.of(UUID.fromString(caseId))).hasSize(answered.getLast() == 200 ? 1 : 0);
        }
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other) throws Exception {
        return together(List.of(one, other));
    }

    private static List<Integer> together(List<Callable<Integer>> calls) throws Exception {
        var start = new CyclicBarrier(calls.size());
        try (var people = Executors.newFixedThreadPool(calls.size())) {
            var answers = new ArrayList<Integer>();
            for (var answer : people.invokeAll(
                    calls.stream().map(call -> after(start, call)).toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private static Callable<Integer> after(CyclicBarrier start, Callable<Integer> work) {
        return () -> {
            start.await();
            return work.call();
        };
    }

    @Test
    @DisplayName("D5 what the county does not recommend ends with its reasons in writing")
    void withoutRecommendationTheReasonsAreWritten() {
        var caseId = journey.submitted(COUNTY_SCHOOL, open(), "未获推荐的试点");
        journey.completed(
                "jl-220122-edu.handler",
                caseId,
                "recommend",
                Map.of("recommendation", "NOT_RECOMMEND", "recommendationOpinion", "合作企业尚未落实，缺少经费安排。"));

        assertThat(journey.status(caseId)).isEqualTo("NOT_RECOMMENDED");
        assertThat(journey.steps(caseId)).isEmpty();
        assertThat(documents.newest(UUID.fromString(caseId), "recommendation-refusal"))
                .isPresent();
        journey.as("jl-city-cc.handler")
                .send("GET", "/instances/" + caseId, null)
                .expect(404);
    }

    @Test
    @DisplayName("P18 a rank given twice is no obstacle; one that is none is refused")
    void ranksArePointedOutAndNonsenseIsRefused() {
        var round = open();
        var first = journey.submitted(COUNTY_SCHOOL, round, "第一所学校的试点");
        var second = journey.submitted("school-demo-220122-tech", round, "第二所学校的试点");
        journey.recommend("jl-220122-edu", first, 1);
        journey.recommend("jl-city-cc", first, 2);
        journey.recommend("jl-220122-hrss", second, 1);

        var values = values("jl-city-cc.handler", second, "recommend");
        assertThat(values.get("rank").asInt()).as("the first that is free").isEqualTo(1);
        assertThat(values.get("otherRows").get(0).get("title").asString()).isEqualTo("第一所学校的试点");
        for (var nonsense : List.<Object>of(0, -1, "一", 1.5, 10_000)) {
            assertThat(journey.complete(
                                    "jl-city-cc.handler",
                                    second,
                                    "recommend",
                                    Map.of(
                                            "recommendation",
                                            "RECOMMEND",
                                            "rank",
                                            nonsense,
                                            "recommendationOpinion",
                                            "同意推荐。"))
                            .status())
                    .as("rank " + nonsense)
                    .isEqualTo(422);
        }
        journey.recommend("jl-city-cc", second, 2);

        assertThat(journey.steps(second)).containsExactly("checkApplication");
    }

    @Test
    @DisplayName("D1 one itemised correction: the corrected text has a hash of its own beside the first")
    void aCorrectionKeepsTheFirstHash() {
        var caseId = journey.submitted("school-demo-220000-tech", open(), "需要补正的试点");
        journey.completed(
                "jl-edu.handler",
                caseId,
                "checkApplication",
                Map.of(
                        "decision",
                        "CORRECT",
                        "defects",
                        List.of(Map.of("field", "students", "reason", "在校生数与统计年报不一致"))));
        var task = journey.task("school-demo-220000-tech", caseId, "correctApplication")
                .get("id")
                .asString();
        var asked = journey.as("school-demo-220000-tech").get("/tasks/" + task);
        assertThat(asked.get("form").toString()).contains("willToReform");
        var corrected = new LinkedHashMap<String, Object>();
        asked.get("values").properties().forEach(entry -> corrected.put(entry.getKey(), entry.getValue()));
        corrected.put("students", 2980);
        journey.as("school-demo-220000-tech")
                .post("/tasks/" + task + "/complete", Map.of("values", corrected))
                .expect(200);

        var id = UUID.fromString(caseId);
        var texts = submissions.versions(id);
        assertThat(texts).hasSize(2).extracting(ApplicationText::sha256).doesNotHaveDuplicates();
        assertThat(applications.get(id).answers()).containsEntry("students", 2980);
        assertThat(CanonicalJson.sha256(applications.get(id).answers()))
                .isEqualTo(texts.getLast().sha256());
        assertThat(journey.as("school-demo-220000-tech")
                        .get("/instances/" + caseId)
                        .get("values")
                        .get("students")
                        .asInt())
                .isEqualTo(2980);
        journey.completed(
                "jl-edu.handler",
                caseId,
                "checkApplication",
                Map.of("decision", "ACCEPT", "earlier", List.of(Map.of("outcome", "CLOSED"))));
        assertThat(journey.status(caseId)).isEqualTo("ENTERED");
    }

    @Test
    @DisplayName("R-JL-39 an entry of a partner, or one that cannot be looked up, is judged by a person with reasons")
    void creditInDoubtIsJudged() {
        var round = open();
        var bad = checked(
                "school-demo-220000-tech", round, "合作企业有失信记录", ApplicationJourney.partners("ent-demo-dishonest"));
        assertThat(journey.steps(bad)).containsExactly("judgeCredit");
        var rows = values("jl-edu.handler", bad, "judgeCredit").get("creditRows");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).get("finding").asString()).contains("失信");
        journey.completed(
                "jl-edu.handler",
                bad,
                "judgeCredit",
                Map.of("creditJudgement", "INSUFFICIENT", "reasons", "合作企业列入失信名单，尚未修复。"));
        assertThat(journey.status(bad)).isEqualTo("CREDIT_REFUSED");
        assertThat(documents.newest(UUID.fromString(bad), "credit-refusal")).isPresent();

        var unknown =
                checked("school-4122012902", round, "合作企业不在库中", List.of(Map.of("name", "延边某新办企业", "role", "共建车间")));
        assertThat(journey.steps(unknown)).containsExactly("judgeCredit");
        journey.completed(
                "jl-edu.handler",
                unknown,
                "judgeCredit",
                Map.of("creditJudgement", "SUFFICIENT", "reasons", "新办企业，已核对营业执照和公示系统。"));
        assertThat(journey.status(unknown)).isEqualTo("ENTERED");
        assertThat(submissions.partners(UUID.fromString(unknown)))
                .extracting(Partner::credit)
                .containsExactly(CreditFinding.UNKNOWN);
    }

    /** Handed in with these partners, recommended wherever that is needed, and accepted. */
    private String checked(String school, UUID round, String title, List<Map<String, Object>> partners) {
        var caseId = journey.begun(school, round, "school", title);
        var answers = journey.school(school, title);
        answers.put("partners", partners);
        journey.completed(school, caseId, "writeApplication", answers);
        for (var organ : submissions.route(UUID.fromString(caseId))) {
            journey.recommend(organ.toLowerCase(java.util.Locale.ROOT), caseId, 1);
        }
        journey.accept(caseId);
        return caseId;
    }

    @Test
    @DisplayName("R-JL-39 partners must be named, once, and be somebody else")
    void partnersAreCheckedAtTheField() {
        var caseId = journey.begun(CITY_SCHOOL, open(), "school", "合作企业填写有误");
        var answers = journey.school(CITY_SCHOOL, "合作企业填写有误");
        answers.put("partners", List.of(Map.of("role", "没有写单位")));
        assertThat(refusedFields(caseId, answers)).containsExactly("partners[0].name");
        answers.put("partners", ApplicationJourney.partners("ent-demo-good", "ent-demo-remark", "ent-demo-good"));
        assertThat(refusedFields(caseId, answers)).containsExactly("partners[2].organization");

        assertThat(journey.status(caseId)).isEqualTo("WRITING");
    }

    @Test
    @DisplayName("P18 decided: no withdrawal any more; the notice says why, the selected gets a task letter")
    void theDecisionEndsTheRightToWithdraw() {
        var round = open();
        var chosen = checked("school-demo-220000-tech", round, "入选的试点", ApplicationJourney.partners("ent-demo-good"));
        var other = checked(CITY_SCHOOL, round, "未入选的试点", ApplicationJourney.partners("ent-demo-good"));
        assertThat(applications.decide(
                        round,
                        Map.of(
                                UUID.fromString(chosen), ApplicationStatus.SELECTED,
                                UUID.fromString(other), ApplicationStatus.NOT_SELECTED)))
                .isEqualTo(2);

        var refused = withdraw("school-demo-220000-tech", chosen);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().get("detail").asString()).contains("已经联合审定");
        assertThat(messages.tell(UUID.fromString(chosen), "selectionDecided")).isTrue();
        assertThat(messages.tell(UUID.fromString(other), "selectionDecided")).isTrue();

        assertThat(journey.steps(chosen)).containsExactly("draftDocument");
        var draft = values("jl-edu.handler", chosen, "draftDocument");
        assertThat(draft.get("documentTitle").asString()).contains("入选的试点").contains("任务书");
        assertThat(draft.get("documentBody").asString()).contains("3年");
        assertThat(documents.newest(UUID.fromString(other), "selection-notice"))
                .hasValueSatisfying(notice -> assertThat(notice.title()).contains("未入选的试点"));
        assertThat(journey.steps(other)).isEmpty();
    }

    @Test
    void aCancelledRoundEndsItsApplications() {
        var round = open();
        var writing = journey.begun(CITY_SCHOOL, round, "school", "随本轮取消一");
        var submitted = journey.submitted(COUNTY_SCHOOL, round, "随本轮取消二");

        for (var caseId : List.of(writing, submitted)) {
            assertThat(messages.tell(UUID.fromString(caseId), "roundCancelled")).isTrue();
            assertThat(journey.status(caseId)).isEqualTo("CANCELLED");
            assertThat(journey.steps(caseId)).isEmpty();
        }
    }

    @Test
    @DisplayName("P18 everybody sees the applications that concern them, and no others")
    void everybodySeesTheirs() {
        var round = open();
        var writing = journey.begun(CITY_SCHOOL, round, "school", "还在填写的申报");
        var submitted = journey.submitted(COUNTY_SCHOOL, round, "已经提交的申报");

        assertThat(ids(COUNTY_SCHOOL, round)).containsExactly(submitted);
        assertThat(ids(CITY_SCHOOL, round)).containsExactly(writing);
        assertThat(ids("school-demo-220200-tech", round)).isEmpty();
        for (var department :
                List.of("jl-edu.handler", "jl-hrss.handler", "jl-drc.handler", "jl-iit.handler", "jl-sasac.handler")) {
            assertThat(ids(department, round)).as(department).containsExactly(submitted);
            journey.as(department).get("/instances/" + submitted);
        }
        assertThat(ids("jl-fin.handler", round))
                .as("finance has no part in the 223 plan")
                .isEmpty();
        assertThat(ids("ln-edu.handler", round)).isEmpty();
        assertThat(ids("jl-220122-edu.handler", round)).containsExactly(submitted);
        assertThat(ids("jl-city-cc.handler", round)).as("not its turn yet").isEmpty();
        assertThat(ids("auditor", round)).containsExactlyInAnyOrder(writing, submitted);
        assertThat(ids("expert-01", round)).isEmpty();
        assertThat(journey.as("expert-01")
                        .get("/programmes/jl-223/applications?round=" + round)
                        .get("total")
                        .asInt())
                .isZero();
        journey.recommend("jl-220122-edu", submitted, 1);
        assertThat(ids("jl-city-cc.handler", round)).containsExactly(submitted);

        var address = "/programmes/jl-223/applications/" + submitted;
        assertThat(journey.as("jl-edu.handler").get(address).get("recommendations"))
                .hasSize(1);
        assertThat(journey.as(COUNTY_SCHOOL).get(address).get("recommendations"))
                .as("what the county said is for departments")
                .isEmpty();
        for (var stranger : List.of(CITY_SCHOOL, "expert-01", "jl-fin.handler", "ln-edu.handler")) {
            journey.as(stranger).send("GET", address, null).expect(404);
            journey.as(stranger).send("GET", address + "/texts/1", null).expect(404);
        }
        journey.as("jl-edu.handler")
                .send("GET", "/programmes/jl-factory-pilot/applications/" + submitted, null)
                .expect(404);
    }

    private List<String> ids(String person, UUID round) {
        return journey.as(person)
                .get("/programmes/jl-223/applications?size=200&round=" + round)
                .get("items")
                .findValuesAsString("id");
    }

    @Test
    void hostileInputIsAnsweredInWords() {
        var round = open();
        for (var opening : List.of(
                "", "x", round.toString(), round + "/nothing", UUID.randomUUID() + "/school", "'; drop table", "/")) {
            assertThat(journey.begin(CITY_SCHOOL, Map.of("opening", opening, "title", "试点申报"))
                            .status())
                    .as(opening)
                    .isEqualTo(422);
        }
        for (var query : List.of("round=x", "status=ALL", "page=-1", "size=100000")) {
            assertThat(journey.as("jl-edu.handler")
                            .send("GET", "/programmes/jl-223/applications?" + query, null)
                            .status())
                    .as(query)
                    .isEqualTo(422);
        }
        assertThat(journey.as("jl-edu.handler")
                        .get("/programmes/jl-223/applications?q=%25%27%5C_&track=nothing")
                        .get("total")
                        .asInt())
                .isZero();
        var caseId = journey.begun(CITY_SCHOOL, round, "school", "恶意内容的试点");
        var answers = journey.school(CITY_SCHOOL, "恶意内容的试点");
        answers.put("summary", "<script>alert(1)</script> {{subject}} \u0000");
        assertThat(journey.complete(CITY_SCHOOL, caseId, "writeApplication", answers)
                        .status())
                .isEqualTo(422);
        answers.put("summary", "<script>alert(1)</script> {{subject}} ${7*7}");
        journey.completed(CITY_SCHOOL, caseId, "writeApplication", answers);
        assertThat(journey.status(caseId)).isEqualTo("SUBMITTED");
    }

    private List<String> refusedFields(String caseId, Map<String, Object> answers) {
        return journey.complete(CITY_SCHOOL, caseId, "writeApplication", answers)
                .expect(422)
                .body()
                .get("errors")
                .findValuesAsString("field");
    }

    @Test
    void anExtensionMovesTheDeadlineOfThoseWhoWrite() {
        selections.at(port);
        var round = selections.open(10);
        rounds.add(UUID.fromString(round));
        var caseId = journey.begun(CITY_SCHOOL, UUID.fromString(round), "school", "延期后的试点");
        var later = LocalDate.now(clock).plusDays(20) + "T17:00";

        selections.completed(
                SelectionJourney.CONVENER,
                round,
                "watchWindow",
                Map.of("extendedTo", later, "extensionReason", "系统维护，顺延。"));

        var expected =
                LocalDateTime.parse(later).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
        selections.fire(round, "tellExtension");
        assertThat(due(caseId)).isEqualTo(expected);
    }

    private Instant due(String caseId) {
        return Instant.parse(journey.task(CITY_SCHOOL, caseId, "writeApplication")
                .get("dueAt")
                .asString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> rongtongMap(tools.jackson.databind.JsonNode node) {
        return tools.jackson.databind.json.JsonMapper.shared().convertValue(node, Map.class);
    }
}
