package rongtong.selection.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.AccessDeniedException;
import rongtong.RongtongTest;
import rongtong.document.Documents;
import rongtong.factory.FactoryJourney;
import rongtong.identity.CurrentUser;
import rongtong.robot.Api;
import rongtong.selection.register.Checks;
import rongtong.selection.register.Conclusion;
import rongtong.selection.register.Evaluation;
import rongtong.selection.register.EvaluationKind;
import rongtong.selection.register.Evaluations;
import rongtong.selection.register.Recognition;
import rongtong.selection.register.RecognitionStatus;
import rongtong.selection.register.Recognitions;
import rongtong.shared.RuleViolation;
import rongtong.workflow.TaskActions;

/** From the recognition to its evaluations over REST: report, evaluation, putting right, withdrawal by a signed document. */
@RongtongTest
class PilotEvaluationTest {

    static final String SCHOOL = "school-4122013161";
    static final String ORGAN = "jl-edu";

    @LocalServerPort
    int port;

    @Autowired
    FactoryJourney journey;

    @Autowired
    Recognitions recognitions;

    @Autowired
    Evaluations evaluations;

    @Autowired
    Checks checks;

    @Autowired
    Documents documents;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskActions actions;

    @Autowired
    CurrentUser user;

    @BeforeEach
    void connect() {
        journey.at(port);
    }

    @Test
    @DisplayName("R-JL-34 reported, evaluated by a third party, put right, kept: each evaluation stays in the register")
    void reportedEvaluatedAndPutRight() throws Exception {
        var pilot = recognised(SCHOOL, "jl-223");
        checkIsDue(pilot);
        journey.completed(SCHOOL, id(pilot), "writeReport", report());

        var task = journey.task(ORGAN + ".handler", id(pilot), "evaluatePilot");
        var shown = journey.as(ORGAN + ".handler")
                .get("/tasks/" + task.get("id").asString())
                .get("values");
        assertThat(shown.get("recognitionNumber").asString()).isEqualTo(pilot.number());
        assertThat(shown.get("checkName").asString()).isEqualTo("中期检查");
        assertThat(shown.get("partnerEnterprises").asInt()).isEqualTo(16);
        assertThat(shown.get("reported").asBoolean()).isTrue();

        evaluated(pilot, "THIRD_PARTY", "PASS", "RECTIFY").expect(200);
        assertThat(recognitions.get(pilot.id()).status()).isEqualTo(RecognitionStatus.RECTIFYING);
        journey.completed(SCHOOL, id(pilot), "rectifyPilot", Map.of("rectification", "已经补签四份合作协议，并落实经费。"));
        var again = journey.task(ORGAN + ".handler", id(pilot), "evaluatePilot");
        var values = journey.as(ORGAN + ".handler")
                .get("/tasks/" + again.get("id").asString())
                .get("values");
        assertThat(values.get("rectification").asString()).contains("补签");
        assertThat(values.path("evaluationText").asString(""))
                .as("of this evaluation")
                .isEmpty();
        evaluated(pilot, "SELF", "GOOD", "KEEP").expect(200);

        assertThat(recognitions.get(pilot.id()).status()).isEqualTo(RecognitionStatus.ACTIVE);
        assertThat(evaluations.of(pilot.id()))
                .extracting(Evaluation::check, Evaluation::evaluator, Evaluation::conclusion)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(1, "吉林产教融合评价中心", Conclusion.RECTIFY),
                        org.assertj.core.api.Assertions.tuple(1, "吉林省教育厅", Conclusion.KEEP));
        assertThat(checks.next(pilot.id()).kind()).isEqualTo(EvaluationKind.FINAL);

        checkIsDue(pilot);
        var report = journey.task(SCHOOL, id(pilot), "writeReport");
        var fresh =
                journey.as(SCHOOL).get("/tasks/" + report.get("id").asString()).get("values");
        assertThat(fresh.get("checkName").asString()).isEqualTo("期满评价");
        assertThat(fresh.path("progress").asString("")).as("a new report").isEmpty();
        journey.completed(SCHOOL, id(pilot), "writeReport", report());
        evaluated(pilot, "SELF", "EXCELLENT", "KEEP").expect(200);
        assertThat(recognitions.get(pilot.id()).status()).isEqualTo(RecognitionStatus.COMPLETED);
        assertThat(journey.status(id(pilot))).isEqualTo("COMPLETED");
    }

    @Test
    void theConclusionFollowsFromTheGrade() throws Exception {
        var pilot = recognised(SCHOOL, "jl-223");
        checkIsDue(pilot);
        journey.completed(SCHOOL, id(pilot), "writeReport", report());

        for (var wrong : List.of(
                List.of("EXCELLENT", "RECTIFY"),
                List.of("GOOD", "WITHDRAW"),
                List.of("PASS", "WITHDRAW"),
                List.of("FAIL", "KEEP"))) {
            var refused = evaluated(pilot, "SELF", wrong.get(0), wrong.get(1)).expect(422);
            assertThat(refused.body().get("errors").get(0).get("field").asString())
                    .as("%s", wrong)
                    .isEqualTo("conclusion");
        }
        assertThat(evaluations.of(pilot.id())).isEmpty();
    }

    @Test
    @DisplayName(
            "D5 R-LN-14 a withdrawal is signed, gives reasons, evaluations and the ways to object, and stays in the register")
    void withdrawnByASignedDocument() throws Exception {
        var pilot = recognised(SCHOOL, "jl-223");
        checkIsDue(pilot);
        journey.completed(SCHOOL, id(pilot), "writeReport", report());
        evaluated(pilot, "SELF", "FAIL", "WITHDRAW").expect(200);
        assertThat(recognitions.get(pilot.id()).status())
                .as("not before it is signed")
                .isEqualTo(RecognitionStatus.ACTIVE);

        var draft = journey.task(ORGAN + ".handler", id(pilot), "draftDocument");
        var worded = journey.as(ORGAN + ".handler")
                .get("/tasks/" + draft.get("id").asString())
                .get("values");
        assertThat(clause(ORGAN + ".handler", pilot, "draftDocument"))
                .as("the clause of evaluations, not the first that was drawn with the general part")
                .isEqualTo("JL-2018-48 (二十七)");
        assertThat(worded.get("documentTitle").asString()).contains("撤销长春职业技术大学");
        assertThat(worded.get("documentBody").asString())
                .contains("资金没有到位，任务没有开展")
                .contains(pilot.number())
                .contains("中期检查")
                .contains("不合格")
                .contains("行政复议");
        journey.sign(ORGAN, id(pilot));

        var withdrawn = recognitions.get(pilot.id());
        assertThat(withdrawn.status()).isEqualTo(RecognitionStatus.WITHDRAWN);
        assertThat(withdrawn.endedReason()).contains("号：资金没有到位，任务没有开展");
        assertThat(documents.newest(UUID.fromString(id(pilot)), "recognition-withdrawal"))
                .isPresent();
    }

    @Test
    void registerAndDocumentAreChineseWhateverTheEvaluatorReads() throws Exception {
        var pilot = recognised(SCHOOL, "jl-223");
        checkIsDue(pilot);
        journey.completed(SCHOOL, id(pilot), "writeReport", report());
        var task = journey.task(ORGAN + ".handler", id(pilot), "evaluatePilot")
                .get("id")
                .asString();
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            user.runAs(
                    ORGAN + ".handler",
                    () -> actions.complete(task, conclusion("SELF", "FAIL", "WITHDRAW"), "", List.of()));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }

        assertThat(evaluations.of(pilot.id())).extracting(Evaluation::evaluator).containsExactly("吉林省教育厅");
        var draft = journey.task(ORGAN + ".handler", id(pilot), "draftDocument");
        assertThat(journey.as(ORGAN + ".handler")
                        .get("/tasks/" + draft.get("id").asString())
                        .at("/values/documentTitle")
                        .asString())
                .contains("撤销长春职业技术大学");
    }

    @Test
    @DisplayName("P20 a demonstration alliance is withdrawn after the second failed yearly check, as a rule not before")
    void anAllianceIsWithdrawnAfterTwoFailedChecks() throws Exception {
        var chair = "school-4133010337";
        var handler = "zj-drc";
        var alliance = recognised(chair, "zj-demonstration-alliance");
        checkIsDue(alliance);
        assertThat(clause(chair, alliance, "writeReport")).isEqualTo("ZJ-2018 七");
        journey.completed(chair, id(alliance), "writeReport", report());
        evaluated(handler, alliance, conclusion("SELF", "FAIL", "WITHDRAW")).expect(422);
        evaluated(handler, alliance, conclusion("SELF", "FAIL", "KEEP")).expect(200);
        assertThat(checks.next(alliance.id()).kind()).isEqualTo(EvaluationKind.YEARLY);

        checkIsDue(alliance);
        journey.completed(chair, id(alliance), "writeReport", report());
        for (var other : List.of("KEEP", "RECTIFY")) {
            var refused = evaluated(handler, alliance, conclusion("SELF", "FAIL", other))
                    .expect(422);
            assertThat(refused.body().toString()).contains("已达规定次数");
        }
        evaluated(handler, alliance, conclusion("SELF", "FAIL", "WITHDRAW")).expect(200);
        assertThat(clause(handler + ".handler", alliance, "draftDocument"))
                .as("of its own province")
                .isEqualTo("ZJ-2018 七");
        journey.sign(handler, id(alliance));
        assertThat(recognitions.get(alliance.id()).status()).isEqualTo(RecognitionStatus.WITHDRAWN);
    }

    @Test
    @DisplayName("R-LN-20 R-LN-13 an ordered evaluation is a third party's, named with its qualification")
    void anOrderedEvaluationIsAThirdPartys() throws Exception {
        var pilot = recognised(SCHOOL, "jl-223");
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> order("jl-fin.handler", pilot));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> order(SCHOOL, pilot));
        order(ORGAN + ".handler", pilot);
        assertThatExceptionOfType(RuleViolation.class)
                .as("one at a time")
                .isThrownBy(() -> order(ORGAN + ".handler", pilot));
        journey.completed(SCHOOL, id(pilot), "writeReport", report());

        var own = evaluated(pilot, "SELF", "GOOD", "KEEP").expect(422);
        assertThat(own.body().get("errors").get(0).get("field").asString()).isEqualTo("evaluatedBy");
        var unnamed = new LinkedHashMap<>(conclusion("THIRD_PARTY", "GOOD", "KEEP"));
        unnamed.remove("qualification");
        evaluated(ORGAN, pilot, unnamed).expect(422);
        evaluated(pilot, "THIRD_PARTY", "GOOD", "KEEP").expect(200);
        assertThat(evaluations.of(pilot.id())).extracting(Evaluation::kind).containsExactly(EvaluationKind.THIRD_PARTY);
        assertThat(checks.next(pilot.id()).kind()).isEqualTo(EvaluationKind.MIDTERM);
    }

    private String clause(String username, Recognition pilot, String step) {
        var task = journey.task(username, id(pilot), step).get("id").asString();
        var clause = journey.as(username).get("/tasks/" + task).get("clause");
        return clause.get("document").asString() + " " + clause.get("number").asString();
    }

    private void order(String username, Recognition pilot) throws Exception {
        user.runAs(username, () -> {
            checks.order(pilot.id(), "国家统一部署第三方评价");
            return null;
        });
    }

    private Recognition recognised(String school, String programme) {
        var caseId = journey.as(school)
                .post(
                        "/services/evaluated/instances",
                        Map.of("values", Map.of("title", programme, "decisionText", "入选")))
                .expect(201)
                .body()
                .get("id")
                .asString();
        return recognitions.of(UUID.fromString(caseId)).orElseThrow();
    }

    private static String id(Recognition pilot) {
        return String.valueOf(pilot.application());
    }

    /** The timer of the next check fires. */
    private void checkIsDue(Recognition pilot) {
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("pilot-evaluation")
                .processInstanceBusinessKey(id(pilot))
                .singleResult();
        var timer = management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult();
        assertThat(timer.getDuedate().toInstant())
                .isEqualTo(checks.next(pilot.id())
                        .on()
                        .atTime(9, 0)
                        .atZone(rongtong.ui.Formats.ZONE)
                        .toInstant());
        assertThat(checks.next(pilot.id()).on()).isAfter(LocalDate.of(2026, 1, 1));
        management.executeJob(timer.getId());
    }

    private static Map<String, Object> report() {
        return Map.of(
                "progress",
                "已与十六家企业签订合作协议，建成两个实训中心，完成年度任务。",
                "partnerEnterprises",
                16,
                "investment",
                320.5,
                "problems",
                "师资不足，下一步聘请企业导师。");
    }

    private Api.Answer evaluated(Recognition pilot, String by, String grade, String conclusion) {
        return evaluated(ORGAN, pilot, conclusion(by, grade, conclusion));
    }

    private Api.Answer evaluated(String organ, Recognition pilot, Map<String, Object> values) {
        return journey.complete(organ + ".handler", id(pilot), "evaluatePilot", values);
    }

    private static Map<String, Object> conclusion(String by, String grade, String conclusion) {
        var values = new LinkedHashMap<String, Object>();
        values.put("evaluatedBy", by);
        if (by.equals("THIRD_PARTY")) {
            values.put("thirdParty", "吉林产教融合评价中心");
            values.put("qualification", "社会组织评估等级4A，具有教育评价资质。");
        }
        values.put("grade", grade);
        values.put("evaluationText", "根据报送材料和现场查看得出评价意见。");
        values.put("conclusion", conclusion);
        if (conclusion.equals("RECTIFY")) {
            values.put("rectifyRequest", "补充合作协议，落实配套经费。");
        }
        if (conclusion.equals("WITHDRAW")) {
            values.put("withdrawalReasons", "资金没有到位，任务没有开展。");
        }
        return values;
    }
}
