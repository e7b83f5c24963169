package rongtong.publicnotice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.document.Papers;
import rongtong.publicnotice.NoticeJourney;
import rongtong.publicnotice.Objections;
import rongtong.ui.PageTest;
import rongtong.workflow.Cases;

/** What the pages of cases show of notices and objections. */
@RongtongTest
class CaseNoticesPanelTest extends PageTest {

    @Autowired
    CaseNoticesPanel panel;

    @Autowired
    ObjectionPanel objectionPanel;

    @Autowired
    Cases cases;

    @Autowired
    NoticeJourney journey;

    @Autowired
    Objections objections;

    @Autowired
    MovableClock time;

    @BeforeEach
    void monday() {
        time.setTo("2026-11-23T10:00:00");
    }

    @Test
    void theOrganSeesItsNoticesAndItsLeaderMayWithdrawThem() throws Exception {
        var notice = journey.published("案件页面上的公示");
        journey.object(notice, 1, "2001:db8::" + notice.id());

        var handler = as(NoticeJourney.HANDLER, () -> shown(panel.create(cases.get(notice.caseId()))));
        assertThat(text(handler)).contains(notice.number(), "停钟（异议办理中）", "未答复的异议 1 件", "2026-11-24 至 2026-11-30");
        assertThat(find(Button.class, handler).all()).isEmpty();

        var leader = as(NoticeJourney.LEADER, () -> shown(panel.create(cases.get(notice.caseId()))));
        assertThat(button(leader, "撤回公示").isVisible()).isTrue();
    }

    @Test
    void aCaseWithoutNoticesShowsNothing() throws Exception {
        var caseId = as(
                        NoticeJourney.HANDLER,
                        () -> cases.start("decided", Map.of("title", "没有公示的事项", "decisionText", "同意")))
                .caseId();

        var shown = as(NoticeJourney.HANDLER, () -> panel.create(cases.get(caseId)));

        assertThat(shown.isVisible()).isFalse();
    }

    @Test
    void whoObjectsIsShownToTheOrganAndNotToAdministrators() throws Exception {
        var notice = journey.published("异议案件页面");
        var filed = journey.object(notice, 2, "2001:db8::" + notice.id());
        var caseId = journey.caseOf(filed);

        var organ = as(NoticeJourney.HANDLER, () -> shown(objectionPanel.create(cases.get(caseId))));
        assertThat(text(organ))
                .contains("已收到，待受理", "2 大连理工大学", NoticeJourney.FACTS)
                .contains(NoticeJourney.NAME, NoticeJourney.CONTACT);
        var administrator = as("admin", () -> shown(objectionPanel.create(cases.get(caseId))));
        assertThat(text(administrator))
                .contains("已收到，待受理", "2 大连理工大学")
                .doesNotContain(NoticeJourney.NAME, NoticeJourney.CONTACT, "证据材料");
    }

    @Test
    void whoDealsWithAnObjectionIsToldOfItsEvidence() throws Exception {
        var filed = journey.object(journey.published("有材料的异议案件"), 2, NoticeJourney.somewhere());
        objections.addEvidence(filed.link(), "证明.pdf", new ByteArrayInputStream(Papers.PDF), NoticeJourney.somewhere());

        var shown = as(NoticeJourney.HANDLER, () -> shown(objectionPanel.create(cases.get(journey.caseOf(filed)))));

        assertThat(text(shown)).contains("证据材料", "1 份（见“文件材料”）");
    }
}
