package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tab;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.selection.WaitingApplications;
import rongtong.selection.decision.Decisions;
import rongtong.selection.round.Round;
import rongtong.selection.round.RoundMessages;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.RoundViews;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;
import rongtong.ui.PageTest;

/** The page of a round without a browser. */
@RongtongTest
@Transactional
class RoundDetailViewTest extends PageTest {

    private static final String KEY = "jl-223";

    @Autowired
    RoundViews views;

    @Autowired
    RoundParts parts;

    @Autowired
    Rounds rounds;

    @Autowired
    RoundMessages messages;

    @Autowired
    WaitingApplications applications;

    @Autowired
    ManagementService management;

    @Autowired
    Decisions decisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    UUID round;

    @BeforeEach
    void openRound() {
        round = UUID.randomUUID();
        var now = clock.instant();
        rounds.prepare(
                new Round(
                        round,
                        KEY,
                        1,
                        "2026年“223”计划遴选",
                        "JL",
                        "JL-EDU",
                        RoundStatus.PREPARED,
                        now.minus(Duration.ofDays(2)),
                        now.plus(Duration.ofDays(9)),
                        null),
                "请附协议。");
    }

    private Component open(String person, String query) throws Exception {
        return as(
                person,
                () -> opened(
                        new RoundDetailView(views, parts),
                        RoundNavigation.address(KEY, round) + query,
                        Map.of("key", KEY, "id", round.toString())));
    }

    private List<String> tabs(Component page) {
        return find(Tab.class, page).all().stream().map(Tab::getLabel).toList();
    }

    @Test
    void aRoundIsNotKnownOutsideBeforeItsCallIsPublished() throws Exception {
        assertThat(text(open("jl-edu.handler", ""))).contains("通知正在会签，尚未发布");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> open("school-demo-220200-voc", ""));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> open("zj-edu.handler", ""));
    }

    @Test
    void whoeverAppliesReadsTheWindowByTheServersClockAndNothingElse() throws Exception {
        rounds.publish(round, "吉教选〔2026〕1号");
        rounds.extend(round, clock.instant().plus(Duration.ofDays(20)), "材料准备需要时间", "jl-edu.handler");

        var page = open("school-demo-220200-voc", "");

        assertThat(text(page)).contains("正在受理申报", "服务器时间", "吉教选〔2026〕1号", "请附协议。", "材料准备需要时间");
        assertThat(tabs(page)).isEmpty();
    }

    @Test
    void departmentsInsideReadHowManyStandWhere() throws Exception {
        rounds.publish(round, "吉教选〔2026〕1号");
        assertThat(text(open("jl-sasac.handler", ""))).contains("还没有申报");
        application("SUBMITTED");

        var page = open("jl-sasac.handler", "");

        assertThat(text(page)).contains("职业学校（职教集团）", "推荐、受理中");
        assertThat(tabs(page)).containsExactly("申报情况", "审定", "通知进度", "文书");
    }

    @Test
    void decisionsAreShownWithMinutesAndTheListThatStands() throws Exception {
        rounds.publish(round, "吉教选〔2026〕1号");
        var application = application("ENTERED");
        jdbc.sql("insert into selection.proposal (application, outcome, actor, at) values (?, 'SELECTED', 'x', now())")
                .param(application)
                .update();
        decisions.joint(round, LocalDate.of(2026, 11, 20), List.of("JL-EDU"), "三部门一致同意。", "jl-edu.leader");

        assertThat(text(open("jl-hrss.handler", "?tab=decisions")))
                .contains("第1号决定：联合审定", "2026-11-20", "三部门一致同意。", "数控产教融合试点", "入选");
    }

    @Test
    void aLongListNamesWhoIsSelectedAndLeadsToTheOthers() throws Exception {
        rounds.publish(round, "吉教选〔2026〕1号");
        jdbc.sql("""
                        with entered as (
                            insert into selection.application
                                (case_id, round, track, applicant, title, status, received_at, opened_at)
                            select gen_random_uuid(), ?, 'school', 'long-list-' || n,
                                   case when n = 1 then '入选的试点' else '落选的试点' end, 'ENTERED', now(), now()
                            from generate_series(1, 201) n
                            returning case_id, title)
                        insert into selection.proposal (application, outcome, actor, at)
                        select case_id, case when title = '入选的试点' then 'SELECTED' else 'NOT_SELECTED' end, 'x', now()
                        from entered
                        """).param(round).update();
        decisions.joint(round, LocalDate.of(2026, 11, 20), List.of("JL-EDU"), "一致同意。", "jl-edu.leader");

        var page = open("jl-hrss.handler", "?tab=decisions");

        assertThat(text(page)).contains("入选的试点", "另有200项未入选").doesNotContain("落选的试点");
        assertThat(find(Anchor.class, page).withText("在遴选工作台查看全部").single().getHref())
                .endsWith("/ranking?tab=result");
    }

    @Test
    void messagesShowHowFarTheyAreAndTheConvenerMayTellAgain() throws Exception {
        rounds.publish(round, "吉教选〔2026〕1号");
        assertThat(text(open("jl-edu.handler", "?tab=messages"))).contains("还没有需要逐件通知的事项");
        rounds.told(round, "windowClosed", Optional.empty(), 3);

        assertThat(text(open("jl-edu.handler", "?tab=messages"))).contains("已通知3件，共3件");
    }

    @Test
    void whileTheyAreBeingToldThePageLooksAgainByItselfAndThenNoMore() throws Exception {
        rounds.publish(round, "吉教选〔2026〕1号");
        var application = applications.entered(round, "school", "school-demo-220200-voc");
        messages.tell(round, "selectionDecided", List.of(application));

        var page = open("jl-edu.handler", "?tab=messages");

        assertThat(text(page)).contains("已通知0件，共1件").doesNotContain("再次通知");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(2_000);
        poll();
        assertThat(text(page)).contains("已通知0件，共1件");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(2_000);

        engineTells();
        poll();

        assertThat(text(page)).contains("已通知1件，共1件");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void whoTellsAgainSeesHowFarItIs() throws Exception {
        rounds.publish(round, "吉教选〔2026〕1号");
        applications.entered(round, "school", "school-demo-220200-voc");
        rounds.told(round, "selectionDecided", Optional.empty(), 1);
        assertThat(text(open("jl-hrss.handler", "?tab=messages")))
                .contains("1件尚未通知到")
                .doesNotContain("再次通知");
        var page = open("jl-edu.handler", "?tab=messages");
        assertThat(text(page)).contains("1件尚未通知到");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);

        as("jl-edu.handler", () -> {
            button(page, "再次通知").click();
            return true;
        });

        assertThat(text(page)).doesNotContain("尚未通知到", "再次通知");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(2_000);
        engineTells();
        poll();
        assertThat(text(page)).contains("已通知1件，共1件");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void whoLeavesThePageIsNotAskedForAnyMore() throws Exception {
        rounds.publish(round, "吉教选〔2026〕1号");
        var application = applications.entered(round, "school", "school-demo-220200-voc");
        messages.tell(round, "selectionDecided", List.of(application));
        var page = open("jl-edu.handler", "?tab=messages");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(2_000);

        UI.getCurrent().remove(page);

        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    private void poll() throws Exception {
        as("jl-edu.handler", () -> {
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
            return true;
        });
    }

    private void engineTells() {
        var batch = management
                .createBatchQuery()
                .batchId(rounds.told(round).getFirst().batch())
                .singleResult();
        for (var jobs : List.of(batch.getSeedJobDefinitionId(), batch.getBatchJobDefinitionId())) {
            management.createJobQuery().jobDefinitionId(jobs).list().forEach(job -> management.executeJob(job.getId()));
        }
    }

    @Test
    void readsInEnglishWithoutAWordOfChineseOfItsOwn() throws Exception {
        rounds.publish(round, "1");
        read(Locale.ENGLISH);

        assertThat(text(open("jl-edu.handler", "")))
                .contains("Applications are received until", "Server time", "No applications yet")
                .doesNotContain("selection.round.");
    }

    @Test
    void anAddressThatNamesNoRoundIsToldSo() {
        for (var id : List.of("x", UUID.randomUUID().toString())) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> as(
                            "jl-edu.handler",
                            () -> opened(
                                    new RoundDetailView(views, parts),
                                    "programmes/jl-223/rounds/" + id,
                                    Map.of("key", KEY, "id", id))));
        }
    }

    private UUID application(String status) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into selection.application (case_id, round, track, applicant, title, status, opened_at)
                        values (?, ?, 'school', 'school-demo-220200-voc', '数控产教融合试点', ?, now())
                        """).params(id, round, status).update();
        return id;
    }
}
