package rongtong.workflow.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.calendar.WorkingDays;
import rongtong.robot.Api;
import rongtong.robot.Walker;
import rongtong.workflow.clock.StatutoryClock;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Acceptance and correction as programs do them, on the test process {@code correction-trial}. */
@RongtongTest
class CorrectionRestTest {

    static final String SCHOOL = "school-4121010142";

    @LocalServerPort
    int port;

    @Value("${rongtong.demo.password}")
    String password;

    @Autowired
    ManagementService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    WorkingDays days;

    @Autowired
    Clock clock;

    @Autowired
    StatutoryClock statutory;

    Api organ;
    Api leader;
    Api school;
    Api admin;

    @BeforeEach
    void callAsThoseConcerned() {
        organ = new Api(port, "ln-edu.handler", password);
        leader = organ.as("ln-edu.leader");
        school = organ.as(SCHOOL);
        admin = organ.as("admin");
    }

    @Test
    void onlyTheNotifiedFieldsMayBeChanged() {
        var caseId = toBeCorrected(defect("amount", "与论证报告不一致"));
        var task = task(caseId, school);

        assertThat(field(task, "amount").get("readonly")).isNull();
        assertThat(field(task, "title").get("readonly").asBoolean()).isTrue();
        assertThat(task.at("/values/correctionDefects/0/reason").asString()).isEqualTo("与论证报告不一致");
        var locked = complete(school, task, Map.of("title", "改了名称", "amount", 90));
        assertThat(locked.status()).isEqualTo(422);
        assertThat(fields(locked)).containsExactly("title");
        assertThat(locked.body().at("/errors/0/message").asString()).contains("项目名称");
        assertThat(fields(complete(school, task, Map.of("amount", 90, "nothing", "多出的一项"))))
                .containsExactly("nothing");
        assertThat(fields(complete(school, task, Map.of("amount", 0)))).containsExactly("amount");

        complete(school, task, Map.of("amount", 90)).expect(200);

        var instance = organ.get("/instances/" + caseId);
        assertThat(instance.at("/values/amount").asInt()).isEqualTo(90);
        assertThat(instance.at("/values/title").asString()).isEqualTo("实训工厂");
    }

    @Test
    void aLockedFileStaysWhereItIs() throws Exception {
        var file = uploaded();
        var caseId = started(Map.of("study", List.of(file)));
        complete(organ, task(caseId, organ), asking(defect("amount", "核对"))).expect(200);
        var task = task(caseId, school);

        assertThat(fields(complete(school, task, Map.of("amount", 90, "study", List.of()))))
                .containsExactly("study");
        assertThat(fields(complete(school, task, Map.of("amount", 90, "study", List.of(uploaded())))))
                .containsExactly("study");
        assertThat(fields(complete(school, task, Map.of("amount", 90, "assets", List.of()))))
                .containsExactly("assets");
        complete(school, task, Map.of("amount", 90, "study", List.of(file))).expect(200);
    }

    @Test
    void aFileWithADefectIsReplaced() throws Exception {
        var caseId = started(Map.of("study", List.of(uploaded())));
        complete(organ, task(caseId, organ), asking(defect("study", "未签章"))).expect(200);
        var signed = uploaded();

        complete(school, task(caseId, school), Map.of("study", List.of(signed))).expect(200);

        assertThat(organ.get("/instances/" + caseId).at("/values/study/0").asString())
                .isEqualTo(signed);
    }

    private String uploaded() throws Exception {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", picture);
        var body = new ByteArrayOutputStream();
        body.writeBytes("--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"report.png\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture.toByteArray());
        body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.UTF_8));
        var login = Base64.getEncoder().encodeToString((SCHOOL + ":" + password).getBytes(StandardCharsets.UTF_8));
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/attachments"))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "multipart/form-data; boundary=part")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).get("id").asString();
    }

    @Test
    void aDefectOfARowOpensThatRowAlone() {
        var caseId = toBeCorrected(defect("assets[1].value", "缺评估报告"));
        var task = task(caseId, school);

        var other = complete(school, task, Map.of("assets", List.of(asset("机床", 11), asset("厂房", 45))));
        assertThat(fields(other)).containsExactly("assets[0].value");
        var renamed = complete(school, task, Map.of("assets", List.of(asset("机床", 10), asset("新厂房", 45))));
        assertThat(fields(renamed)).containsExactly("assets[1].name");

        complete(school, task, Map.of("assets", List.of(asset("机床", 10), asset("厂房", 45))))
                .expect(200);

        assertThat(organ.get("/instances/" + caseId)
                        .at("/values/assets/1/value")
                        .asInt())
                .isEqualTo(45);
    }

    @Test
    void aDefectOfAWholeListLetsItGrow() {
        var caseId = toBeCorrected(defect("assets", "漏列设备"));
        var task = task(caseId, school);

        complete(school, task, Map.of("assets", List.of(asset("机床", 10), asset("厂房", 40), asset("叉车", 5))))
                .expect(200);

        assertThat(organ.get("/instances/" + caseId).at("/values/assets").size())
                .isEqualTo(3);
    }

    @Test
    void whatACorrectedAnswerBringsUpMayBeAnswered() {
        var caseId = toBeCorrected(defect("kind", "与协议不符"));

        complete(school, task(caseId, school), Map.of("kind", "JOINT", "partner", "沈阳机床"))
                .expect(200);

        assertThat(organ.get("/instances/" + caseId).at("/values/partner").asString())
                .isEqualTo("沈阳机床");
    }

    @Test
    void nothingChangedNeedsAnExplanation() {
        var caseId = toBeCorrected(defect("amount", "请核对"), defect("purpose", "写明用途"));
        var task = task(caseId, school);

        var refused = complete(school, task, Map.of("purpose", "用于机加工专业教学"));
        assertThat(fields(refused)).containsExactly("correctionNote");
        assertThat(refused.body().at("/errors/0/message").asString())
                .contains("投资总额")
                .doesNotContain("建设目的");

        complete(school, task, Map.of("purpose", "用于机加工专业教学", "correctionNote", "投资总额经核对无误"))
                .expect(200);
        assertThat(task(caseId, organ).at("/values/correctionNote").asString()).isEqualTo("投资总额经核对无误");
    }

    @Test
    void theReviewerSeesOldBesideNewAndClosesEachDefect() {
        var caseId = toBeCorrected(defect("amount", "与论证报告不一致"), defect("assets[0]", "名称不规范"));
        complete(
                        school,
                        task(caseId, school),
                        Map.of("amount", 90, "assets", List.of(asset("数控机床", 10), asset("厂房", 40))))
                .expect(200);

        var check = task(caseId, organ);
        assertThat(check.at("/values/round").asInt()).isEqualTo(2);
        var earlier = check.at("/values/earlier");
        assertThat(earlier.get(0).get("before").asString()).isEqualTo("100");
        assertThat(earlier.get(0).get("after").asString()).isEqualTo("90");
        assertThat(earlier.get(1).get("label").asString()).isEqualTo("资产清单第 1 行");
        assertThat(earlier.get(1).get("after").asString()).contains("数控机床");

        assertThat(fields(complete(organ, check, decision("ACCEPT")))).contains("earlier[0].outcome");
        var withOpen = new LinkedHashMap<>(decision("ACCEPT"));
        withOpen.put("earlier", List.of(Map.of("outcome", "CLOSED"), Map.of("outcome", "OPEN")));
        assertThat(fields(complete(organ, check, withOpen))).containsExactly("decision");
        withOpen.put("earlier", List.of(Map.of("outcome", "CLOSED"), Map.of("outcome", "CLOSED")));
        complete(organ, check, withOpen).expect(200);

        var instance = school.get("/instances/" + caseId);
        assertThat(instance.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(instance.get("defects")
                        .valueStream()
                        .map(defect -> defect.get("state").asString()))
                .containsExactly("CLOSED", "CLOSED");
        assertThat(instance.get("timeline")
                        .valueStream()
                        .map(entry -> entry.get("action").asString()))
                .containsSubsequence("received", "correction-asked", "corrected", "accepted");
    }

    /** Default D13: back once in a stage; then only with the leader's reason. */
    @Test
    void aSecondReturnNeedsTheLeader() {
        var caseId = toBeCorrected(defect("amount", "与论证报告不一致"));
        complete(school, task(caseId, school), Map.of("amount", 95)).expect(200);
        var check = task(caseId, organ);
        var again = new LinkedHashMap<>(asking(defect("purpose", "写明用途")));
        again.put("earlier", List.of(Map.of("outcome", "OPEN")));

        var refused = complete(organ, check, again);
        assertThat(fields(refused)).containsExactly("decision");
        again.put("decision", "CORRECT_AGAIN");
        complete(organ, check, again).expect(200);

        assertThat(school.get("/instances/" + caseId).get("defects").size()).isEqualTo(1);
        var approval = task(caseId, leader);
        assertThat(approval.at("/values/proposedDefects").size()).isEqualTo(2);
        assertThat(fields(complete(leader, approval, Map.of("approval", "APPROVE"))))
                .containsExactly("approvalReason");
        complete(leader, approval, Map.of("approval", "APPROVE", "approvalReason", "首次告知有遗漏"))
                .expect(200);
        var task = task(caseId, school);
        assertThat(task.at("/values/correctionDefects").size()).isEqualTo(2);
        assertThat(school.get("/instances/" + caseId).get("defects").size()).isEqualTo(3);
    }

    @Test
    void theFirstReturnNeedsNoLeader() {
        var caseId = started();

        assertThat(fields(complete(organ, task(caseId, organ), decision("CORRECT_AGAIN"))))
                .contains("decision");
    }

    @Test
    void defectsNameFieldsOfTheFormAndSayWhatIsWrong() {
        var caseId = started();
        var check = task(caseId, organ);

        assertThat(fields(complete(organ, check, decision("CORRECT")))).containsExactly("defects");
        assertThat(fields(complete(organ, check, asking(defect("secret", "没有这一项")))))
                .containsExactly("defects[0].field");
        assertThat(fields(complete(organ, check, asking(defect("amount", ""))))).containsExactly("defects[0].reason");
        assertThat(fields(complete(organ, check, decision("REFUSE")))).contains("reasons");
    }

    @Test
    void aReturnWithDefectsIsTheItemisedCorrection() {
        var caseId = started();
        var check = "/tasks/" + task(caseId, organ).get("id").asString();
        assertThat(organ.get(check + "/return-targets").at("/0/step").asString())
                .isEqualTo("correctApplication");

        organ.post(
                        check + "/return",
                        Map.of(
                                "to",
                                "correctApplication",
                                "opinion",
                                "请补正",
                                "defects",
                                List.of(defect("amount", "与论证报告不一致"))))
                .expect(200);

        assertThat(task(caseId, school).at("/values/correctionDefects/0/field").asString())
                .isEqualTo("amount");
    }

    /** Default D1: silence accepts, not before the last second of the fifth working day has passed. */
    @Test
    void silenceAcceptsAfterTheFifthWorkingDay() {
        var caseId = started();
        var due = days.in("LN").deadline(clock.instant(), 5).toInstant();
        try {
            ClockUtil.setCurrentTime(Date.from(due.minusSeconds(1)));
            assertThat(overdue(caseId)).isEmpty();
            ClockUtil.setCurrentTime(Date.from(due.plusSeconds(1)));
            assertThat(overdue(caseId)).hasSize(1);

            engine.executeJob(overdue(caseId).getFirst().getId());
        } finally {
            ClockUtil.reset();
        }

        var instance = school.get("/instances/" + caseId);
        assertThat(instance.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(instance.get("timeline")
                        .valueStream()
                        .map(entry -> entry.get("action").asString()))
                .contains("accepted-by-silence", "document-issued");
    }

    @Test
    void theDeadlineAndItsTimerMoveWithTheClock() {
        var caseId = started();
        var due = days.in("LN").deadline(clock.instant(), 5 + 20);

        var execution = mock(DelegateExecution.class);
        when(execution.getVariable("caseId")).thenReturn(caseId);

        statutory.extend(execution, "acceptance", "expert.deadline-days");

        assertThat(OffsetDateTime.parse(task(caseId, organ).get("dueAt").asString())
                        .toInstant())
                .isEqualTo(due.toInstant());
        assertThat(timer(caseId, "acceptanceOverdue").getFirst().getDuedate()).isEqualTo(Date.from(due.toInstant()));
    }

    @Test
    void nothingIsAcceptedBySilenceWhileTheApplicantCorrects() {
        var caseId = toBeCorrected(defect("amount", "请核对"));
        try {
            ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofDays(12))));
            assertThat(overdue(caseId)).isEmpty();
        } finally {
            ClockUtil.reset();
        }
        complete(school, task(caseId, school), Map.of("amount", 90)).expect(200);

        assertThat(task(caseId, organ).get("dueAt").isNull()).isFalse();
    }

    @Test
    void aCorrectionThatIsNotHandedInLapses() {
        var caseId = toBeCorrected(defect("amount", "请核对"));

        engine.executeJob(timer(caseId, "correctionOverdue").getFirst().getId());

        var instance = school.get("/instances/" + caseId);
        assertThat(instance.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(instance.at("/defects/0/state").asString()).isEqualTo("LAPSED");
        assertThat(instance.get("timeline")
                        .valueStream()
                        .map(entry -> entry.get("action").asString()))
                .contains("correction-lapsed", "refused-uncorrected");
    }

    /** Timers of the case that the engine would fire now. */
    private List<Job> overdue(String caseId) {
        return timer(caseId, "acceptanceOverdue").stream()
                .filter(job -> job.getDuedate().before(ClockUtil.getCurrentTime()))
                .toList();
    }

    private List<Job> timer(String caseId, String activity) {
        var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId).list().stream()
                .map(ProcessInstance::getId)
                .toList();
        return engine.createJobQuery().activityId(activity).list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5})
    void aRobotWalksItToItsEnd(long seed) {
        var walker = new Walker(admin, seed);

        var end = walker.walk(walker.start(SCHOOL, "correction-trial"));

        assertThat(end.get("status").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void aRobotCorrectsToo() {
        var walker = new Walker(admin, 7).deciding((step, values) -> {
            if (step.equals("checkApplication") && !values.containsKey("earlier")) {
                values.put("decision", "CORRECT");
                values.put("defects", List.of(defect("amount", "请核对"), defect("assets[0].value", "请核对")));
            }
        });

        var end = walker.walk(walker.start(SCHOOL, "correction-trial"));

        assertThat(end.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(walker.walked()).contains("correctApplication");
    }

    @Test
    void defectsAreReadByThoseConcernedAlone() {
        var caseId = toBeCorrected(defect("amount", "请核对"));

        assertThat(organ.get("/instances/" + caseId).get("defects").size()).isEqualTo(1);
        assertThat(organ.as("auditor")
                        .get("/instances/" + caseId)
                        .get("defects")
                        .size())
                .isEqualTo(1);
        assertThat(organ.as("ent-000410")
                        .send("GET", "/instances/" + caseId, null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ofTwoAtOnceOneHandsTheCorrectionIn() throws Exception {
        var caseId = toBeCorrected(defect("amount", "请核对"));
        var task = task(caseId, school);

        var statuses = new ArrayList<Object>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = threads.<Object>invokeAll(List.of(
                    () -> complete(school, task, Map.of("amount", 90)).status(),
                    () -> complete(school, task, Map.of("amount", 80)).status()));
            for (var one : both) {
                statuses.add(one.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void theApplicantMayWithdrawInsteadOfCorrecting() {
        var caseId = toBeCorrected(defect("amount", "请核对"));

        school.post("/instances/" + caseId + "/withdrawal", Map.of("reason", "不再申请"))
                .expect(200);

        assertThat(organ.get("/instances/" + caseId).get("status").asString()).isEqualTo("WITHDRAWN");
    }

    private String toBeCorrected(Object... defects) {
        var caseId = started();
        complete(organ, task(caseId, organ), asking(defects)).expect(200);
        return caseId;
    }

    private String started() {
        return started(Map.of());
    }

    private String started(Map<String, Object> more) {
        var values = new LinkedHashMap<String, Object>(more);
        values.putAll(Map.of("title", "实训工厂", "kind", "OWN", "amount", 100, "purpose", "教学"));
        values.put("assets", List.of(asset("机床", 10), asset("厂房", 40)));
        return school.post("/services/correction-trial/instances", Map.of("values", values))
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    private JsonNode task(String caseId, Api person) {
        var open = admin.get("/admin/instances/" + caseId).at("/tasks/0/id").asString();
        return person.get("/tasks/" + open);
    }

    private static Api.Answer complete(Api person, JsonNode task, Map<String, ?> values) {
        return person.post("/tasks/" + task.get("id").asString() + "/complete", Map.of("values", values));
    }

    private static Map<String, Object> decision(String decision) {
        return Map.of("decision", decision);
    }

    private static Map<String, Object> asking(Object... defects) {
        return Map.of("decision", "CORRECT", "defects", List.of(defects));
    }

    private static Map<String, Object> defect(String field, String reason) {
        return Map.of("field", field, "reason", reason);
    }

    private static Map<String, Object> asset(String name, int value) {
        return Map.of("name", name, "value", value);
    }

    private static JsonNode field(JsonNode task, String key) {
        return task.at("/form/components")
                .valueStream()
                .filter(component -> component.path("key").asString("").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> fields(Api.Answer refused) {
        refused.expect(422);
        return JsonMapper.shared()
                .convertValue(refused.body().get("errors"), new TypeReference<List<Map<String, Object>>>() {})
                .stream()
                .map(error -> String.valueOf(error.get("field")))
                .toList();
    }
}
