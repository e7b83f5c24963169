package rongtong.factory;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import rongtong.document.Attachments;
import rongtong.identity.CurrentUser;
import rongtong.robot.Api;
import rongtong.robot.Journey;
import tools.jackson.databind.JsonNode;

/** A school, its departments and what they hand in over REST, for tests. */
@Component
@Lazy
public class FactoryJourney extends Journey {

    public static final String SCHOOL = "school-demo-220200-voc";
    public static final String INDUSTRY = "jl-220200-edu";
    public static final String FINANCE = "jl-220200-fin";

    private final Attachments attachments;
    private final CurrentUser user;
    private final Clock clock;

    FactoryJourney(
            Attachments attachments,
            CurrentUser user,
            Clock clock,
            @Value("${rongtong.demo.password}") String password) {
        super(password);
        this.attachments = attachments;
        this.user = user;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** A complete application of the school for a factory of its own, to be changed by a test. */
    public Map<String, Object> application(String school) {
        var values = new LinkedHashMap<String, Object>();
        values.put("kind", "ESTABLISH");
        values.put("title", "数控实训工厂");
        values.put("resolvedOn", today().minusDays(10).toString());
        values.put("purpose", "TEACHING");
        values.put("nonProfit", true);
        values.put("teachingLink", "对接数控技术专业，每年接纳学生实训三百人次。");
        values.put("ownership", "SCHOOL_ONLY");
        values.put("assets", list(asset("EQUIPMENT", "数控机床", 120, 100), asset("CASH", "启动资金", 50, 50)));
        values.put("totalInvestment", 150);
        values.put("incomeUsePlan", "收入六成用于教育教学，四成用于生产再投入，单独核算。");
        values.put("valuePlan", "每年盘点和评估，按规定计提折旧并足额更新设备。");
        values.put("investorDuties", "学校派出厂长，每季度向校长办公会议报告。");
        values.put("feasibilityStudy", List.of(file(school)));
        values.put("deviationReason", "设备使用三年，按市场价评估。");
        return values;
    }

    public static Map<String, Object> asset(String kind, String name, Object book, Object appraised) {
        return new LinkedHashMap<>(
                Map.of("assetKind", kind, "assetName", name, "bookValue", book, "appraisedValue", appraised));
    }

    public static Map<String, Object> partner(String organization, Object share, Object contribution) {
        return new LinkedHashMap<>(Map.of("organization", organization, "share", share, "contribution", contribution));
    }

    @SafeVarargs
    public static List<Map<String, Object>> list(Map<String, Object>... rows) {
        return new ArrayList<>(List.of(rows));
    }

    /** A file that the person has handed in. @return its id */
    public String file(String person) {
        var pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF";
        try {
            return user.runAs(
                    person,
                    () -> attachments
                            .store("可行性论证报告.pdf", new ByteArrayInputStream(pdf.getBytes(StandardCharsets.ISO_8859_1)))
                            .id()
                            .toString());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    public Api.Answer apply(String school, Map<String, Object> values) {
        return as(school).post("/services/factory-investment/instances", Map.of("values", values));
    }

    /** @return id of the case */
    public String applied(String school, Map<String, Object> values) {
        return apply(school, values).expect(201).body().get("id").asString();
    }

    /** The open task of a case at a step, as this person sees it. */
    public JsonNode task(String username, String caseId, String step) {
        return as(username)
                .get("/tasks?size=200")
                .get("items")
                .valueStream()
                .filter(task -> task.get("step").asString().equals(step))
                .filter(task -> task.toString().contains(caseId))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no %s in %s".formatted(username, step, caseId)));
    }

    public Api.Answer complete(String username, String caseId, String step, Map<String, ?> values) {
        var task = task(username, caseId, step);
        return as(username).post("/tasks/" + task.get("id").asString() + "/complete", Map.of("values", values));
    }

    public void completed(String username, String caseId, String step, Map<String, ?> values) {
        complete(username, caseId, step, values).expect(200);
    }

    public void accept(String caseId) {
        completed(INDUSTRY + ".handler", caseId, "checkApplication", Map.of("decision", "ACCEPT"));
    }

    /** The industry department consents. */
    public void consent(String caseId) {
        completed(
                INDUSTRY + ".handler",
                caseId,
                "examineApplication",
                Map.of("examination", "AGREE", "examinationNote", "符合规定", "partnerQuality", "规模以上企业，设备先进"));
        completed(INDUSTRY + ".leader", caseId, "decideReview", Map.of("reviewDecision", "AGREE"));
    }

    public void propose(String caseId) {
        completed(
                FINANCE + ".handler",
                caseId,
                "examineInvestment",
                Map.of("financeProposal", "APPROVE", "financeNote", "资产清楚"));
    }

    public void decide(String caseId, Map<String, ?> values) {
        completed(FINANCE + ".leader", caseId, "decideInvestment", values);
    }

    /** Finance drafts what it decided, as the template words it, and its leader signs. */
    public void sign(String caseId) {
        sign(FINANCE, caseId);
    }

    /** The same for the department of this account. */
    public void sign(String department, String caseId) {
        var draft = task(department + ".handler", caseId, "draftDocument");
        var worded = as(department + ".handler")
                .get("/tasks/" + draft.get("id").asString())
                .get("values");
        completed(
                department + ".handler",
                caseId,
                "draftDocument",
                Map.of(
                        "documentTitle", worded.get("documentTitle").asString(),
                        "documentBody", worded.get("documentBody").asString()));
        completed(department + ".leader", caseId, "signDocument", Map.of("documentDecision", "SIGN"));
    }

    public String status(String caseId) {
        return as("admin").get("/instances/" + caseId).get("status").asString();
    }

    /** Steps that are open in the case. */
    public List<String> open(String caseId) {
        return as("admin")
                .get("/admin/instances/" + caseId)
                .get("tasks")
                .valueStream()
                .map(task -> task.get("step").asString())
                .toList();
    }

    /** A factory of the school in the register. @return its id */
    public UUID registered(String title) {
        var values = application(SCHOOL);
        values.put("title", title);
        var caseId = applied(SCHOOL, values);
        accept(caseId);
        consent(caseId);
        propose(caseId);
        decide(caseId, Map.of("financeDecision", "APPROVE"));
        sign(caseId);
        return UUID.fromString(as(SCHOOL)
                .get("/factories?mine=true&size=200")
                .get("items")
                .valueStream()
                .filter(row -> row.get("name").asString().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Not registered: " + title))
                .get("id")
                .asString());
    }
}
