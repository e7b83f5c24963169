package rongtong.selection;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.robot.Api;
import rongtong.robot.Journey;
import rongtong.workflow.CaseMessages;
import rongtong.workflow.Transactions;
import tools.jackson.databind.JsonNode;

/** The departments of Jilin and a round of the “223” plan over REST, for tests. */
@Component
@Lazy
public class SelectionJourney extends Journey {

    public static final String CONVENER = "jl-edu.handler";
    public static final String LEADER = "jl-edu.leader";
    public static final List<String> OTHERS =
            List.of("jl-hrss.handler", "jl-drc.handler", "jl-iit.handler", "jl-sasac.handler");

    private final ManagementService management;
    private final JdbcClient jdbc;
    private final CaseMessages messages;
    private final Transactions transactions;
    private final Clock clock;

    SelectionJourney(
            ManagementService management,
            JdbcClient jdbc,
            CaseMessages messages,
            Transactions transactions,
            Clock clock,
            @Value("${rongtong.demo.password}") String password) {
        super(password);
        this.management = management;
        this.jdbc = jdbc;
        this.messages = messages;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A round of the “223” plan that opens at once and closes after so many days, at 17:00. */
    public Map<String, Object> round(int days) {
        var today = LocalDateTime.now(clock).toLocalDate();
        var values = new LinkedHashMap<String, Object>();
        values.put("programme", "jl-223");
        values.put("title", "2026年“223”计划遴选");
        values.put("windowOpens", today.minusDays(1) + "T09:00");
        values.put("windowCloses", today.plusDays(days) + "T17:00");
        values.put("callNote", "请按申报类别填写申报书。");
        values.put("deviationReason", "本轮工作时间紧。");
        return values;
    }

    /** @return id of the case */
    public String started(Map<String, Object> values) {
        return as(CONVENER)
                .post("/services/pilot-selection/instances", Map.of("values", values))
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    /** A round that receives applications. @return its id */
    public String open(int days) {
        var caseId = started(round(days));
        published(caseId);
        return caseId;
    }

    /** The departments agree, the leader signs, the call is out. */
    public void published(String caseId) {
        OTHERS.forEach(person -> completed(person, caseId, "giveOpinion", Map.of("stance", "AGREE")));
        completed(CONVENER, caseId, "settleCall", Map.of("callDecision", "PUBLISH"));
        signed(caseId);
    }

    /** The document that is asked for is drafted as worded, and signed. */
    public void signed(String caseId) {
        completed(CONVENER, caseId, "draftDocument", Map.of());
        completed(LEADER, caseId, "signDocument", Map.of("documentDecision", "SIGN"));
    }

    /** The open task of a case at a step, as this person sees it. */
    public JsonNode task(String username, String caseId, String step) {
        var number = as("admin").get("/instances/" + caseId).get("number").asString();
        return as(username)
                .get("/tasks?size=200&q=" + java.net.URLEncoder.encode(number, java.nio.charset.StandardCharsets.UTF_8))
                .get("items")
                .valueStream()
                .filter(task -> task.get("step").asString().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "%s has no task %s of %s, open are %s".formatted(username, step, caseId, open(caseId))));
    }

    /** Completes a task with what its form starts with and these values. */
    public Api.Answer complete(String username, String caseId, String step, Map<String, Object> values) {
        var id = task(username, caseId, step).get("id").asString();
        var all = new LinkedHashMap<String, Object>();
        as(username).get("/tasks/" + id).get("values").properties().forEach(entry -> {
            if (!entry.getValue().isNull()) {
                all.put(entry.getKey(), entry.getValue());
            }
        });
        all.putAll(values);
        return as(username).post("/tasks/" + id + "/complete", Map.of("values", all, "opinion", "同意"));
    }

    public void completed(String username, String caseId, String step, Map<String, Object> values) {
        complete(username, caseId, step, values).expect(200);
    }

    /** Ids of the open steps. */
    public List<String> open(String caseId) {
        return as("admin")
                .get("/admin/instances/" + caseId)
                .get("tasks")
                .valueStream()
                .map(task -> task.get("step").asString())
                .sorted()
                .toList();
    }

    public String status(String caseId) {
        return as("admin").get("/instances/" + caseId).get("status").asString();
    }

    /** Where the round stands. */
    public String roundStatus(String caseId) {
        return jdbc.sql("select status from selection.round where case_id = ?")
                .param(UUID.fromString(caseId))
                .query(String.class)
                .single();
    }

    /** Does the jobs of a case at these elements, whenever they are due. @return how many */
    public int fire(String caseId, String... elements) {
        var done = new ArrayList<Job>();
        for (var job : jobs(caseId)) {
            if (List.of(elements)
                    .contains(management
                            .createJobDefinitionQuery()
                            .jobDefinitionId(job.getJobDefinitionId())
                            .singleResult()
                            .getActivityId())) {
                management.executeJob(job.getId());
                done.add(job);
            }
        }
        return done.size();
    }

    private List<Job> jobs(String caseId) {
        var root = jdbc.sql("select process_instance from workflow.case_file where id = ?")
                .param(UUID.fromString(caseId))
                .query(String.class)
                .single();
        return management.createJobQuery().rootProcessInstanceId(root).list();
    }

    /** An application that has entered, as a record alone. @return its id */
    public UUID entered(String caseId, String track, String applicant) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into selection.application
                            (case_id, round, track, applicant, region, title, status, received_at, opened_at)
                        select ?, ?, ?, o.code, o.region, '产教融合试点', 'ENTERED', now(), now()
                        from organization.organization o where o.code = ?
                        """).params(id, UUID.fromString(caseId), track, applicant).update();
        return id;
    }

    /** The window is over, and what has entered goes to the experts, who are assigned. */
    public void reviewed(String caseId) {
        fire(caseId, "windowEnds");
        fire(caseId, "graceOver");
        completed(CONVENER, caseId, "confirmEntries", Map.of("entriesConfirmed", true));
        completed(CONVENER, caseId, "formPanels", Map.of("panelsConfirmed", true));
    }

    /** All experts give these points to each criterion, and the last sheet is in. */
    public void scored(String caseId, Map<UUID, Integer> points) {
        points.forEach((application, each) -> jdbc.sql("""
                        insert into selection.sheet (application, expert, turn, scores, saved_at, submitted_at)
                        select application, expert, 1,
                            jsonb_build_object('representativeness', :points, 'will-to-reform', :points,
                                               'basic-conditions', :points), now(), now()
                        from selection.assignment where application = :application and ended_at is null
                        """)
                .param("points", each)
                .param("application", application)
                .update());
        transactions.run(() -> messages.tell(UUID.fromString(caseId), "scoresComplete"));
    }

    /** The departments agree with the list. */
    public void agreed(String caseId) {
        OTHERS.forEach(person -> completed(person, caseId, "giveOpinion", Map.of("stance", "AGREE")));
    }

    /** Does the jobs of all batches until there are none. */
    public void finishBatches() {
        for (int round = 0; round < 10_000; round++) {
            var batches = management.createBatchQuery().list();
            if (batches.isEmpty()) {
                return;
            }
            for (var batch : batches) {
                for (var definition : List.of(
                        batch.getSeedJobDefinitionId(),
                        batch.getBatchJobDefinitionId(),
                        batch.getMonitorJobDefinitionId())) {
                    management
                            .createJobQuery()
                            .jobDefinitionId(definition)
                            .list()
                            .forEach(job -> management.executeJob(job.getId()));
                }
            }
        }
        throw new AssertionError("Batches do not end");
    }
}
