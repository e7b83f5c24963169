package rongtong.workflow.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.robot.Api;
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
    void aLockedFileStaysWhereItIs() {
        var caseId = toBeCorrected(defect("amount", "核对"));
        var task = task(caseId, school);

        var removed = complete(school, task, Map.of("amount", 90, "assets", List.of()));

        assertThat(fields(removed)).containsExactly("assets");
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
        return school.post(
                        "/services/correction-trial/instances",
                        Map.of(
                                "values",
                                Map.of(
                                        "title",
                                        "实训工厂",
                                        "kind",
                                        "OWN",
                                        "amount",
                                        100,
                                        "purpose",
                                        "教学",
                                        "assets",
                                        List.of(asset("机床", 10), asset("厂房", 40)))))
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
