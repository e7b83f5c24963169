package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import rongtong.RongtongTest;
import rongtong.document.Documents;
import rongtong.factory.FactoryJourney;
import rongtong.selection.register.Checks;
import rongtong.selection.register.RecognitionFilter;
import rongtong.selection.register.RecognitionRow;
import rongtong.selection.register.Recognitions;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.ui.PageTest;

/** The pages of the registers with the demonstration data, without a browser. */
@RongtongTest
class PilotPagesTest extends PageTest {

    static final String WITHDRAWN = "浙江省现代纺织产教融合联盟";

    static final String SCHOOL = "school-4122013161";

    @LocalServerPort
    int port;

    @Autowired
    FactoryJourney journey;

    @Autowired
    PilotParts parts;

    @Autowired
    Recognitions recognitions;

    @Autowired
    Checks checks;

    @Autowired
    Documents documents;

    @Autowired
    Texts texts;

    @Test
    void theListIsNarrowedByRegisterAndWords() throws Exception {
        as("jl-edu.handler", () -> {
            var view = opened(new PilotListView(parts), "pilots?register=alliance&q=纺织", Map.of());
            assertThat(rows(view)).extracting(RecognitionRow::title).containsExactly(WITHDRAWN);
            assertThat(text(view)).contains("省级示范性产教融合联盟", "10个以上").doesNotContain("“223”计划地区");

            find(TextField.class, view).single().setValue("");
            find(Tabs.class, view).single().setSelectedIndex(1);
            assertThat(rows(view))
                    .extracting(RecognitionRow::title)
                    .contains("长春市产教融合建设试点")
                    .doesNotContain(WITHDRAWN);
            assertThat(text(view)).contains("“223”计划地区", "20个左右", "300个左右", "文件未定年份");
            return null;
        });
    }

    @Test
    void whatTheAddressCannotSayIsNoFilter() throws Exception {
        as("auditor", () -> {
            var view = opened(new PilotListView(parts), "pilots?register=castle&province=XX&status=gone", Map.of());
            assertThat(rows(view)).hasSizeGreaterThan(10);
            assertThat(text(view)).contains("目标年份 2025");
            return null;
        });
    }

    @Test
    void oneEntryShowsItsEvaluationsToThoseItConcerns() throws Exception {
        var row = demonstration(WITHDRAWN);
        as("zj-drc.handler", () -> {
            var page = text(detail(row.number()));
            assertThat(page).contains(row.number(), "演示数据", "已撤销", "撤销理由", "年度检查", "不合格", "浙江省发展改革委");
            return null;
        });
        as("auditor", () -> {
            var encoded = URLEncoder.encode(row.number(), StandardCharsets.UTF_8);
            assertThat(text(detail(encoded))).contains(row.number());
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> detail("100%"));
            return null;
        });
        as("ent-000030", () -> {
            var page = text(detail(row.id().toString()));
            assertThat(page).contains("已撤销").contains("只向本单位和有关部门显示").doesNotContain("评价单位");
            return null;
        });
        as("auditor", () -> assertThatExceptionOfType(NotFound.class).isThrownBy(() -> detail("没有这一号")));
    }

    @Test
    void theCaseOfAnEntryIsOfferedToThoseWhoTakePartInIt() throws Exception {
        var caseId = evaluated();
        var number = recognitions.of(UUID.fromString(caseId)).orElseThrow().number();
        for (var inside : List.of(SCHOOL, "auditor")) {
            assertThat(as(inside, () -> links(detail(number)))).as(inside).contains("cases/" + caseId);
        }
        assertThat(as("jl-tax.handler", () -> links(detail(number))))
                .as("a public body that reads evaluations and has no part in the case")
                .noneMatch(link -> link.startsWith("cases/"));
    }

    @Test
    @DisplayName("R-LN-20 a third party's evaluation is offered only while no check is under way")
    void anEvaluationIsOfferedWhereItCanBeOrdered() throws Exception {
        var caseId = evaluated();
        var pilot = recognitions.of(UUID.fromString(caseId)).orElseThrow();
        as("jl-edu.handler", () -> {
            var waiting = detail(pilot.number());
            assertThat(button(waiting, "安排第三方评价").isEnabled()).isTrue();
            assertThat(text(waiting)).doesNotContain("没有检查评价正在进行时");

            checks.order(pilot.id(), "国家统一部署第三方评价");
            var checked = detail(pilot.number());
            assertThat(button(checked, "安排第三方评价").isEnabled()).isFalse();
            assertThat(text(checked)).contains("任务书印发后、没有检查评价正在进行时，可以安排。");
            return null;
        });
        for (var other : List.of(SCHOOL, "jl-fin.handler", "auditor")) {
            assertThat(as(other, () -> text(detail(pilot.number())))).as(other).doesNotContain("安排第三方评价");
        }
    }

    /** @return id of a case of the school whose pilot waits for its next check */
    private String evaluated() {
        journey.at(port);
        return journey.as(SCHOOL)
                .post(
                        "/services/evaluated/instances",
                        Map.of("values", Map.of("title", "jl-223", "decisionText", "入选")))
                .expect(201)
                .body()
                .get("id")
                .asString();
    }

    private List<String> links(PilotDetailView view) {
        return find(Anchor.class, view).all().stream().map(Anchor::getHref).toList();
    }

    @Test
    void thePagesSpeakEnglish() throws Exception {
        read(Locale.ENGLISH);
        as("zj-drc.handler", () -> {
            assertThat(text(detail(demonstration(WITHDRAWN).number())))
                    .contains("Demonstration data", "Withdrawn", "Yearly check", "Fail");
            assertThat(text(opened(new PilotListView(parts), "pilots", Map.of())))
                    .contains("Registers of pilots", "about 300", "Due by 2025", "Not counted by the registers");
            return null;
        });
    }

    @Test
    void everybodySeesWhatWasPublishedWithoutItsEvaluations() {
        var cards = parts.published("ALLIANCE", "纺织");
        assertThat(cards).hasSize(1);
        assertThat(text(cards.getFirst())).contains(WITHDRAWN, "已撤销", "演示数据").doesNotContain("不合格");
        assertThat(parts.published("", "%")).isEmpty();
        assertThat(parts.countPublished("PILOT", "")).isGreaterThan(3);
    }

    private PilotDetailView detail(String key) {
        return opened(new PilotDetailView(parts, checks, documents, texts), "pilots/" + key, Map.of("key", key));
    }

    private RecognitionRow demonstration(String title) {
        return recognitions
                .published(RecognitionFilter.of(null, null, null, null, null, title), 0, 1)
                .items()
                .getFirst();
    }

    @SuppressWarnings("unchecked")
    private List<RecognitionRow> rows(PilotListView view) {
        return ((Grid<RecognitionRow>) find(Grid.class, view).single())
                .getGenericDataView()
                .getItems()
                .toList();
    }
}
