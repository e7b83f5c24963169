package rongtong.publicnotice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.robot.Api;
import rongtong.workflow.Cases;
import rongtong.workflow.TaskActions;

/** A notice of the test process {@code noticed} and objections against it, for tests. */
@Component
@Lazy
public class NoticeJourney {

    public static final String HANDLER = "ln-edu.handler";
    public static final String LEADER = "ln-edu.leader";
    public static final String NAME = "欧阳正直";
    public static final String CONTACT = "13912345678";
    public static final String FACTS = "名单第二项的申报材料中，合作企业数量与年度报告所列不一致，请核实后再行公布。";

    private final Cases cases;
    private final TaskActions actions;
    private final PublicNotices notices;
    private final Objections objections;
    private final ManagementService management;
    private final CurrentUser user;
    private final JdbcClient jdbc;
    private final String password;

    NoticeJourney(
            Cases cases,
            TaskActions actions,
            PublicNotices notices,
            Objections objections,
            ManagementService management,
            CurrentUser user,
            JdbcClient jdbc,
            @Value("${rongtong.demo.password}") String password) {
        this.cases = cases;
        this.actions = actions;
        this.notices = notices;
        this.objections = objections;
        this.management = management;
        this.user = user;
        this.jdbc = jdbc;
        this.password = password;
    }

    /** A network address that nobody had before: how often something is done is counted by it. */
    public static String somewhere() {
        return "2001:db8::" + UUID.randomUUID();
    }

    public Api as(int port, String username) {
        return new Api(port, username, password);
    }

    /** @return the notice, published */
    public Notice published(String title) {
        return as(HANDLER, () -> {
            var caseId = cases.start("noticed", Map.of("title", title)).caseId();
            return notices.of(caseId).getLast();
        });
    }

    public Notice now(Notice notice) {
        return notices.find(notice.id()).orElseThrow();
    }

    /** @param entry null for the whole list */
    public FiledObjection object(Notice notice, Integer entry, String client) {
        return objections.file(notice.id().toString(), new ObjectionDraft(NAME, CONTACT, entry, FACTS), client);
    }

    /** @return id of the case by which it is dealt with */
    public UUID caseOf(FiledObjection filed) {
        return jdbc.sql("select case_id from publicnotice.objection where number = ?")
                .param(filed.number())
                .query(UUID.class)
                .single();
    }

    public void investigate(FiledObjection filed) {
        complete(HANDLER, caseOf(filed), Map.of("objectionAcceptance", "ACCEPT", "findings", "已核对申报材料和年度报告。"));
    }

    public void refuse(FiledObjection filed) {
        complete(
                HANDLER,
                caseOf(filed),
                Map.of("objectionAcceptance", "REFUSE", "findings", "查无此人。", "refusalReason", "未使用真实姓名。"));
    }

    public void propose(FiledObjection filed) {
        complete(HANDLER, caseOf(filed), Map.of("proposal", "REJECTED", "proposalReason", "合作企业数量以申报截止日为准，材料属实。"));
    }

    /** @param decision {@code UPHELD} or {@code REJECTED} */
    public void decide(FiledObjection filed, String decision) {
        complete(LEADER, caseOf(filed), Map.of("objectionDecision", decision, "answerReason", "经核实，合作企业数量以申报截止日为准。"));
    }

    /** All steps, from the acceptance to the answer. */
    public void answer(FiledObjection filed, String decision) {
        investigate(filed);
        propose(filed);
        decide(filed, decision);
    }

    public void complete(String person, UUID caseId, Map<String, Object> values) {
        complete(person, openTask(caseId), values);
    }

    public void complete(String person, String task, Map<String, Object> values) {
        as(person, () -> actions.complete(task, new HashMap<>(values), null, List.of()));
    }

    public String openTask(UUID caseId) {
        return jdbc.sql("select id from workflow.task where case_id = ? and state = 'OPEN'")
                .param(caseId)
                .query(String.class)
                .single();
    }

    /** Whether the timer of the period waits, and which it is; null while the clock stands still. */
    public Job timer(Notice notice) {
        return management
                .createJobQuery()
                .timers()
                .activityId("periodOver")
                .rootProcessInstanceId(jdbc.sql("select process_instance from workflow.case_file where id = ?")
                        .param(notice.caseId())
                        .query(String.class)
                        .single())
                .singleResult();
    }

    /** The timer fires. */
    public void periodEnds(Notice notice) {
        management.executeJob(timer(notice).getId());
    }

    public void fire(String timer) {
        management.executeJob(timer);
    }

    public <T> T as(String person, Callable<T> work) {
        try {
            return user.runAs(person, work);
        } catch (RuntimeException thrown) {
            throw thrown;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
