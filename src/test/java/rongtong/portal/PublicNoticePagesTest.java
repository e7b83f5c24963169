package rongtong.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.MovableClock;
import rongtong.RongtongTest;
import rongtong.document.Papers;
import rongtong.policy.Clauses;
import rongtong.publicnotice.Notice;
import rongtong.publicnotice.NoticeJourney;
import rongtong.publicnotice.Objections;
import rongtong.publicnotice.PublicNotices;
import rongtong.ui.PageTest;

/** Public notices as everybody sees them, and the way of an objection by its pages. */
@RongtongTest
class PublicNoticePagesTest extends PageTest {

    @Autowired
    PublicNotices notices;

    @Autowired
    Objections objections;

    @Autowired
    Clauses clauses;

    @Autowired
    NoticeJourney journey;

    @Autowired
    MovableClock time;

    /** From an address of its own: how often one may file is counted beyond one test. */
    @BeforeEach
    void comeFromSomewhere() {
        var address = NoticeJourney.somewhere();
        MockVaadin.INSTANCE.setMockRequestFactory(session -> new MockRequest(session) {
            @Override
            public String getRemoteAddr() {
                return address;
            }
        });
        cleanVaadinEnvironment();
        initVaadinEnvironment();
        read(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void forgetTheAddress() {
        MockVaadin.INSTANCE.setMockRequestFactory(MockRequest::new);
    }

    @BeforeEach
    void monday() {
        time.setTo("2026-11-23T10:00:00");
    }

    @Test
    void needNoAccount() {
        for (var page :
                List.of(PublicNoticeListView.class, PublicNoticeDetailView.class, ObjectionProgressView.class)) {
            assertThat(page).hasAnnotation(AnonymousAllowed.class);
        }
    }

    @Test
    void listThoseThatRunBeforeThoseThatHaveEnded() {
        var ended = journey.published("先结束的公示");
        time.setTo("2026-12-01T00:00:00");
        journey.periodEnds(ended);
        journey.published("正在进行的公示");

        var list = text(shown(new PublicNoticeListView(notices)));

        assertThat(list).contains("正在进行的公示", "先结束的公示", "剩余 5 个工作日", "辽宁省教育厅", "名单 3 项");
        assertThat(list.indexOf("正在进行的公示")).isLessThan(list.indexOf("先结束的公示"));
    }

    @Test
    void oneNoticeShowsPeriodBasisAndListAndSaysThatItIsADefault() {
        var page = text(opened(journey.published("详细的公示")));

        assertThat(page)
                .contains("2026-11-24 至 2026-11-30（5 个工作日）", "剩余 5 个工作日", "辽宁省教育厅")
                .contains("默认规则 D6", "政策文件没有规定公示", "吉政办发〔2018〕48号", "024-00000000")
                .contains("大连理工大学", "精细化工", "领域", "类别", "提出异议");
    }

    @Test
    void englishReadersReadEnglish() {
        var notice = journey.published("双语的公示");
        read(Locale.ENGLISH);

        var page = text(opened(notice));

        assertThat(page)
                .contains("List of pilots, public notice", "5 working days left", "Default D6", "File an objection")
                .contains("the proposed list is put on public notice", "Field", "Kind", "as it was published")
                .doesNotContain("提出异议", "默认规则", "剩余", "领域", "类别", "现将拟入选");
    }

    @Test
    void whatIsMissingIsSaidAtTheFieldAndNothingTypedIsLost() {
        var notice = journey.published("填错的公示");
        var page = opened(notice);
        field(page, TextField.class, 0).setValue("匿名");
        field(page, TextField.class, 1).setValue("13912345678");
        field(page, TextArea.class, 0).setValue("太短");

        button(page, "提交异议").click();
        assertThat(field(page, ComboBox.class, 0).isInvalid()).isTrue();
        choose(page, 0);
        button(page, "提交异议").click();

        assertThat(field(page, TextField.class, 0).isInvalid()).isTrue();
        assertThat(field(page, TextField.class, 0).getErrorMessage()).contains("匿名的异议不予受理");
        assertThat(field(page, TextField.class, 1).isInvalid()).isFalse();
        assertThat(field(page, ComboBox.class, 0).isInvalid()).isFalse();
        assertThat(field(page, TextArea.class, 0).getErrorMessage()).contains("20 至 2000 字");
        assertThat(field(page, TextArea.class, 0).getValue()).isEqualTo("太短");
        assertThat(text(page)).contains("有 2 处需要修改");
        assertThat(notices.openObjections(notice.id())).isEmpty();
    }

    @Test
    void whoFilesGetsAReceiptWithThePrivateLinkAndTakesTheObjectionBackByIt() {
        var notice = journey.published("提出异议的公示");
        var page = opened(notice);
        fillIn(page, 2);

        button(page, "提交异议").click();

        assertThat(text(page)).contains("异议已提交", "受理编号", "最迟答复日期", "2026-11-30").doesNotContain("提交异议");
        var open = notices.openObjections(notice.id()).getFirst();
        assertThat(open.entry()).isEqualTo(2);
        var link = find(Anchor.class, page).all().stream()
                .map(Anchor::getHref)
                .filter(href -> href.startsWith("public/objections/"))
                .findFirst()
                .orElseThrow()
                .substring("public/objections/".length());

        var progress = opened(new ObjectionProgressView(objections), "public/objections/x", Map.of("link", link));
        assertThat(text(progress))
                .contains("已收到，待受理", open.number(), "大连理工大学", NoticeJourney.FACTS)
                .doesNotContain(NoticeJourney.NAME, NoticeJourney.CONTACT);
        objections.withdraw(link, NoticeJourney.somewhere());
        var after = opened(new ObjectionProgressView(objections), "public/objections/x", Map.of("link", link));
        assertThat(text(after)).contains("已撤回").doesNotContain("撤回异议");
    }

    @Test
    void theAnswerIsReadByThePrivateLink() {
        var notice = journey.published("得到答复的公示");
        var filed = journey.object(notice, 1, "2001:db8::" + notice.id());
        journey.answer(filed, "UPHELD");

        var progress =
                opened(new ObjectionProgressView(objections), "public/objections/x", Map.of("link", filed.link()));

        assertThat(text(progress)).contains("异议成立，公示名单按本结论变更", "辽教异复〔2026〕", "经核实");
        assertThat(find(Anchor.class, progress).withText("下载答复书（PDF）").single().getHref())
                .isEqualTo("/api/v1/public/objections/" + filed.link() + "/answer");
    }

    @Test
    void evidenceIsShownByNumberAndNoLongerAskedForOnceItIsAnswered() {
        var notice = journey.published("页面上的证据");
        var filed = journey.object(notice, 1, NoticeJourney.somewhere());
        assertThat(text(progress(filed.link()))).contains("最多 5 份", "只有公示机关的办理人员能够看到");
        objections.addEvidence(
                filed.link(), "欧阳正直.pdf", new ByteArrayInputStream(Papers.PDF), NoticeJourney.somewhere());

        var open = progress(filed.link());
        assertThat(text(open)).contains("材料 1", "2026-11-23 10:00").doesNotContain("欧阳正直");
        assertThat(find(Upload.class, open).single().isVisible()).isTrue();
        journey.answer(filed, "REJECTED");
        var closed = progress(filed.link());
        assertThat(text(closed)).contains("材料 1", "不再接收材料");
        assertThat(find(Upload.class, closed).all()).isEmpty();
    }

    @Test
    void whoeverOpensLinksTooOftenIsToldOnThePage() {
        var filed = journey.object(journey.published("频繁打开的链接"), 1, NoticeJourney.somewhere());
        var said = "";
        // one a second comes back while the test asks
        for (int opened = 0; opened < 600 && !said.contains("过于频繁"); opened++) {
            said = text(progress("guess-" + opened));
        }

        assertThat(said).containsPattern("请 1 分钟后再试（10:0\\d:\\d\\d 起可以打开）");

        time.setTo("2026-11-23T11:00:00");
        assertThat(text(progress(filed.link()))).contains("已收到，待受理");
    }

    private ObjectionProgressView progress(String link) {
        return opened(new ObjectionProgressView(objections), "public/objections/x", Map.of("link", link));
    }

    @Test
    void whoeverFilesTooOftenIsToldOnThePage() {
        var notice = journey.published("频繁提交的页面");
        for (int filed = 0; filed < 5; filed++) {
            journey.object(notice, 1, client());
        }
        var page = opened(notice);
        fillIn(page, 1);

        button(page, "提交异议").click();

        assertThat(text(page)).contains("请 12 分钟后再试").containsPattern("（10:12:\\d\\d 起可以提交）");
        assertThat(field(page, TextArea.class, 0).getValue()).isEqualTo(NoticeJourney.FACTS);
    }

    @Test
    void whenItIsOverThereIsNoForm() {
        var notice = journey.published("没有表单的公示");
        time.setTo("2026-12-01T00:00:00");

        assertThat(text(opened(notice))).contains("公示期已经结束").doesNotContain("提交异议");
    }

    @Test
    void aWithdrawnNoticeShowsWhy() {
        var notice = journey.published("撤回的公示");
        journey.as(NoticeJourney.LEADER, () -> {
            notices.withdraw(notice.id(), "名单需要重新核对");
            return true;
        });

        assertThat(text(opened(notice))).contains("已撤回", "名单需要重新核对", "公示已经撤回");
    }

    @Test
    void aWrongAddressSaysWhereToLook() {
        var nowhere = UUID.randomUUID().toString();

        assertThat(text(opened(new ObjectionProgressView(objections), "public/objections/x", Map.of("link", nowhere))))
                .contains("链接不正确");
        assertThat(text(opened(
                        new PublicNoticeDetailView(notices, objections, clauses),
                        "public/notices/x",
                        Map.of("notice", nowhere))))
                .contains("没有这份公示");
    }

    private PublicNoticeDetailView opened(Notice notice) {
        return opened(
                new PublicNoticeDetailView(notices, objections, clauses),
                "public/notices/" + notice.id(),
                Map.of("notice", notice.id().toString()));
    }

    private void fillIn(Component page, int line) {
        field(page, TextField.class, 0).setValue(NoticeJourney.NAME);
        field(page, TextField.class, 1).setValue(NoticeJourney.CONTACT);
        field(page, TextArea.class, 0).setValue(NoticeJourney.FACTS);
        choose(page, line);
    }

    /** @param line 0 for the whole list */
    @SuppressWarnings("unchecked")
    private void choose(Component page, int line) {
        ComboBox<Object> box = field(page, ComboBox.class, 0);
        box.setValue(box.getListDataView().getItem(line));
    }

    private <T extends Component> T field(Component page, Class<T> type, int place) {
        return find(type, page).all().get(place);
    }

    /** The address that pages without a browser are called from. */
    private static String client() {
        return Objects.requireNonNullElse(VaadinRequest.getCurrent().getRemoteAddr(), "");
    }
}
