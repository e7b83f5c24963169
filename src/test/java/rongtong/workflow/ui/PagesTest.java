package rongtong.workflow.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import rongtong.RongtongTest;
import rongtong.calendar.WorkingDays;
import rongtong.organization.Organizations;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.workflow.CaseStatus;
import rongtong.workflow.ProcessMonitor;
import rongtong.workflow.Services;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.TaskRow;
import rongtong.workflow.Workload;

/** The pages of the desk without a browser, on the test process {@code three-steps}. */
@RongtongTest
class PagesTest extends DeskPageTest {

    private static final String HANDLER = "ln-edu.handler";

    @Autowired
    Services services;

    @Autowired
    ProcessMonitor monitor;

    @Autowired
    DueTexts due;

    @Autowired
    Texts texts;

    @Autowired
    Organizations organizations;

    @Autowired
    Workload workload;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Test
    void whatHasFailedStandsAboveTheListOfCases() throws Exception {
        var job = history.findHistoryCleanupJobs().getFirst().getId();
        management.setJobRetries(job, 0);
        as("admin", () -> {
            var view = shown(new MonitorListView(monitor, services, organizations, due, user));

            assertThat(text(view)).contains("故障", "不属于任何案件");
            // the newest stands first; other tests may have left some
            var buttons = retries(view);
            test(buttons.getFirst()).click();
            assertThat(retries(view)).hasSize(buttons.size() - 1);
            return null;
        });
        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                .isEqualTo(1);
    }

    private List<Button> retries(Component view) {
        return find(Button.class, view).withText("重试").all();
    }

    @Test
    void inboxListsWhatWaitsWithStepDeadlineAndTotal() throws Exception {
        var task = taskOf(started("收件箱里的一件"));

        as(HANDLER, () -> {
            var view = opened(new TaskListView(inbox, services, drafts, due), "tasks?q=" + task.number(), Map.of());

            var grid = test(find(Grid.class, view).single());
            assertThat(grid.size()).isEqualTo(1);
            assertThat(text(grid.getCellComponent(0, 0))).contains("收件箱里的一件", task.number());
            assertThat(text(view)).contains("共 1 项");
            assertThat(view.getPageTitle()).isEqualTo("待办");
            return null;
        });
    }

    @Test
    void inboxThatFindsNothingSaysWhatToDo() throws Exception {
        as(HANDLER, () -> {
            var view = opened(new TaskListView(inbox, services, drafts, due), "tasks?q=没有这样的案件", Map.of());

            var grid = find(Grid.class, view).single();
            assertThat(test(grid).size()).isZero();
            assertThat(grid.getEmptyStateText()).isEqualTo("没有符合条件的结果。请调整或清除筛选条件。");
            return null;
        });
    }

    @Test
    void taskPageRestoresWhatWasTypedAndSaysWhatIsMissing() throws Exception {
        var task = taskOf(started("写了一半的一件"));

        as(HANDLER, () -> {
            drafts.saveTask(task.id(), Map.of("finding", "写了一半", "__opinion", "拟同意"));
            var view = taskPage(task.id());
            var fields = find(TextArea.class, view).all();
            assertThat(fields).extracting(TextArea::getValue).containsExactly("写了一半", "拟同意");
            assertThat(text(view)).contains("政策依据", "辽宁省教育厅正在办理“初核”", "接下来：复核");

            test(fields.getFirst()).setValue("");
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> test(button(view, "提交")).click());

            assertThat(fields.getFirst().isInvalid()).isTrue();
            assertThat(fields.get(1).getValue()).isEqualTo("拟同意");
            assertThat(taskOf(task.caseId()).id()).isEqualTo(task.id());
            return null;
        });
    }

    @Test
    void taskPageCompletesTheStepWithTheOpinion() throws Exception {
        var task = taskOf(started("办结一步的一件"));

        as(HANDLER, () -> {
            var view = taskPage(task.id());
            var fields = find(TextArea.class, view).all();
            test(fields.getFirst()).setValue("无误");
            test(fields.get(1)).setValue("同意");
            test(button(view, "提交")).click();

            assertThat(test(find(Notification.class).single()).getText()).contains("“初核”已办理，回执编号");
            var done = cases.get(task.caseId());
            assertThat(done.current().getFirst().step()).isEqualTo("second");
            assertThat(done.timeline().getLast().opinion()).isEqualTo("同意");
            return null;
        });
    }

    @Test
    void taskPageOfSomebodyElseOffersNoAction() throws Exception {
        var task = taskOf(started("别人的一件"));

        as("ln-edu.leader", () -> {
            var view = taskPage(task.id());
            assertThat(find(TextArea.class, view).all()).isEmpty();
            assertThat(text(view)).contains("此环节不由您办理");
            return null;
        });
    }

    @Test
    void servicePageNamesStepsAndKeepsNothingFromStrangers() throws Exception {
        as(HANDLER, () -> {
            assertThat(text(servicePage())).contains("初核", "复核", "签发", "表态", "提交申请", "辽宁省教育厅");
            assertThat(text(servicePage())).contains("办理时限", "10 个工作日（默认）");
            return null;
        });
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> as("school-4121010142", this::servicePage));
    }

    @Test
    void casePageSaysWhereTheCaseStandsAndWithdrawsItWithAReason() throws Exception {
        var caseId = started("撤回的一件");

        as(HANDLER, () -> {
            var view = casePage(caseId);
            assertThat(text(view)).contains("撤回的一件", "辽宁省教育厅正在办理“初核”", "剩余");

            assertThat(button(view, "撤回案件").isDisableOnClick())
                    .as("no second dialog by a double click")
                    .isTrue();
            test(button(view, "撤回案件")).click();
            var dialog = find(Dialog.class).single();
            assertThat(text(dialog)).contains("所有单位的待办随即取消，案件不能恢复。如需继续，须重新发起。撤回理由");
            test(find(TextArea.class, dialog).single()).setValue("方案调整");
            test(button(dialog, "确认撤回")).click();

            assertThat(cases.get(caseId).row().status()).isEqualTo(CaseStatus.WITHDRAWN);
            assertThat(text(view)).contains("由发起单位撤回", "方案调整");
            return null;
        });
    }

    @Test
    void casePageShowsWhatAStepAnsweredOnceItIsOpened() throws Exception {
        var task = taskOf(started("看填报内容的一件"));

        as(HANDLER, () -> {
            actions.complete(task.id(), Map.of("finding", "材料与台账一致"), "同意", List.of());
            var view = casePage(task.caseId());
            var answers = find(NativeDetails.class, view).all();
            assertThat(answers).hasSize(2);
            assertThat(text(view)).doesNotContain("材料与台账一致");

            var newest = answers.getFirst();
            newest.setOpen(true);
            ComponentUtil.fireEvent(newest, new NativeDetails.ToggleEvent(newest, true));

            assertThat(text(newest)).contains("填报内容", "材料与台账一致");
            return null;
        });
    }

    @Test
    void monitorSaysWhoMayActAndWhyAndIsClosedToOthers() throws Exception {
        var caseId = started("监控的一件");

        as("admin", () -> {
            assertThat(text(monitorPage(caseId))).contains("ln-edu.handler", "终止案件", "流程变量", "jurisdiction");
            return null;
        });
        as("auditor", () -> {
            assertThat(text(monitorPage(caseId))).contains("ln-edu.handler").doesNotContain("终止案件");
            return null;
        });
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> as(HANDLER, () -> monitorPage(caseId)));
    }

    @Test
    void whatHasEndedHasNoTimeLeftAmongWhatOneHasStarted() throws Exception {
        var caseId = started("已经撤回的一件");

        as(HANDLER, () -> {
            cases.withdraw(caseId, "方案调整");
            var number = cases.get(caseId).row().number();
            var view =
                    opened(new TaskListView(inbox, services, drafts, due), "tasks?view=started&q=" + number, Map.of());

            var grid = test(find(Grid.class, view).single());
            assertThat(grid.size()).isEqualTo(1);
            assertThat(text(grid.getCellComponent(0, "due"))).contains("已结束").doesNotContain("剩余");
            return null;
        });
    }

    @Test
    void aLongCaseHasAShortTimelineUntilSomebodyWantsTheWhole() throws Exception {
        var caseId = started("办理过程很长的一件");

        as(HANDLER, () -> {
            var found = cases.get(caseId);
            var entry = found.timeline().getFirst();
            var few = shown(new TimelinePanel(Collections.nCopies(12, entry), found.current(), forms));
            assertThat(find(Button.class, few).all()).isEmpty();

            var many = shown(new TimelinePanel(Collections.nCopies(40, entry), found.current(), forms));
            var list = find(OrderedList.class, many).single();
            assertThat(list.getClassNames()).contains("timeline-short");
            test(button(many, "显示全部 41 条")).click();
            assertThat(list.getClassNames()).doesNotContain("timeline-short");
            return null;
        });
    }

    @Test
    void whatAProcedureRefusesTheOrganisationIsNotCountedAmongWhatItMayStart() throws Exception {
        as("ln-iit.handler", () -> {
            var hall = text(shown(new ServiceListView(services)));
            var may = services.startable().stream()
                    .filter(service -> service.refusal() == null)
                    .count();
            assertThat(hall).contains("遴选试点和项目", "本单位不能申请", "您可以为本单位发起 " + may + " 个事项");

            var workbench =
                    new WorkbenchView(inbox, cases, services, due, workload, workingDays, user, organizations, clock);
            assertThat(text(shown(workbench))).contains("组建校企联盟").doesNotContain("遴选试点和项目");
            return null;
        });
    }

    @Test
    void whatOnlySomeAnswersMakeNecessaryIsNotNamedAsNecessary() throws Exception {
        as("ln-iit.handler", () -> {
            assertThat(text(servicePage("alliance-founding")))
                    .contains("联盟名称 · 建设领域 · 拟建类型 · 联盟布局初步方案 · 产业与需求分析", "初步方案附件（选交）");
            return null;
        });
    }

    private ServiceDetailView servicePage() {
        return servicePage("three-steps");
    }

    private ServiceDetailView servicePage(String service) {
        return opened(
                new ServiceDetailView(services, cases, drafts, forms, user, organizations, texts, clock),
                "services/" + service,
                Map.of("service", service));
    }

    private MonitorDetailView monitorPage(UUID caseId) {
        return opened(
                new MonitorDetailView(monitor, cases, parts, user),
                "monitor/" + caseId,
                Map.of("case", caseId.toString()));
    }

    private UUID started(String title) throws Exception {
        return as(
                HANDLER,
                () -> cases.start("three-steps", Map.of("title", title, "amount", 1))
                        .caseId());
    }

    private TaskRow taskOf(UUID caseId) throws Exception {
        var number = as(HANDLER, () -> cases.get(caseId).row().number());
        var query = new TaskQuery(TaskQuery.View.TODO, null, number, false, TaskQuery.Sort.NEWEST, 0, 1);
        return as(HANDLER, () -> inbox.find(query).items().getFirst());
    }
}
