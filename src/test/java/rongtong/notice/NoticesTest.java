package rongtong.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.workflow.Cases;
import rongtong.workflow.ProcessMonitor;
import rongtong.workflow.TaskActions;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.Timeline;
import rongtong.workflow.TimelineWritten;

/** Who is told what, on the test process {@code three-steps}. */
@RongtongTest
class NoticesTest {

    private static final String HANDLER = "ln-edu.handler";
    private static final String COLLEAGUE = "notice-test-1";

    @Autowired
    CurrentUser user;

    @Autowired
    Cases cases;

    @Autowired
    TaskInbox inbox;

    @Autowired
    TaskActions actions;

    @Autowired
    ProcessMonitor monitor;

    @Autowired
    Timeline timeline;

    @Autowired
    NoticeBox box;

    @Autowired
    Texts texts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aColleague() {
        account(COLLEAGUE);
    }

    @AfterEach
    void removeColleagues() {
        jdbc.sql("delete from identity.account where username like 'notice-test-%'")
                .update();
    }

    @Test
    void aTaskHandedOverIsToldToTheReceiverWithTheTaskAndNotToTheSender() throws Exception {
        var caseId = started("转给同事");
        var task = taskOf(caseId);

        run(HANDLER, () -> actions.transfer(task, COLLEAGUE, "请你跟进"));

        var told = told(COLLEAGUE, caseId);
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.TRANSFERRED);
            assertThat(notice.task()).isEqualTo(task);
            assertThat(notice.step()).isEqualTo("初核");
            assertThat(notice.words()).isEqualTo("请你跟进");
            assertThat(texts.of(notice.text())).isEqualTo("辽宁省教育厅经办人将“转给同事”转给您办理");
            assertThat(notice.isUnread()).isTrue();
        });
        assertThat(told(HANDLER, caseId)).isEmpty();
    }

    @Test
    void aCopyIsToldToThoseNamedAlone() throws Exception {
        var caseId = started("抄送负责人");
        var task = taskOf(caseId);

        run(HANDLER, () -> actions.copy(task, List.of("ln-edu.leader")));

        assertThat(told("ln-edu.leader", caseId)).extracting(Notice::kind).containsExactly(NoticeKind.COPIED);
        assertThat(told(COLLEAGUE, caseId)).isEmpty();
    }

    @Test
    void aReminderIsToldToThoseWhoMayActForTheUnit() throws Exception {
        var caseId = started("提醒一个单位");
        for (int step = 0; step < 3; step++) {
            complete(HANDLER, taskOf(caseId), Map.of("finding", "无误"));
        }

        transaction.executeWithoutResult(status -> timeline.note(caseId, "reminded", "school-4121010142", null));

        assertThat(told("school-4121010142", caseId)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.REMINDED);
            assertThat(notice.task()).isNotNull();
            assertThat(texts.of(notice.text())).isEqualTo("“提醒一个单位”即将到期，请尽快办理");
        });
        assertThat(told("ent-000410", caseId)).isEmpty();
    }

    @Test
    void whoUrgesReachesEveryMemberOfTheGroupThatHoldsTheTask() throws Exception {
        for (int i = 2; i <= 50; i++) {
            account("notice-test-" + i);
        }
        var caseId = started("催办全组");

        urge(caseId);

        assertThat(recipients(caseId))
                .hasSize(51)
                .contains(HANDLER, COLLEAGUE, "notice-test-50")
                .doesNotContain("ln-edu.leader");
    }

    @Test
    void whoUrgesATakenTaskReachesTheOneWhoTookIt() throws Exception {
        var caseId = started("催办一人");
        var task = taskOf(caseId);
        run(HANDLER, () -> actions.claim(task));

        urge(caseId);

        assertThat(recipients(caseId)).containsExactly(HANDLER);
    }

    @Test
    void theEndIsToldToThoseOfTheStartersOrganisationWhoTookPart() throws Exception {
        var caseId = started("办结告知");
        for (int step = 0; step < 3; step++) {
            complete(HANDLER, taskOf(caseId), Map.of("finding", "无误"));
        }
        complete("school-4121010142", taskOf(caseId, "school-4121010142"), Map.of("stance", "AGREE"));
        complete("ent-000410", taskOf(caseId, "ent-000410"), Map.of("stance", "AGREE"));

        assertThat(told(HANDLER, caseId)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.ENDED);
            assertThat(notice.task()).isNull();
        });
        assertThat(recipients(caseId)).containsExactly(HANDLER);
    }

    @Test
    void aWithdrawalIsToldToColleaguesWhoTookPartAndNotToWhoWithdrew() throws Exception {
        var caseId = started("撤回告知");
        run(COLLEAGUE, () -> actions.claim(taskOf(caseId, COLLEAGUE)));

        run(HANDLER, () -> cases.withdraw(caseId, "重复申报"));

        assertThat(recipients(caseId)).containsExactly(COLLEAGUE);
        assertThat(told(COLLEAGUE, caseId)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(NoticeKind.WITHDRAWN);
            assertThat(notice.words()).isEqualTo("重复申报");
        });
    }

    @Test
    void anEndByTheAdministratorIsToldToTheStarter() throws Exception {
        var caseId = started("终止告知");

        run("admin", () -> monitor.cancel(caseId, "重复立案"));

        assertThat(told(HANDLER, caseId)).extracting(Notice::kind).containsExactly(NoticeKind.CANCELLED);
    }

    @Test
    void aNoticeIsRolledBackWithItsStep() throws Exception {
        var caseId = started("回滚");

        transaction.executeWithoutResult(status -> {
            timeline.note(caseId, "reminded", null, null);
            assertThat(recipients(caseId)).contains(HANDLER);
            status.setRollbackOnly();
        });

        assertThat(recipients(caseId)).isEmpty();
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .as("without a transaction nothing is written at all")
                .isThrownBy(() -> timeline.note(caseId, "reminded", null, null));
    }

    @Test
    void whatConcernsOnlyTheDoerTellsNobody() throws Exception {
        var caseId = started("无人需告知");
        run(HANDLER, () -> actions.claim(taskOf(caseId)));
        run(HANDLER, () -> actions.release(taskOf(caseId)));
        complete(HANDLER, taskOf(caseId), Map.of("finding", "无误"));

        assertThat(recipients(caseId)).isEmpty();
    }

    @Test
    void isReadOnceAndByItsRecipientAlone() throws Exception {
        var caseId = started("已读");
        urge(caseId);
        var notice = told(COLLEAGUE, caseId).getFirst();
        long before = user.runAs(COLLEAGUE, box::unread);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> run("auditor", () -> box.read(notice.id())));
        run(COLLEAGUE, () -> box.read(notice.id()));
        var readAt = told(COLLEAGUE, caseId).getFirst().readAt();
        run(COLLEAGUE, () -> box.read(notice.id()));

        assertThat(told(COLLEAGUE, caseId).getFirst().readAt())
                .isEqualTo(readAt)
                .isNotNull();
        assertThat(user.runAs(COLLEAGUE, box::unread)).isEqualTo(before - 1);
        assertThat(user.runAs(COLLEAGUE, () -> box.find(true, 0, 200)).items())
                .extracting(Notice::id)
                .doesNotContain(notice.id());
    }

    @Test
    void leadsToTheCaseOnceTheTaskIsDone() throws Exception {
        var caseId = started("任务已办");
        var task = taskOf(caseId);
        urge(caseId);
        assertThat(told(HANDLER, caseId).getFirst().task()).isEqualTo(task);

        complete(HANDLER, task, Map.of("finding", "无误"));

        assertThat(told(HANDLER, caseId).getFirst().task()).isNull();
        assertThat(told(HANDLER, caseId).getFirst().step()).isEqualTo("初核");
    }

    /** As the step of another module does it. */
    private void urge(UUID caseId) {
        transaction.executeWithoutResult(status -> events.publishEvent(new TimelineWritten(
                caseId,
                Instant.parse("2026-03-02T01:00:00Z"),
                null,
                "urged",
                "admin",
                "LN-PLATFORM",
                null,
                List.of())));
    }

    private List<Notice> told(String username, UUID caseId) throws Exception {
        return user.runAs(username, () -> box.find(false, 0, 200)).items().stream()
                .filter(notice -> notice.caseId().equals(caseId))
                .toList();
    }

    private List<String> recipients(UUID caseId) {
        return jdbc.sql("select recipient from notice.notice where case_id = :case")
                .param("case", caseId)
                .query(String.class)
                .list();
    }

    private UUID started(String title) throws Exception {
        return user.runAs(HANDLER, () -> cases.start("three-steps", Map.of("title", title)))
                .caseId();
    }

    private String taskOf(UUID caseId) throws Exception {
        return taskOf(caseId, HANDLER);
    }

    private String taskOf(UUID caseId, String username) throws Exception {
        var query = new TaskQuery(TaskQuery.View.TODO, "three-steps", null, false, TaskQuery.Sort.NEWEST, 0, 200);
        return user.runAs(username, () -> inbox.find(query)).items().stream()
                .filter(task -> task.caseId().equals(caseId))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void complete(String username, String task, Map<String, Object> values) throws Exception {
        user.runAs(username, () -> actions.complete(task, values, "", List.of()));
    }

    private void run(String username, Deed deed) throws Exception {
        user.runAs(username, (Callable<Boolean>) () -> {
            deed.happen();
            return true;
        });
    }

    private interface Deed {
        void happen() throws Exception;
    }

    private void account(String username) {
        jdbc.sql("""
                        insert into identity.account (username, display_name, organization, roles, password)
                        values (?, '测试同事', 'LN-EDU', array['HANDLER'], '-') on conflict do nothing
                        """).param(username).update();
    }
}
