package rongtong.factory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static rongtong.factory.FactoryJourney.FINANCE;
import static rongtong.factory.FactoryJourney.SCHOOL;
import static rongtong.factory.FactoryJourney.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.document.Documents;
import rongtong.factory.income.Booking;
import rongtong.factory.income.IncomeStatus;
import rongtong.factory.income.Incomes;
import rongtong.robot.Api;
import rongtong.shared.RuleViolation;

/** From the realised return to its filing, its booking and what was wrong with it, over REST. */
@RongtongTest
class FactoryIncomeTest {

    static final String SERVICE = "factory-income-filing";

    @LocalServerPort
    int port;

    @Autowired
    FactoryJourney journey;

    @Autowired
    Incomes incomes;

    @Autowired
    Documents documents;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    YearlyStatements yearly;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    MovableClock time;

    UUID factory;

    @AfterEach
    void returnToThePresent() {
        time.reset();
    }

    @BeforeEach
    void connect() {
        journey.at(port);
        factory = journey.as(SCHOOL)
                .get("/factories?mine=true&q=收益工厂")
                .get("items")
                .valueStream()
                .map(row -> UUID.fromString(row.get("id").asString()))
                .findFirst()
                .orElseGet(() -> journey.registered("收益工厂"));
    }

    @Test
    @DisplayName("R-JL-16 trap 4: an event is reported, filed with a number and a receipt, and only then booked")
    void aReturnIsFiledAndOnlyThenBooked() {
        var caseId = reported(report());
        var id = UUID.fromString(caseId);
        assertThat(journey.open(caseId)).containsExactly("fileIncome");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> transaction.executeWithoutResult(status -> incomes.book(new Booking(
                        id, "预算", LocalDate.now(), List.of(), BigDecimal.TEN, BigDecimal.TEN, BigDecimal.TEN))))
                .satisfies(no -> assertThat(no.explanation().key()).isEqualTo("factory.income.not-filed"));

        journey.completed(FINANCE + ".handler", caseId, "fileIncome", Map.of("filing", "FILE"));
        var filed = incomes.get(id);
        assertThat(filed.status()).isEqualTo(IncomeStatus.FILED);
        assertThat(filed.filingNumber()).startsWith("吉林市财政局收益备〔");
        assertThat(documents.newest(id, "filing-receipt")).isPresent();

        journey.completed(SCHOOL, caseId, "bookIncome", booking());
        assertThat(journey.status(caseId)).isEqualTo("COMPLETED");
        assertThat(incomes.get(id).status()).isEqualTo(IncomeStatus.BOOKED);
        assertThat(incomes.get(id).uses()).hasSize(2);
        assertThat(journey.as(SCHOOL)
                        .get("/factories/" + factory)
                        .at("/row/returns")
                        .decimalValue())
                .isGreaterThanOrEqualTo(new BigDecimal("30"));
    }

    @Test
    void financeAsksForACorrection() {
        var caseId = reported(report());
        journey.completed(
                FINANCE + ".handler",
                caseId,
                "fileIncome",
                Map.of("filing", "CORRECT", "correctionRequest", "收益与凭证不符"));
        var task = journey.task(SCHOOL, caseId, "correctReport");
        var values =
                journey.as(SCHOOL).get("/tasks/" + task.get("id").asString()).get("values");
        assertThat(values.get("gross").decimalValue()).isEqualByComparingTo("100");
        assertThat(values.get("correctionRequest").asString()).isEqualTo("收益与凭证不符");

        var corrected = report();
        corrected.put("returnAmount", 25);
        journey.completed(SCHOOL, caseId, "correctReport", corrected);
        assertThat(incomes.get(UUID.fromString(caseId)).amount()).isEqualByComparingTo("25");
        assertThat(journey.open(caseId)).containsExactly("fileIncome");
    }

    @Test
    @DisplayName("R-JL-11 R-JL-12 another use and lost value raise alarms; finance closes them when it is put right")
    void alarmsOpenARectification() {
        var caseId = filed();
        var booking = booking();
        booking.put("uses", list(use("TEACHING", 60), use("OTHER", 15.5)));
        booking.put("retained", 24.5);
        booking.put("valueEnd", 140);
        journey.completed(SCHOOL, caseId, "bookIncome", booking);

        var alarms = journey.as(SCHOOL).get("/factories/" + factory).get("alarms");
        assertThat(alarms.valueStream()
                        .filter(alarm -> alarm.get("caseId").asString().equals(caseId))
                        .map(alarm -> alarm.get("kind").asString() + " "
                                + alarm.get("amount").decimalValue().stripTrailingZeros()))
                .containsExactlyInAnyOrder("USE 15.5", "VALUE 1E+1");
        assertThat(documents.newest(UUID.fromString(caseId), "rectification-notice"))
                .isPresent();
        journey.completed(SCHOOL, caseId, "putRight", Map.of("measures", "已追回全部资金并补足资产价值。"));
        journey.completed(
                FINANCE + ".handler",
                caseId,
                "confirmRectification",
                Map.of("rectification", "AGAIN", "furtherRequest", "请补充银行回单"));
        journey.completed(SCHOOL, caseId, "putRight", Map.of("measures", "已追回全部资金，银行回单见附件。"));
        journey.completed(FINANCE + ".handler", caseId, "confirmRectification", Map.of("rectification", "DONE"));

        assertThat(journey.status(caseId)).isEqualTo("COMPLETED");
        assertThat(journey.as(SCHOOL)
                        .get("/factories/" + factory)
                        .get("alarms")
                        .valueStream()
                        .filter(alarm -> alarm.get("caseId").asString().equals(caseId)))
                .allMatch(alarm -> !alarm.get("resolvedAt").isNull());
    }

    @Test
    @DisplayName("R-JL-11 R-JL-12 a school cannot get round a rectification by taking the case back")
    void aCaseWithAnOpenAlarmCannotBeTakenBack() {
        var caseId = filed();
        var booking = booking();
        booking.put("uses", list(use("OTHER", 80)));
        journey.completed(SCHOOL, caseId, "bookIncome", booking);

        var refused = journey.as(SCHOOL)
                .post("/instances/" + caseId + "/withdrawal", Map.of("reason", "不再整改"))
                .expect(422);

        assertThat(refused.body().get("detail").asString()).contains("预警尚未关闭");
        assertThat(mayWithdraw(SCHOOL, caseId)).isFalse();
        assertThat(journey.open(caseId)).containsExactly("putRight");
        assertThat(journey.status(caseId)).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("R-JL-16 the school takes a report back until it is on file, and is not offered it afterwards")
    void whatIsOnFileStays() {
        var caseId = reported(report());
        assertThat(mayWithdraw(SCHOOL, caseId)).isTrue();
        assertThat(mayWithdraw(FINANCE + ".handler", caseId)).isFalse();
        journey.completed(FINANCE + ".handler", caseId, "fileIncome", Map.of("filing", "FILE"));

        assertThat(mayWithdraw(SCHOOL, caseId)).isFalse();
        var refused = journey.as(SCHOOL)
                .post("/instances/" + caseId + "/withdrawal", Map.of("reason", "数字有误"))
                .expect(422);
        assertThat(refused.body().get("detail").asString())
                .contains("收益已经备案", incomes.get(UUID.fromString(caseId)).filingNumber());
        assertThat(incomes.get(UUID.fromString(caseId)).status()).isEqualTo(IncomeStatus.FILED);
        assertThat(journey.open(caseId)).containsExactly("bookIncome");

        var other = reported(report());
        journey.as(SCHOOL)
                .post("/instances/" + other + "/withdrawal", Map.of("reason", "数字有误"))
                .expect(200);
        assertThat(incomes.get(UUID.fromString(other)).status()).isEqualTo(IncomeStatus.WITHDRAWN);
    }

    private boolean mayWithdraw(String username, String caseId) {
        return journey.as(username)
                .get("/instances/" + caseId)
                .get("mayWithdraw")
                .asBoolean();
    }

    @Test
    void aStatementTakenBackStatesNothing() {
        var own = journey.registered("错报工厂");
        var year = journey.today().getYear();
        var start = Map.of("values", Map.of("factory", own.toString(), "title", "年度报告", "year", year));
        var caseId = journey.as(SCHOOL)
                .post("/services/factory-yearly-statement/instances", start)
                .expect(201)
                .body()
                .get("id")
                .asString();
        journey.completed(
                SCHOOL,
                caseId,
                "writeStatement",
                Map.of("valueStart", 150, "valueEnd", 1500, "gross", 100, "remark", "数字有误"));
        journey.as(SCHOOL)
                .post("/instances/" + caseId + "/withdrawal", Map.of("reason", "数字有误"))
                .expect(200);

        assertThat(journey.as(SCHOOL).get("/factories/" + own).get("statements"))
                .isEmpty();
        journey.as(SCHOOL)
                .post("/services/factory-yearly-statement/instances", start)
                .expect(201);
    }

    @Test
    @DisplayName("R-JL-11 all income is accounted for: uses and what is retained make up the whole")
    void allIncomeIsAccountedFor() {
        var caseId = filed();
        var booking = booking();
        booking.put("retained", 10);
        assertThat(errors(
                        journey.complete(SCHOOL, caseId, "bookIncome", booking).expect(422)))
                .containsExactly("retained");
        booking.put("retained", -1);
        assertThat(errors(
                        journey.complete(SCHOOL, caseId, "bookIncome", booking).expect(422)))
                .contains("retained");
        booking.put("retained", 20);
        booking.put("bookedOn", journey.today().minusDays(1).toString());
        assertThat(errors(
                        journey.complete(SCHOOL, caseId, "bookIncome", booking).expect(422)))
                .as("R-JL-16 not before the filing")
                .containsExactly("bookedOn");
    }

    @ParameterizedTest
    @CsvSource({
        "eventDate, 2999-01-01",
        "periodTo, 1999-01-01",
        "periodFrom, 2001-01-01",
        "gross, -5",
        "gross, 1000000000000",
        "returnAmount, 100.01",
        "factory, 0b6c7f3e-0000-4000-8000-000000000000"
    })
    void hostileInputIsRefusedAtTheField(String field, String value) {
        var report = report();
        report.put(field, value.matches("-?[0-9.]+") ? (Object) new BigDecimal(value) : value);

        var refused = journey.as(SCHOOL).post("/services/" + SERVICE + "/instances", Map.of("values", report));

        assertThat(errors(refused.expect(422))).contains(field);
    }

    @Test
    @DisplayName("R-JL-16 a late report needs a reason and is filed all the same")
    void aLateReportNeedsAReason() {
        var report = report();
        report.put("eventDate", journey.today().minusDays(60).toString());
        report.put("periodFrom", journey.today().minusDays(200).toString());
        report.put("periodTo", journey.today().minusDays(61).toString());

        assertThat(errors(journey.as(SCHOOL)
                        .post("/services/" + SERVICE + "/instances", Map.of("values", report))
                        .expect(422)))
                .containsExactly("deviationReason");
        report.put("deviationReason", "审计报告出具较晚");
        assertThat(journey.open(reported(report))).containsExactly("fileIncome");
    }

    @Test
    void aSchoolWithoutAFactoryIsToldSo() {
        var refused = journey.as("school-demo-220300-voc")
                .post("/services/" + SERVICE + "/instances", Map.of("values", Map.of()))
                .expect(422);

        assertThat(refused.body().get("detail").asString()).contains("还没有登记在册的校办工厂");
    }

    @Test
    @DisplayName("D11 an administrator begins the statements of a year, once; lost value is put right (R-JL-12)")
    void theStatementsOfAYearAreBegunOnce() {
        var year = journey.today().getYear();
        journey.as(SCHOOL)
                .post("/admin/factories/statements?year=" + year, Map.of())
                .expect(403);
        var begun = journey.as("admin")
                .post("/admin/factories/statements?year=" + year, Map.of())
                .expect(200);
        assertThat(begun.body().get("begun").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(journey.as("admin")
                        .post("/admin/factories/statements?year=" + year, Map.of())
                        .expect(200)
                        .body()
                        .get("begun")
                        .asInt())
                .isZero();

        var caseId = journey.as(SCHOOL)
                .get("/instances?service=factory-yearly-statement&q=收益工厂")
                .get("items")
                .get(0)
                .get("id")
                .asString();
        assertThat(journey.task(SCHOOL, caseId, "writeStatement").get("dueAt").asString())
                .startsWith((year + 1) + "-03-31");
        journey.completed(
                SCHOOL,
                caseId,
                "writeStatement",
                Map.of("valueStart", 150, "valueEnd", 149.99, "gross", 100, "remark", "设备折旧"));
        journey.completed(FINANCE + ".handler", caseId, "takeNote", Map.of("statementNote", "请说明减值"));
        assertThat(journey.open(caseId)).containsExactly("putRight");
        assertThat(journey.as(SCHOOL)
                        .get("/factories/" + factory)
                        .at("/statements/0/year")
                        .asInt())
                .isEqualTo(year);
    }

    @Test
    @DisplayName(
            "D11 announced on 1 October, due on 31 March of the next year, marked as missing on 31 December of that")
    void theStatementOfTheRunningYearIsAnnouncedInOctober() {
        var name = "年报工厂";
        journey.registered(name);
        var year = journey.today().getYear() + 1;
        time.setTo("%d-09-03T08:30".formatted(year));
        yearly.announce();
        assertThat(statements(name, year)).as("not in September").isEmpty();
        time.setTo("%d-10-01T08:30".formatted(year));
        yearly.announce();
        yearly.announce();

        assertThat(statements(name, year)).as("once").hasSize(1);
        var caseId = statements(name, year).getFirst();
        assertThat(journey.task(SCHOOL, caseId, "writeStatement").get("dueAt").asString())
                .startsWith((year + 1) + "-03-31");
        var mark = management.createJobQuery().activityId("yearOver").list().stream()
                .filter(job -> runtime.createProcessInstanceQuery()
                                .processInstanceId(job.getProcessInstanceId())
                                .processInstanceBusinessKey(caseId)
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow();
        assertThat(mark.getDuedate())
                .isEqualTo(Date.from(LocalDate.of(year + 1, 12, 31)
                        .atTime(9, 0)
                        .atZone(time.getZone())
                        .toInstant()));
        management.executeJob(mark.getId());
        assertThat(journey.as("admin")
                        .get("/instances/" + caseId)
                        .get("timeline")
                        .valueStream()
                        .filter(entry -> entry.get("action").asString().equals("overdue")))
                .as("the school and the finance department")
                .hasSize(2);
        assertThat(journey.open(caseId)).containsExactly("writeStatement");
    }

    private List<String> statements(String factory, int year) {
        return journey.as(SCHOOL)
                .get("/instances?service=factory-yearly-statement&q=" + factory + year)
                .get("items")
                .valueStream()
                .map(row -> row.get("id").asString())
                .toList();
    }

    private Map<String, Object> report() {
        var values = new LinkedHashMap<String, Object>();
        values.put("factory", factory.toString());
        values.put("title", "上半年经营收益");
        values.put("eventDate", journey.today().minusDays(3).toString());
        values.put("periodFrom", journey.today().minusDays(183).toString());
        values.put("periodTo", journey.today().minusDays(4).toString());
        values.put("gross", 100);
        values.put("cost", 60);
        values.put("returnAmount", 30);
        values.put("incomeFiles", List.of(journey.file(SCHOOL)));
        return values;
    }

    private Map<String, Object> booking() {
        var values = new LinkedHashMap<String, Object>();
        values.put("budgetEntry", "其他收入 记-11-024");
        values.put("bookedOn", journey.today().toString());
        values.put("uses", list(use("TEACHING", 20), use("COST", 60)));
        values.put("retained", 20);
        values.put("valueStart", 150);
        values.put("valueEnd", 150);
        return values;
    }

    private static Map<String, Object> use(String category, Object amount) {
        return new LinkedHashMap<>(Map.of("category", category, "amount", amount, "note", "按方案使用"));
    }

    private String reported(Map<String, Object> report) {
        return journey.as(SCHOOL)
                .post("/services/" + SERVICE + "/instances", Map.of("values", report))
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    private String filed() {
        var caseId = reported(report());
        journey.completed(FINANCE + ".handler", caseId, "fileIncome", Map.of("filing", "FILE"));
        return caseId;
    }

    private static List<String> errors(Api.Answer refused) {
        return refused.body()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .toList();
    }
}
