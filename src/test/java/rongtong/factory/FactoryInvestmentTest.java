package rongtong.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static rongtong.factory.FactoryJourney.FINANCE;
import static rongtong.factory.FactoryJourney.INDUSTRY;
import static rongtong.factory.FactoryJourney.SCHOOL;
import static rongtong.factory.FactoryJourney.asset;
import static rongtong.factory.FactoryJourney.list;
import static rongtong.factory.FactoryJourney.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.document.Documents;
import rongtong.robot.Api;
import rongtong.workflow.clock.ClockView;
import rongtong.workflow.clock.Clocks;

/** A school, its industry department and its finance department, over REST with the real engine and database. */
@RongtongTest
class FactoryInvestmentTest {

    @LocalServerPort
    int port;

    @Autowired
    FactoryJourney journey;

    @Autowired
    Investments investments;

    @Autowired
    Documents documents;

    @Autowired
    Clocks clocks;

    @BeforeEach
    void connect() {
        journey.at(port);
    }

    @Test
    @DisplayName("R-JL-14 R-JL-15 consent, approval with conditions, document, entry in the register")
    void anApprovedInvestmentIsRegistered() {
        var values = journey.application(SCHOOL);
        values.put("title", "汽车检修实训工厂");
        values.put("ownership", "MIXED");
        values.put("schoolShare", 60);
        values.put("partners", list(partner("ent-demo-good", 30, 80), partner("ent-demo-remark", 10, 20.5)));
        values.put("totalInvestment", 250.5);
        var caseId = journey.applied(SCHOOL, values);
        journey.accept(caseId);
        journey.consent(caseId);
        journey.propose(caseId);
        journey.decide(caseId, Map.of("financeDecision", "CONDITIONS", "conditions", "半年内完成资产划转手续"));

        assertThat(journey.open(caseId)).containsExactly("draftDocument");
        assertThat(journey.as(SCHOOL).get("/factories?q=汽车检修实训工厂").get("total").asInt())
                .as("nothing is registered before the approval is signed")
                .isZero();
        var draft = journey.task(FINANCE + ".handler", caseId, "draftDocument");
        var worded = journey.as(FINANCE + ".handler")
                .get("/tasks/" + draft.get("id").asString())
                .get("values");
        assertThat(worded.get("documentTitle").asString()).contains("吉林市职业技术学校（演示）投资举办汽车检修实训工厂");
        assertThat(worded.get("documentBody").asString()).contains("半年内完成资产划转手续");
        journey.sign(caseId);

        assertThat(journey.status(caseId)).isEqualTo("COMPLETED");
        var decided = investments.get(UUID.fromString(caseId));
        assertThat(decided.status()).isEqualTo(InvestmentStatus.APPROVED);
        assertThat(decided.decisionNumber()).startsWith("吉市财批〔");
        var row = journey.as(SCHOOL).get("/factories?q=汽车检修实训工厂").get("items").get(0);
        assertThat(row.get("number").asString()).startsWith("吉校厂〔");
        assertThat(row.get("assetValue").decimalValue()).isEqualByComparingTo("150");
        var factory = journey.as(SCHOOL).get("/factories/" + row.get("id").asString());
        assertThat(factory.get("partners")).hasSize(2);
        assertThat(factory.get("schoolShare").decimalValue()).isEqualByComparingTo("60");
        assertThat(factory.get("investorDuties").asString()).contains("厂长");
        assertThat(factory.get("entries").get(0).get("conditions").asString()).contains("资产划转");
        assertThat(documents.newest(UUID.fromString(caseId), "approval")).isPresent();
    }

    @Test
    @DisplayName("R-JL-14 without the consent of the industry department finance never sees the case")
    void withoutConsentFinanceNeverSeesTheCase() {
        var caseId = journey.applied(SCHOOL, journey.application(SCHOOL));
        journey.accept(caseId);
        journey.completed(
                INDUSTRY + ".handler",
                caseId,
                "examineApplication",
                Map.of("examination", "DISAGREE", "examinationNote", "与教学脱节"));
        journey.completed(
                INDUSTRY + ".leader",
                caseId,
                "decideReview",
                Map.of("reviewDecision", "DISAGREE", "reviewRefusal", "工厂与专业设置脱节，改正后可重新申请，也可提出异议。"));
        journey.sign(INDUSTRY, caseId);

        assertThat(journey.status(caseId)).isEqualTo("COMPLETED");
        assertThat(investments.get(UUID.fromString(caseId)).status()).isEqualTo(InvestmentStatus.NOT_CONSENTED);
        journey.as(FINANCE + ".handler")
                .send("GET", "/instances/" + caseId, null)
                .expect(404);
        assertThat(documents.newest(UUID.fromString(caseId), "disapproval")).isPresent();
    }

    @Test
    @DisplayName("R-JL-14 finance returns, the school revises, the industry department consents anew; finance refuses")
    void whatFinanceReturnsIsReviewedAnew() {
        var caseId = journey.applied(SCHOOL, journey.application(SCHOOL));
        journey.accept(caseId);
        journey.consent(caseId);
        journey.propose(caseId);
        journey.decide(caseId, Map.of("financeDecision", "RETURN", "returnReason", "请核实设备价值"));

        var task = journey.task(SCHOOL, caseId, "reviseApplication");
        var before =
                journey.as(SCHOOL).get("/tasks/" + task.get("id").asString()).get("values");
        assertThat(before.get("title").asString()).isEqualTo("数控实训工厂");
        assertThat(before.get("assets")).hasSize(2);
        var revised = journey.application(SCHOOL);
        revised.put("title", "数控实训中心工厂");
        journey.completed(SCHOOL, caseId, "reviseApplication", revised);

        assertThat(journey.open(caseId)).containsExactly("examineApplication");
        assertThat(investments.get(UUID.fromString(caseId)).status()).isEqualTo(InvestmentStatus.APPLIED);
        journey.consent(caseId);
        journey.propose(caseId);
        journey.decide(caseId, Map.of("financeDecision", "REFUSE", "refusal", "资产评估依据不足，补充评估后可重新申请。"));
        assertThat(journey.open(caseId)).containsExactly("draftDocument");
        journey.sign(caseId);

        assertThat(journey.status(caseId)).isEqualTo("COMPLETED");
        var refused = investments.get(UUID.fromString(caseId));
        assertThat(refused.status()).isEqualTo(InvestmentStatus.REFUSED);
        assertThat(refused.investment().name()).isEqualTo("数控实训中心工厂");
        assertThat(refused.decisionNumber()).contains("不批〔");
    }

    @Test
    @DisplayName("D2 the leader of finance takes longer once, and the school is told why")
    void financeTakesLongerOnce() {
        var caseId = journey.applied(SCHOOL, journey.application(SCHOOL));
        journey.accept(caseId);
        journey.consent(caseId);
        journey.propose(caseId);
        var before = journey.task(FINANCE + ".leader", caseId, "decideInvestment")
                .get("dueAt")
                .asString();
        journey.decide(caseId, Map.of("financeDecision", "EXTEND", "extensionReason", "需要核实土地权属"));

        var task = journey.task(FINANCE + ".leader", caseId, "decideInvestment");
        assertThat(task.get("dueAt").asString()).isGreaterThan(before);
        assertThat(documents.newest(UUID.fromString(caseId), "extension-notice"))
                .isPresent();
        journey.complete(
                        FINANCE + ".leader",
                        caseId,
                        "decideInvestment",
                        Map.of("financeDecision", "EXTEND", "extensionReason", "再延一次"))
                .expect(422);
        journey.decide(caseId, Map.of("financeDecision", "APPROVE"));
        journey.sign(caseId);
        assertThat(journey.status(caseId)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("D4 a visit to the site stops the clock of the review; handler and leader read what it found")
    void aVisitStopsTheClock() {
        var caseId = journey.applied(SCHOOL, journey.application(SCHOOL));
        journey.accept(caseId);
        journey.completed(INDUSTRY + ".handler", caseId, "examineApplication", Map.of("examination", "EXPERTS"));
        journey.completed(
                INDUSTRY + ".handler",
                caseId,
                "askExperts",
                Map.of("way", "VISIT", "visitPlan", "下周一到校核查设备和场地", "expertDays", 5));
        assertThat(journey.open(caseId)).containsExactly("recordVisit");
        assertThat(review(caseId).stopped()).isTrue();
        journey.completed(
                INDUSTRY + ".handler",
                caseId,
                "recordVisit",
                Map.of("conclusion", "AGREE_WITH_CONDITIONS", "visitText", "设备到位，消防通道需清理"));

        assertThat(review(caseId).stopped()).isFalse();
        assertThat(opinions(INDUSTRY + ".handler", caseId, "examineApplication"))
                .startsWith("结论：基本属实，需要整改")
                .contains("设备到位，消防通道需清理");
        journey.completed(
                INDUSTRY + ".handler",
                caseId,
                "examineApplication",
                Map.of("examination", "AGREE", "examinationNote", "核查属实"));
        assertThat(opinions(INDUSTRY + ".leader", caseId, "decideReview")).contains("消防通道需清理");
        journey.completed(INDUSTRY + ".leader", caseId, "decideReview", Map.of("reviewDecision", "AGREE"));
        assertThat(journey.open(caseId)).containsExactly("examineInvestment");
    }

    private ClockView review(String caseId) {
        return clocks.of(UUID.fromString(caseId)).stream()
                .filter(clock -> clock.stage().equals("review"))
                .findFirst()
                .orElseThrow();
    }

    private String opinions(String person, String caseId, String step) {
        return journey.as(person)
                .get("/tasks/" + journey.task(person, caseId, step).get("id").asString())
                .get("values")
                .get("expertOpinions")
                .asString();
    }

    @Test
    void theLeaderSendsItBackToTheHandler() {
        var caseId = journey.applied(SCHOOL, journey.application(SCHOOL));
        journey.accept(caseId);
        journey.completed(
                INDUSTRY + ".handler",
                caseId,
                "examineApplication",
                Map.of("examination", "AGREE", "examinationNote", "可以"));
        journey.completed(INDUSTRY + ".leader", caseId, "decideReview", Map.of("reviewDecision", "RETURN"));
        assertThat(journey.open(caseId)).containsExactly("examineApplication");
        journey.consent(caseId);
        journey.propose(caseId);
        journey.decide(caseId, Map.of("financeDecision", "BACK", "returnReason", "补充资产说明"));
        assertThat(journey.open(caseId)).containsExactly("examineInvestment");
    }

    @Test
    @DisplayName(
            "R-JL-07 R-JL-08 trap 5: shares are recorded, the conflict is shown to the reviewer and blocks nothing")
    void theConflictIsShownToTheReviewer() {
        var values = journey.application(SCHOOL);
        values.put("ownership", "SHAREHOLDING");
        values.put("schoolShare", 51);
        values.put("partners", list(partner("ent-demo-good", 49, 50)));
        var caseId = journey.applied(SCHOOL, values);
        journey.accept(caseId);

        var task = journey.task(INDUSTRY + ".handler", caseId, "examineApplication");
        var shown =
                journey.as(INDUSTRY + ".handler").get("/tasks/" + task.get("id").asString());
        assertThat(shown.get("values").get("conflict").asString()).contains("分红");
        assertThat(shown.get("values").get("creditRows")).hasSize(2);
        journey.consent(caseId);
        assertThat(journey.open(caseId)).containsExactly("examineInvestment");
    }

    @Test
    @DisplayName("R-JL-13 without a feasibility study nobody applies")
    void withoutAFeasibilityStudyNobodyApplies() {
        var values = journey.application(SCHOOL);
        values.remove("feasibilityStudy");

        assertThat(errors(journey.apply(SCHOOL, values).expect(422))).contains("feasibilityStudy");
    }

    @Test
    @DisplayName("R-JL-10 another purpose than teaching, or profit, is refused at the field")
    void anotherPurposeIsRefused() {
        var values = journey.application(SCHOOL);
        values.put("purpose", "OTHER");
        assertThat(errors(journey.apply(SCHOOL, values).expect(422))).containsExactly("purpose");

        values.put("purpose", "TEACHING");
        values.put("nonProfit", false);
        assertThat(errors(journey.apply(SCHOOL, values).expect(422))).containsExactly("nonProfit");
    }

    @ParameterizedTest
    @DisplayName("R-JL-39 a partner of bad credit is refused at its row")
    @CsvSource({"ent-demo-dishonest", "ent-demo-sanctioned"})
    void aPartnerOfBadCreditIsRefused(String enterprise) {
        var values = journey.application(SCHOOL);
        values.put("ownership", "MIXED");
        values.put("schoolShare", 60);
        values.put("partners", list(partner("ent-demo-good", 20, 10), partner(enterprise, 20, 10)));

        assertThat(errors(journey.apply(SCHOOL, values).expect(422))).containsExactly("partners[1].organization");
    }

    @ParameterizedTest
    @CsvSource({
        "totalInvestment, -1",
        "totalInvestment, 99999999999999999999",
        "totalInvestment, 149.99",
        "schoolShare, 0",
        "schoolShare, 100.01",
        "resolvedOn, 2999-01-01",
        "resolvedOn, 1999-01-01",
        "resolvedOn, 2026-02-31",
        "title, 厂",
        "kind, STEAL",
        "ownership, STATE",
        "factory, 0b6c7f3e-0000-4000-8000-000000000000"
    })
    void hostileInputIsRefusedAtTheField(String field, String value) {
        var values = journey.application(SCHOOL);
        values.put("ownership", "MIXED");
        values.put("schoolShare", 80);
        values.put("partners", list(partner("ent-demo-good", 20, 10)));
        if (field.equals("factory")) {
            values.put("kind", "INCREASE");
        }
        values.put(field, value.matches("-?[0-9.]+") ? (Object) new java.math.BigDecimal(value) : value);

        var refused = journey.apply(SCHOOL, values).expect(422);

        assertThat(errors(refused)).contains(field);
    }

    @Test
    @DisplayName("R-JL-07 shares above 100 % are refused at the row that exceeds them")
    void sharesAboveTheWholeAreRefused() {
        var values = journey.application(SCHOOL);
        values.put("ownership", "MIXED");
        values.put("schoolShare", 60);
        values.put("partners", list(partner("ent-demo-good", 30, 10), partner("ent-demo-remark", 10.01, 10)));
        assertThat(errors(journey.apply(SCHOOL, values).expect(422))).containsExactly("partners[1].share");

        values.put("partners", list(partner("ent-demo-good", 30, -5)));
        assertThat(errors(journey.apply(SCHOOL, values).expect(422))).contains("partners[0].contribution");
        values.put("partners", list(partner("ent-demo-good", 20, 5), partner("ent-demo-good", 20, 5)));
        assertThat(errors(journey.apply(SCHOOL, values).expect(422))).containsExactly("partners[1].organization");
    }

    @Test
    void aPastedSheetOfAssetsIsRefusedAtTheList() {
        var values = journey.application(SCHOOL);
        var rows = new ArrayList<Map<String, Object>>();
        for (int row = 0; row < 200; row++) {
            rows.add(asset("EQUIPMENT", "设备" + row, 1, 1));
        }
        values.put("assets", rows);
        values.put("totalInvestment", 200);

        assertThat(errors(journey.apply(SCHOOL, values).expect(422))).containsExactly("assets");
    }

    @ParameterizedTest
    @DisplayName("R-JL-03 R-JL-09 who has no route is told before filling anything in")
    @CsvSource({
        "school-4121010142, 不是吉林省的学校",
        "school-demo-220100-private, 民办学校不能申请",
        "school-demo-220100-transport, 没有查到"
    })
    void whoHasNoRouteIsToldBefore(String school, String words) {
        var service = journey.as(school)
                .get("/services")
                .valueStream()
                .filter(one -> one.get("key").asString().equals("factory-investment"))
                .findFirst()
                .orElseThrow();
        assertThat(service.get("refusal").asString()).contains(words);
        assertThat(journey.apply(school, Map.of())
                        .expect(422)
                        .body()
                        .get("detail")
                        .asString())
                .contains(words);
        journey.as(school)
                .post("/services/factory-investment/drafts", Map.of("values", Map.of()))
                .expect(422);
    }

    @Test
    @DisplayName("the service says how long its stages and steps may take, also those of the processes that it calls")
    void theServiceSaysHowLongItTakes() {
        var limits = journey.as(SCHOOL)
                .get("/services")
                .valueStream()
                .filter(one -> one.get("key").asString().equals("factory-investment"))
                .flatMap(service -> service.get("limits").valueStream())
                .map(limit -> "%s %d %b"
                        .formatted(
                                limit.get("name").asString(),
                                limit.get("days").asInt(),
                                limit.get("isDefault").asBoolean()))
                .toList();

        assertThat(limits)
                .contains("受理 5 true", "审核 15 true", "拟稿 5 true", "核稿签发 3 true", "审批 20 true", "修改申请 20 true")
                .doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("an increase, a change and an exit go the same way and meet in the register")
    void increaseChangeAndExitMeetInTheRegister() {
        var factory = journey.registered("焊接实训工厂");
        var increase = journey.application(SCHOOL);
        increase.put("kind", "INCREASE");
        increase.put("factory", factory.toString());
        increase.put("assets", list(asset("EQUIPMENT", "焊接机器人", 80, 80)));
        increase.put("totalInvestment", 230);
        approved(increase);
        var change = journey.application(SCHOOL);
        change.put("kind", "CHANGE");
        change.put("factory", factory.toString());
        change.put("ownership", "MIXED");
        change.put("schoolShare", 70);
        change.put("partners", list(partner("ent-demo-good", 30, 60)));
        change.put("assets", List.of());
        approved(change);

        var view = journey.as(SCHOOL).get("/factories/" + factory);
        assertThat(view.at("/row/assetValue").decimalValue()).isEqualByComparingTo("230");
        assertThat(view.at("/row/ownership").asString()).isEqualTo("MIXED");
        assertThat(view.get("entries")).hasSize(3);

        var exit = journey.application(SCHOOL);
        exit.put("kind", "EXIT");
        exit.put("factory", factory.toString());
        exit.put("exitPlan", "清算后设备转入学校实训中心，剩余资金归学校预算。");
        approved(exit);
        assertThat(journey.as(SCHOOL)
                        .get("/factories/" + factory)
                        .at("/row/status")
                        .asString())
                .isEqualTo("EXITED");
        assertThat(errors(journey.apply(SCHOOL, increase).expect(422))).contains("factory");
    }

    private void approved(Map<String, Object> values) {
        var caseId = journey.applied(SCHOOL, values);
        assertThat(errors(journey.apply(SCHOOL, values).expect(422)))
                .as("one application at a time")
                .contains("factory");
        journey.accept(caseId);
        journey.consent(caseId);
        journey.propose(caseId);
        journey.decide(caseId, Map.of("financeDecision", "APPROVE"));
        assertThat(errors(journey.apply(SCHOOL, values).expect(422)))
                .as("the approval is not signed yet")
                .contains("factory");
        journey.sign(caseId);
        assertThat(journey.status(caseId)).isEqualTo("COMPLETED");
    }

    @Test
    @DisplayName("a school sees its own factories, departments those of their jurisdiction and below")
    void whoSeesAFactory() {
        var factory = journey.registered("食品加工实训工厂");

        for (var sees : List.of(
                SCHOOL,
                INDUSTRY + ".handler",
                FINANCE + ".leader",
                "jl-edu.handler",
                "jl-fin.leader",
                "jl-220200-hrss.handler",
                "admin",
                "auditor")) {
            assertThat(journey.as(sees)
                            .get("/factories/" + factory)
                            .at("/row/name")
                            .asString())
                    .as(sees)
                    .isEqualTo("食品加工实训工厂");
        }
        for (var stranger : List.of(
                "school-demo-220200-tech",
                "jl-220100-edu.handler",
                "jl-220281-fin.handler",
                "ln-edu.handler",
                "jl-drc.handler",
                "ent-demo-good")) {
            journey.as(stranger).send("GET", "/factories/" + factory, null).expect(404);
            assertThat(journey.as(stranger)
                            .get("/factories?q=食品加工实训工厂")
                            .get("total")
                            .asInt())
                    .as(stranger)
                    .isZero();
        }
        new Api(port, null, "").send("GET", "/factories/" + factory, null).expect(401);
    }

    @Test
    @DisplayName("the last application is there to begin with, without its files")
    void theLastApplicationIsThereToBeginWith() {
        var values = journey.application(SCHOOL);
        values.put("title", "上次填报的工厂");
        journey.applied(SCHOOL, values);

        var last = journey.as(SCHOOL)
                .get("/services/factory-investment/last-application")
                .get("values");
        assertThat(last.get("title").asString()).isEqualTo("上次填报的工厂");
        assertThat(last.get("assets")).hasSize(2);
        assertThat(last.has("feasibilityStudy")).isFalse();
        assertThat(journey.as("school-demo-220800-voc")
                        .get("/services/factory-investment/last-application")
                        .get("values"))
                .isEmpty();
    }

    @Test
    void withdrawalLeavesNothingOpen() {
        var caseId = journey.applied(SCHOOL, journey.application(SCHOOL));
        journey.as(SCHOOL)
                .post("/instances/" + caseId + "/withdrawal", Map.of("reason", "方案调整"))
                .expect(200);

        assertThat(investments.get(UUID.fromString(caseId)).status()).isEqualTo(InvestmentStatus.WITHDRAWN);
        assertThat(journey.open(caseId)).isEmpty();
    }

    private static List<String> errors(Api.Answer refused) {
        return refused.body()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }
}
