package rongtong.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.selection.SelectionJourney;
import tools.jackson.databind.JsonNode;

/**
 * A round for school-run factories in the browser: the secretary calls it, two schools apply, their cities recommend them,
 * experts score, the leads decide, the public reads the notice, and the register has the pilots.
 */
class PilotSelectionIT extends BrowserJourney {

    private static final String SECRETARY = "jl-edu.handler";
    private static final List<String> SCHOOLS = List.of("school-demo-220200-voc", "school-demo-220300-voc");
    private static final String ROUND = "2026年校办工厂建设试点遴选";

    @Autowired
    SelectionJourney journey;

    @Autowired
    JdbcClient jdbc;

    private String round = "";

    @Test
    void aRoundFromTheCallToTheRegister() {
        journey.at(port);
        round = starts(SECRETARY, "pilot-selection", "selection-start");
        walksTo("watchWindow");
        person(SECRETARY)
                .opens("/programmes/jl-factory-pilot/rounds/" + round)
                .sees(ROUND)
                .pictures("selection-round");
        stranger().opens("/public/programmes").sees("校办工厂").pictures("selection-public-call");

        SCHOOLS.forEach(this::applies);
        journey.fire(round, "windowEnds");
        journey.fire(round, "graceOver");
        journey.finishBatches();
        completesOpen(round); // entries
        completesOpen(round); // panels
        expertsScore();

        while (!open(round).isEmpty()) {
            completesOpen(round);
        }
        person(SECRETARY)
                .opens("/programmes/jl-factory-pilot/rounds/" + round + "/ranking")
                .sees(title(SCHOOLS.getFirst()))
                .pictures("selection-workbench");
        picturesOnAPhone(
                SECRETARY, "/programmes/jl-factory-pilot/rounds/" + round + "/ranking", "phone-selection-workbench");
        stranger().opens("/public/notices").sees(ROUND).pictures("selection-public-notices");
        journey.fire(round, "periodOver");
        while (!open(round).isEmpty()) {
            completesOpen(round);
        }

        journey.finishBatches();
        assertThat(running(round)).isFalse();
        person(SECRETARY).opens("/pilots").sees("吉林市职业技术学校").pictures("pilots");
        stranger().opens("/public/pilots").sees("吉林市职业技术学校");
        person(SCHOOLS.getFirst())
                .opens("/cases/" + applicationOf(SCHOOLS.getFirst()))
                .pictures("selection-case");
        assertThat(people.keySet())
                .contains("jl-city-jl.handler", "jl-city-sp.handler", "jl-edu.leader", "jl-fin.handler");
    }

    private void applies(String school) {
        var caseId = starts(school, "pilot-application", "application-start");
        for (var tasks = open(caseId); !tasks.isEmpty(); tasks = open(caseId)) {
            completes(tasks.getFirst());
        }
    }

    /** The first on the page made for it, the others by the form of their task. */
    private void expertsScore() {
        for (var review : reviews()) {
            completesOpen(review);
        }
        var first = reviews().getFirst();
        scoresOnThePage(open(first).getFirst().get("candidates").get(0).asString());
        for (var review : reviews()) {
            if (!open(review).isEmpty()) {
                completesOpen(review);
            }
        }
    }

    private void scoresOnThePage(String expert) {
        var person = person(expert);
        person.opens("/reviews").sees(ROUND).pictures("reviews");
        var assigned = assignedTo(expert);
        for (var application : assigned) {
            person.opens("/reviews/" + application).sees("加权总分");
            var fields = person.page().locator("vaadin-number-field[data-answer] input");
            for (int field = 0; field < fields.count(); field++) {
                fields.nth(field).fill(String.valueOf(80 + field));
                fields.nth(field).press("Tab");
            }
            person.settles().sees("已保存").pictures("scoring");
        }
        picturesOnAPhone(expert, "/reviews/" + assigned.getFirst(), "phone-scoring");
        person.clicks("提交全部评分").clicks("确认提交").sees("全部评分已提交");
    }

    private void walksTo(String step) {
        for (var tasks = open(round); tasks.stream().noneMatch(task -> isAt(task, step)); tasks = open(round)) {
            completes(tasks.getFirst());
        }
    }

    private void completesOpen(String caseId) {
        completes(open(caseId).getFirst());
    }

    private static boolean isAt(JsonNode task, String step) {
        return task.get("step").asString().equals(step);
    }

    private List<JsonNode> open(String caseId) {
        return StreamSupport.stream(
                        api.get("/admin/instances/" + caseId).get("tasks").spliterator(), false)
                .toList();
    }

    private List<String> reviews() {
        return jdbc.sql("select case_id from selection.review where round = ? order by expert")
                .param(UUID.fromString(round))
                .query(String.class)
                .list();
    }

    private List<String> assignedTo(String expert) {
        return jdbc.sql("""
                        select application from selection.assignment
                        where round = ? and expert = ? and ended_at is null order by application
                        """)
                .params(UUID.fromString(round), expert)
                .query(String.class)
                .list();
    }

    private String applicationOf(String school) {
        return jdbc.sql("select case_id from selection.application where round = ? and applicant = ?")
                .params(UUID.fromString(round), school)
                .query(String.class)
                .single();
    }

    private static String title(String school) {
        return "校办工厂试点" + school.replaceAll("\\D", "");
    }

    @Override
    Map<String, String> pictures() {
        return Map.of(
                "settleCall", "settle-call",
                "writeApplication", "write-application",
                "recommend", "recommend",
                "formPanels", "form-panels",
                "declareConflicts", "declare-conflicts",
                "scoreApplications", "score-applications",
                "proposeList", "propose-list",
                "decideJointly", "decide-jointly");
    }

    @Override
    void decide(String step, Map<String, Object> answers) {
        switch (step) {
            case "start" -> {
                var call = answers.containsKey("programme");
                answers.clear();
                answers.putAll(call ? call() : opening());
            }
            case "giveOpinion" -> answers.put("stance", "AGREE");
            case "settleCall" -> answers.put("callDecision", "PUBLISH");
            case "signDocument" -> answers.put("documentDecision", "SIGN");
            case "writeApplication" -> {
                answers.clear();
                answers.putAll(application());
            }
            case "recommend" -> {
                answers.put("recommendation", "RECOMMEND");
                answers.put("rank", 1);
            }
            case "checkApplication" -> {
                answers.put("decision", "ACCEPT");
                answers.remove("defects");
            }
            case "judgeCredit" -> answers.put("creditDecision", "GOOD");
            case "declareConflicts" -> rows(answers, "reviewRows", "stance", "FREE");
            case "scoreApplications" ->
                List.of("teaching_need", "feasibility", "asset_base", "finance_soundness", "partner_quality")
                        .forEach(criterion -> rows(answers, "sheets", "points_" + criterion, 75));
            case "decideJointly" -> {
                answers.put("jointDecision", "CONFIRM");
                answers.put("heldOn", today().toString());
                answers.put("attendees", List.of("JL-EDU", "JL-HRSS", "JL-DRC"));
            }
            default -> {}
        }
    }

    private static void rows(Map<String, Object> answers, String list, String field, Object value) {
        if (answers.get(list) instanceof List<?> rows) {
            answers.put(
                    list,
                    rows.stream()
                            .map(row -> {
                                var answered = new LinkedHashMap<String, Object>();
                                ((Map<?, ?>) row).forEach((key, known) -> answered.put(key.toString(), known));
                                answered.remove("recusalReason");
                                answered.put(field, value);
                                return answered;
                            })
                            .toList());
        }
    }

    private static Map<String, Object> call() {
        var values = new LinkedHashMap<String, Object>();
        values.put("programme", "jl-factory-pilot");
        values.put("title", ROUND);
        values.put("windowOpens", today().minusDays(1) + "T09:00");
        values.put("windowCloses", today().plusDays(20) + "T17:00");
        values.put("callNote", "请公办职业学校按申报书填写，附可行性论证报告。");
        values.put("deviationReason", "本轮工作时间紧。");
        return values;
    }

    private Map<String, Object> opening() {
        var school = SCHOOLS.stream()
                .filter(each -> jdbc.sql("select count(*) from selection.application where round = ? and applicant = ?")
                                .params(UUID.fromString(round), each)
                                .query(Integer.class)
                                .single()
                        == 0)
                .findFirst()
                .orElseThrow();
        return new LinkedHashMap<>(Map.of("opening", round + "/school", "title", title(school)));
    }

    private Map<String, Object> application() {
        var values = new LinkedHashMap<String, Object>();
        values.put("summary", "建设服务数控技术专业教学的非营利性校办工厂。");
        values.put("ownership", "SCHOOL_ONLY");
        values.put("teachingNeed", "数控专业每年有三百名学生需要生产性实训。");
        values.put("feasibility", "场地、设备和师资已经具备，两年可以建成。");
        values.put("assetBase", "现有数控机床八台，厂房一千二百平方米。");
        values.put("financeSoundness", "近三年收支平衡，没有债务。");
        values.put("partnerQuality", "合作企业为本市装备制造骨干企业。");
        values.put("goals", "每年接纳学生实训三百人次，产品合格率稳定。");
        values.put("measures", "成立专班，单独核算，定期公开收支。");
        values.put("plannedInvestment", 150);
        values.put("stateAssets", 120);
        values.put("students", 3200);
        values.put("nonProfit", true);
        values.put("contactName", "王芳");
        values.put("contactPhone", "0432-62000000");
        values.put("feasibilityFiles", List.of("论证报告.pdf"));
        values.put("declaration", true);
        return values;
    }
}
