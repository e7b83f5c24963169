package rongtong.notice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.notice.NoticeBox;
import rongtong.notice.Outbox;
import rongtong.shared.Texts;
import rongtong.ui.PageTest;
import rongtong.workflow.Cases;
import rongtong.workflow.TaskActions;

/** The page of the notices and the bell, without a browser. */
@RongtongTest
class NoticePagesTest extends PageTest {

    private static final String HANDLER = "ln-edu.handler";
    private static final String LEADER = "ln-edu.leader";

    @Autowired
    Cases cases;

    @Autowired
    TaskActions actions;

    @Autowired
    NoticeBox box;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Texts texts;

    @Test
    void listsWhatOneWasToldAndLeadsToTheTask() throws Exception {
        var caseId = copied("通知页的一件");
        var task = cases(caseId);

        as(LEADER, () -> {
            var view = page("messages");
            var line = ((Grid<?>) find(Grid.class, view).single());
            var first = test(line).getCellComponent(0, 0);
            assertThat(text(first)).contains("抄送", "辽宁省教育厅经办人将“通知页的一件”抄送给您", "初核", "标为已读");
            assertThat(anchor(first).getHref()).isEqualTo("tasks/" + task);
            return null;
        });
    }

    @Test
    void theFilterStandsInTheAddressAndAnEmptyListSaysWhy() throws Exception {
        copied("读完的一件");

        as(LEADER, () -> {
            var view = page("messages?unread=true");
            assertThat(find(Checkbox.class, view).single().getValue()).isTrue();
            Grid<?> grid = find(Grid.class, view).single();
            assertThat(test(grid).size()).isPositive();
            var bell = shown(new NoticeBell(box));
            assertThat(bell.getElement().getAttribute("aria-label")).contains("条未读");

            test(button(view, "全部标为已读")).click();

            assertThat(test(grid).size()).isZero();
            assertThat(grid.getEmptyStateText()).startsWith("没有未读通知");
            assertThat(text(view)).contains("共 0 条");
            assertThat(button(view, "全部标为已读").isEnabled()).isFalse();
            assertThat(bell.getElement().getAttribute("aria-label")).isEqualTo("通知，没有未读");
            return null;
        });
    }

    @Test
    void speaksEnglishToWhoReadsEnglish() throws Exception {
        copied("English reader");
        read(Locale.ENGLISH);

        as(LEADER, () -> {
            Grid<?> grid = find(Grid.class, page("messages")).single();
            assertThat(text(test(grid).getCellComponent(0, 0)))
                    .contains("Copy", "sent you a copy of \"English reader\"", "First", "Mark as read");
            return null;
        });
    }

    @Test
    void anAdministratorSeesWhyAMailDidNotGoAndHasItSentAgain() throws Exception {
        jdbc.sql("""
                        insert into notice.mail
                            (recipient, digest_on, since, written_at, attempts, given_up_at, problem)
                        values ('ln-edu.leader', '2026-03-02', now(), now(), 8, now(), 'RECIPIENT')
                        """).update();
        try {
            as("admin", () -> {
                var view = shown(new OutboxView(outbox));
                assertThat(text(view)).contains("尚未配置邮件服务器", "辽宁省教育厅负责人 · 每日汇总", "已尝试 8 次", "不接受收件人地址");

                test(button(view, "重新发送")).click();

                assertThat(text(view)).contains("待发送 1 封", "没有未送达的邮件");
                return null;
            });
        } finally {
            jdbc.sql("delete from notice.mail where recipient = 'ln-edu.leader'")
                    .update();
        }
    }

    private UUID copied(String title) throws Exception {
        var caseId = as(HANDLER, () -> cases.start("three-steps", Map.of("title", title)))
                .caseId();
        var task = cases(caseId);
        as(HANDLER, () -> {
            actions.copy(task, List.of(LEADER));
            return null;
        });
        return caseId;
    }

    private String cases(UUID caseId) throws Exception {
        return as(HANDLER, () -> cases.get(caseId)).current().getFirst().task();
    }

    private NoticeListView page(String address) {
        return opened(new NoticeListView(box, texts), address, Map.of());
    }

    private static Anchor anchor(Component component) {
        return component instanceof Anchor link
                ? link
                : component
                        .getChildren()
                        .map(NoticePagesTest::anchor)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
