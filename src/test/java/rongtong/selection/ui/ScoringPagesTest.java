package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.RongtongTest;
import rongtong.document.Attachments;
import rongtong.form.ui.FormViews;
import rongtong.selection.panel.Assigned;
import rongtong.selection.panel.Review;
import rongtong.selection.panel.ReviewedRounds;
import rongtong.selection.panel.Sheets;
import rongtong.selection.review.ReviewState;
import rongtong.selection.review.ScoringDesk;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;
import rongtong.ui.PageTest;

/** The scoring page of an expert in a round of its own, without a browser. */
@RongtongTest
class ScoringPagesTest extends PageTest {

    static final String PLAN = "试点以智能制造专业群为主体，三年内与十五家企业共建实训中心。";

    @Autowired
    ReviewedRounds rounds;

    @Autowired
    ScoringDesk desk;

    @Autowired
    Sheets sheets;

    @Autowired
    FormViews forms;

    @Autowired
    Attachments attachments;

    @Autowired
    Texts texts;

    UUID round;
    Review review;
    UUID first;
    UUID second;
    int number;

    @BeforeEach
    void declared() {
        round = rounds.round();
        for (int i = 0; i < ReviewedRounds.SCHOOLS.size(); i++) {
            var answers = new LinkedHashMap<String, Object>();
            answers.put("title", "申报" + (i + 1));
            answers.put("fields", List.of("robotics", "automobiles"));
            answers.put("cooperation", PLAN);
            rounds.application(round, ReviewedRounds.SCHOOLS.get(i), "申报" + (i + 1), answers);
        }
        rounds.begin(round);
        review = rounds.open(round).stream()
                .filter(each -> mine(each).size() > 1)
                .findFirst()
                .orElseThrow();
        rounds.declare(review);
        var mine = mine(review);
        number = mine.size();
        first = mine.getFirst().application();
        second = mine.getLast().application();
    }

    @Test
    void whatIsTypedIsKeptAndTheTotalGrows() throws Exception {
        as(review.expert(), () -> {
            var view = scoring(first);
            var fields = find(NumberField.class, view).all();
            assertThat(fields).hasSize(3);
            fields.getFirst().setValue(80.0);
            assertThat(text(view)).contains("32.00（缺 2 项）").containsPattern("已保存 \\d\\d:\\d\\d:\\d\\d");
            find(TextArea.class, view).all().stream()
                    .filter(area -> area.getLabel().equals("评审意见"))
                    .findFirst()
                    .orElseThrow()
                    .setValue("基础较好");

            var kept = sheets.mine(first).orElseThrow().sheet();
            assertThat(kept).isNotNull();
            assertThat(kept.comment()).isEqualTo("基础较好");
            assertThat(kept.scores().get("representativeness")).isEqualByComparingTo("80");
            assertThat(ReviewState.of(sheets.mine(first).orElseThrow())).isEqualTo(ReviewState.DRAFT);
            return null;
        });
    }

    @Test
    void whatOpensADialogTakesNoDoubleClick() throws Exception {
        as(review.expert(), () -> {
            var view = scoring(first);
            for (var words : List.of("提交全部评分", "回避")) {
                var opens = button(view, words);
                assertThat(opens.isDisableOnClick()).as(words).isTrue();
                opens.click();
                assertThat(opens.isEnabled())
                        .as("again, once the dialog is there")
                        .isTrue();
                find(Dialog.class).single().close();
            }
            return null;
        });
    }

    @Test
    void whatIsOutOfBoundsIsNotKeptAndTakesNothingElseWithIt() throws Exception {
        as(review.expert(), () -> {
            var fields = find(NumberField.class, scoring(first)).all();
            fields.get(0).setValue(70.0);
            fields.get(1).setValue(170.0);
            fields.get(2).setValue(60.55);
            assertThat(fields.get(2).isInvalid()).isTrue();
            assertThat(sheets.mine(first).orElseThrow().sheet().scores()).containsOnlyKeys("representativeness");
            return null;
        });
    }

    @Test
    void whatTheBrowserKeptComesBack() throws Exception {
        as(review.expert(), () -> {
            var view = scoring(first);
            var rubric = find(Rubric.class, view).single();
            rubric.restore("no json");
            rubric.restore("{\"representativeness\":\"x\",\"comment\":5}");
            rubric.restore("{\"representativeness\":\"88\",\"will-to-reform\":\"999\",\"comment\":\"断网时写的\"}");
            var sheet = sheets.mine(first).orElseThrow().sheet();
            assertThat(sheet.scores()).containsOnlyKeys("representativeness");
            assertThat(sheet.scores().get("representativeness")).isEqualByComparingTo("88");
            assertThat(sheet.comment()).isEqualTo("断网时写的");
            assertThat(text(view)).contains("已恢复上次没有保存的内容");
            return null;
        });
    }

    @Test
    void onlyWhatIsAssignedIsThere() throws Exception {
        var stranger = rounds.open(rounds.begun(1)).stream()
                .map(Review::expert)
                .filter(expert -> !rounds.panel(first).contains(expert))
                .findFirst();
        as(
                stranger.orElse("auditor"),
                () -> assertThatExceptionOfType(NotFound.class).isThrownBy(() -> scoring(first)));
        as(review.expert(), () -> {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> scoring(round));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> opened(
                            new ScoringView(desk, forms, attachments, user, texts),
                            "reviews/x",
                            Map.of("application", "x")));
            return null;
        });
    }

    @Test
    void beforeThePromiseNothingIsReadable() throws Exception {
        var other = rounds.open(round).stream()
                .filter(each -> !each.expert().equals(review.expert())
                        && rounds.panel(first).contains(each.expert()))
                .findFirst()
                .orElseThrow();
        as(other.expert(), () -> {
            var page = text(scoring(first));
            assertThat(page).contains("请先签署保密和回避承诺", "去签署").doesNotContain(PLAN);
            assertThat(desk.open(first).answers()).isEmpty();
            assertThat(text(shown(new ReviewListView(desk)))).contains("去签署");
            return null;
        });
    }

    @Test
    void filesOfTheApplicationAreShownOrDownloaded() throws Exception {
        var pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF";
        var file = user.runAs(
                ReviewedRounds.SCHOOLS.getFirst(),
                () -> attachments.store(
                        "实施方案.pdf", new ByteArrayInputStream(pdf.getBytes(StandardCharsets.ISO_8859_1))));
        var files = as(ReviewedRounds.SCHOOLS.getFirst(), () -> {
            var shown =
                    shown(new ApplicationFiles(attachments, List.of(file.id().toString(), "gone")));
            assertThat(text(shown)).contains("实施方案.pdf", "预览");
            button(shown, "预览").click();
            assertThat(text(shown)).contains("收起");
            return shown;
        });
        assertThat(find(Button.class, files).all()).hasSize(1);
    }

    @Test
    void allAreHandedInTogetherAndWhatIsMissingIsNamed() throws Exception {
        as(review.expert(), () -> {
            for (var key : ReviewedRounds.CRITERIA) {
                desk.save(first, Map.of(key, BigDecimal.TEN), "");
            }
            desk.save(first, all("75.5"), "同意");
            assertThatExceptionOfType(RuleViolation.class)
                    .isThrownBy(() -> desk.submit(review.caseId()))
                    .satisfies(no -> assertThat(no.explanation().key()).isEqualTo("selection.scoring.incomplete"));
            var dialog = new SheetsDialog(desk, review.caseId(), go -> {}, () -> {});
            dialog.open();
            assertThat(text(dialog)).contains("还有 %d 处没有填写".formatted(3 * (number - 1)), "75.5", "75.50", "未填");
            assertThat(button(dialog, "确认提交").isEnabled()).isFalse();
            dialog.close();

            for (var other : desk.mine(review.caseId())) {
                if (!other.application().equals(first)) {
                    desk.save(other.application(), all("60"), "");
                }
            }
            var list = shown(new ReviewListView(desk));
            assertThat(text(list)).contains("已评 %1$d / %1$d".formatted(number));
            assertThat(rows(list)).hasSize(number).allMatch(row -> row.endsWith("草稿"));
            var complete = new SheetsDialog(desk, review.caseId(), go -> {}, () -> {});
            complete.open();
            button(complete, "确认提交").click();
            assertThat(sheets.mine(first).orElseThrow().isSubmitted()).isTrue();
            assertThat(sheets.mine(second).orElseThrow().isSubmitted()).isTrue();
            var view = scoring(first);
            assertThat(text(view)).contains("提交，不能再修改");
            assertThat(find(NumberField.class, view).all()).allMatch(NumberField::isReadOnly);
            return null;
        });
    }

    @Test
    void thePagesSpeakEnglish() throws Exception {
        read(Locale.ENGLISH);
        as(review.expert(), () -> {
            assertThat(text(scoring(first)))
                    .contains("Score sheet", "0 of %d scored".formatted(number), "Weighted total", "3 missing")
                    .doesNotContain("评分表");
            var list = shown(new ReviewListView(desk));
            assertThat(text(list)).contains("My reviews");
            assertThat(rows(list)).hasSize(number).allMatch(row -> row.endsWith("Not begun"));
            return null;
        });
    }

    @Test
    void aLongReviewDrawsWhatIsSeenOfItAlone() throws Exception {
        as(review.expert(), () -> {
            var list = shown(new ReviewListView(desk));
            assertThat(text(list)).as("rows are drawn by the grid").doesNotContain("申报1");
            find(TextField.class, list)
                    .single()
                    .setValue(sheets.mine(first).orElseThrow().title());
            assertThat(rows(list))
                    .singleElement()
                    .asString()
                    .startsWith(sheets.mine(first).orElseThrow().title());
            return null;
        });
    }

    /** What the rows of the review of this test say. */
    private List<String> rows(ReviewListView list) {
        return find(Grid.class, list).all().stream()
                .filter(grid -> grid.getGenericDataView()
                        .getItems()
                        .anyMatch(row -> ((Assigned) row).review().equals(review.caseId())))
                .flatMap(grid -> IntStream.range(0, test(grid).size())
                        .mapToObj(row -> text(test(grid).getCellComponent(row, 0))))
                .toList();
    }

    private List<Assigned> mine(Review one) {
        return rounds.as(one.expert(), () -> desk.mine(one.caseId()));
    }

    private static Map<String, BigDecimal> all(String points) {
        var scores = new LinkedHashMap<String, BigDecimal>();
        ReviewedRounds.CRITERIA.forEach(key -> scores.put(key, new BigDecimal(points)));
        return scores;
    }

    private ScoringView scoring(UUID application) {
        return opened(
                new ScoringView(desk, forms, attachments, user, texts),
                "reviews/" + application,
                Map.of("application", application.toString()));
    }
}
