package rongtong.selection.application;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.document.Attachments;
import rongtong.identity.CurrentUser;
import rongtong.robot.Api;
import rongtong.robot.Journey;
import tools.jackson.databind.JsonNode;

/** Rounds that are open, and what applicants, recommenders and the convening department do over REST, for tests. */
@Component
@Lazy
public class ApplicationJourney extends Journey {

    public static final String CONVENER = "jl-edu";

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final CurrentUser user;
    private final Clock clock;

    ApplicationJourney(
            JdbcClient jdbc,
            Attachments attachments,
            CurrentUser user,
            Clock clock,
            @Value("${rongtong.demo.password}") String password) {
        super(password);
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.user = user;
        this.clock = clock;
    }

    /** A round of a programme that opened an hour ago. */
    public UUID open(String programme, Duration closesIn) {
        var round = UUID.randomUUID();
        var now = clock.instant();
        var province = programme.substring(0, 2).toUpperCase(java.util.Locale.ROOT);
        jdbc.sql("""
                        insert into selection.round
                            (case_id, programme, version, title, province, organ, status, opens_at, closes_at, created_at)
                        values (?, ?, 1, ?, ?, ?, 'OPEN', ?, ?, ?)
                        """)
                .params(
                        round,
                        programme,
                        programme + "第" + round.toString().substring(0, 4) + "轮遴选",
                        province,
                        province + "-EDU",
                        Timestamp.from(now.minus(Duration.ofHours(1))),
                        Timestamp.from(now.plus(closesIn)),
                        Timestamp.from(now))
                .update();
        return round;
    }

    /** Ends a round that a test has opened, so that later tests do not find it. */
    public void forget(UUID round) {
        jdbc.sql("update selection.round set status = 'FINISHED' where case_id = ? and status in ('OPEN', 'CLOSED')")
                .param(round)
                .update();
    }

    public void close(UUID round, Instant at) {
        jdbc.sql("update selection.round set closes_at = ? where case_id = ?")
                .params(Timestamp.from(at), round)
                .update();
    }

    public Api.Answer begin(String applicant, UUID round, String track, String title) {
        return begin(applicant, Map.of("opening", round + "/" + track, "title", title));
    }

    public Api.Answer begin(String applicant, Map<String, ?> values) {
        return as(applicant).post("/services/pilot-application/instances", Map.of("values", values));
    }

    /** @return id of the case */
    public String begun(String applicant, UUID round, String track, String title) {
        return begin(applicant, round, track, title)
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    /** Complete answers of a school to the form of the 223 plan, to be changed by a test. */
    public Map<String, Object> school(String applicant, String title) {
        var values = common(applicant, title);
        values.put("applicantForm", "SCHOOL");
        values.put("students", 3200);
        values.put("dualTeachers", 62.5);
        values.put("trainingPlaces", 900);
        values.put("localEmployment", 71);
        values.put("funds", 1200);
        return values;
    }

    /** The same of a city. */
    public Map<String, Object> region(String applicant, String title) {
        var values = common(applicant, title);
        values.put("vocationalSchools", 18);
        values.put("students", 42000);
        values.put("funds", 8000);
        values.put("schoolsInvolved", 9);
        values.put("policyFiles", List.of(file(applicant)));
        return values;
    }

    private Map<String, Object> common(String applicant, String title) {
        var values = new LinkedHashMap<String, Object>();
        values.put("title", title);
        values.put("summary", "与本地龙头企业共建产业学院，覆盖三个专业群。");
        values.put("representativeness", "在全省装备制造类专业中具有代表性。");
        values.put("willToReform", "已成立改革领导小组，出台五项配套制度。");
        values.put("basicConditions", "有省级实训基地两个，双师型教师充足。");
        values.put("goals", "三年内建成两个产业学院，新增合作企业二十家。");
        values.put("measures", "成立专班，落实经费，按季度调度检查。");
        values.put("partners", partners("ent-demo-good"));
        values.put("contactName", "王芳");
        values.put("contactPhone", "0431-88900000");
        values.put("planFiles", List.of(file(applicant)));
        values.put("declaration", true);
        return values;
    }

    public static List<Map<String, Object>> partners(String... codes) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var code : codes) {
            rows.add(new LinkedHashMap<>(Map.of("organization", code, "role", "共建实训基地")));
        }
        return rows;
    }

    /** A file that the person has handed in. @return its id */
    public String file(String person) {
        var pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF";
        try {
            return user.runAs(
                    person,
                    () -> attachments
                            .store("试点实施方案.pdf", new ByteArrayInputStream(pdf.getBytes(StandardCharsets.ISO_8859_1)))
                            .id()
                            .toString());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    /** A school has begun and handed in. @return id of the case */
    public String submitted(String school, UUID round, String title) {
        var caseId = begun(school, round, "school", title);
        completed(school, caseId, "writeApplication", school(school, title));
        return caseId;
    }

    /** The open task of a case at a step, as this person sees it. */
    public JsonNode task(String username, String caseId, String step) {
        return as(username)
                .get("/tasks?size=200&service=pilot-application")
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

    public void recommend(String organ, String caseId, int rank) {
        completed(
                organ + ".handler",
                caseId,
                "recommend",
                Map.of("recommendation", "RECOMMEND", "rank", rank, "recommendationOpinion", "基础好，同意推荐。"));
    }

    public void accept(String caseId) {
        completed(CONVENER + ".handler", caseId, "checkApplication", Map.of("decision", "ACCEPT"));
    }

    public String status(String caseId) {
        return jdbc.sql("select status from selection.application where case_id = ?")
                .param(UUID.fromString(caseId))
                .query(String.class)
                .single();
    }

    /** Steps that are open in the case. */
    public List<String> steps(String caseId) {
        return as("admin")
                .get("/admin/instances/" + caseId)
                .get("tasks")
                .valueStream()
                .map(task -> task.get("step").asString())
                .toList();
    }
}
