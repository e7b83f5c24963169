package rongtong.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A vocational school of 吉林市 applies for its factory, corrects what it was asked to, and gets the approval of its own
 * city's departments; then it files its first income and books it. All of it in the browser.
 */
class FactoryInvestmentIT extends BrowserJourney {

    private static final String SCHOOL = "school-demo-220200-voc";
    private static final String FACTORY = "数控技术实训工厂";

    private boolean corrected;

    @Test
    void aSchoolGetsItsFactoryApprovedAndFilesItsIncome() {
        var caseId = starts(SCHOOL, "factory-investment", "factory-start");
        walks(caseId, step -> {
            if (step == 1) {
                person(SCHOOL).opens("/cases/" + caseId).pictures("factory-case-school");
                picturesOnAPhone(SCHOOL, "/cases/" + caseId, "phone-factory-case");
            }
        });

        assertThat(api.get("/instances/" + caseId).get("status").asString()).isEqualTo("COMPLETED");
        assertThat(people.keySet())
                .contains(
                        "jl-220200-edu.handler",
                        "jl-220200-edu.leader",
                        "jl-220200-fin.handler",
                        "jl-220200-fin.leader");
        person(SCHOOL).opens("/cases/" + caseId).sees("已办结").pictures("factory-case");
        person("jl-220200-fin.handler").opens("/factories").sees(FACTORY).pictures("factories");

        var filing = starts(SCHOOL, "factory-income-filing", "factory-income-start");
        walks(filing, step -> {});

        assertThat(api.get("/instances/" + filing).get("status").asString()).isEqualTo("COMPLETED");
        person(SCHOOL).opens("/cases/" + filing).sees("已办结").pictures("factory-income-case");
    }

    @Override
    Map<String, String> pictures() {
        return Map.of(
                "checkApplication", "check-application",
                "correctApplication", "correct-application",
                "examineApplication", "examine-application",
                "decideInvestment", "decide-investment",
                "fileIncome", "file-income",
                "bookIncome", "book-income");
    }

    @Override
    void decide(String step, Map<String, Object> answers) {
        switch (step) {
            case "start" -> {
                var factory = answers.get("factory");
                var income = answers.containsKey("gross");
                answers.clear();
                answers.putAll(income ? income(factory) : application());
            }
            case "checkApplication" -> {
                answers.put("decision", corrected ? "ACCEPT" : "CORRECT");
                answers.remove("defects");
                if (corrected) {
                    answers.put("earlier", List.of(new LinkedHashMap<>(Map.of("outcome", "CLOSED"))));
                } else {
                    answers.put("defects", List.of(Map.of("field", "incomeUsePlan", "reason", "请写明用于教育教学和生产再投入的比例。")));
                }
            }
            case "correctApplication" -> {
                corrected = true;
                answers.put("incomeUsePlan", "收入的百分之六十用于教育教学，百分之四十用于生产再投入，单独核算。");
            }
            case "examineApplication" -> answers.put("examination", "AGREE");
            case "decideReview" -> answers.put("reviewDecision", "AGREE");
            case "examineInvestment" -> answers.put("financeProposal", "APPROVE");
            case "decideInvestment" -> answers.put("financeDecision", "APPROVE");
            case "fileIncome" -> answers.put("filing", "FILE");
            case "bookIncome" -> {
                answers.put("uses", List.of(use("TEACHING", 4), use("REINVESTMENT", 3), use("COST", 12)));
                answers.put("bookedOn", today().toString());
                answers.put("retained", 1);
                answers.put("valueStart", 150);
                answers.put("valueEnd", 152);
            }
            case "signDocument" -> answers.put("documentDecision", "SIGN");
            default -> {}
        }
    }

    private static Map<String, Object> application() {
        var values = new LinkedHashMap<String, Object>();
        values.put("kind", "ESTABLISH");
        values.put("title", FACTORY);
        values.put("resolvedOn", today().minusDays(10).toString());
        values.put("purpose", "TEACHING");
        values.put("nonProfit", true);
        values.put("teachingLink", "对接数控技术专业，每年接纳学生实训三百人次。");
        values.put("ownership", "SCHOOL_ONLY");
        values.put("assets", List.of(asset("EQUIPMENT", "数控机床八台", 120, 120), asset("CASH", "启动资金", 30, 30)));
        values.put("totalInvestment", 150);
        values.put("incomeUsePlan", "收入全部用于学校发展和工厂运行。");
        values.put("valuePlan", "每年盘点和评估，按规定计提折旧并足额更新设备。");
        values.put("investorDuties", "学校派出厂长，每季度向校长办公会议报告。");
        values.put("feasibilityStudy", List.of("论证报告.pdf"));
        return values;
    }

    private static Map<String, Object> income(Object factory) {
        var values = new LinkedHashMap<String, Object>();
        values.put("factory", factory);
        values.put("title", "本年度实训产品销售收益");
        values.put("eventDate", today().minusDays(3).toString());
        values.put("periodFrom", today().withDayOfYear(1).toString());
        values.put("periodTo", today().minusDays(4).toString());
        values.put("gross", 20);
        values.put("cost", 12);
        values.put("returnAmount", 8);
        values.put("incomeFiles", List.of("论证报告.pdf"));
        return values;
    }

    private static Map<String, Object> asset(String kind, String name, int book, int appraised) {
        return Map.of("assetKind", kind, "assetName", name, "bookValue", book, "appraisedValue", appraised);
    }

    private static Map<String, Object> use(String category, int amount) {
        return Map.of("category", category, "amount", amount);
    }
}
