package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import rongtong.RongtongTest;
import rongtong.ledger.Fields;
import rongtong.organization.Organizations;
import rongtong.selection.panel.DeclaredRelation;
import rongtong.selection.panel.ExpertPool;
import rongtong.selection.panel.PanelOversight;
import rongtong.selection.panel.ReviewedRounds;
import rongtong.selection.programme.Programmes;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.ui.PageTest;

/** The pages of experts and panels, without a browser. */
@RongtongTest
class PanelPagesTest extends PageTest {

    @Autowired
    ExpertPool pool;

    @Autowired
    Organizations organizations;

    @Autowired
    Fields fields;

    @Autowired
    Texts texts;

    @Autowired
    PanelOversight oversight;

    @Autowired
    Programmes programmes;

    @Autowired
    Clock clock;

    @Autowired
    ReviewedRounds rounds;

    @Test
    void thePoolListsTheExpertsOfOnesProvince() throws Exception {
        as(ReviewedRounds.CONVENER, () -> {
            var view = shown(new ExpertListView(pool, organizations, fields, texts));
            assertThat(find(Grid.class, view).single().isVisible()).isTrue();
            assertThat(text(view)).contains("共24名专家");
            return null;
        });
    }

    @Test
    void whoKeepsNoPoolReadsWhy() throws Exception {
        as("jl-tax.handler", () -> {
            var view = shown(new ExpertListView(pool, organizations, fields, texts));
            assertThat(text(view)).contains("没有可管理的专家库");
            return null;
        });
    }

    @Test
    void anExpertFindsTheOwnTies() throws Exception {
        as("expert-30", () -> {
            pool.declare("expert-30", "school-4122010184", DeclaredRelation.Kind.FORMERLY_EMPLOYED, "2019年前任教");
            var view = shown(new MyRelationsView(pool, organizations, user));
            assertThat(text(view)).contains("延边大学", "曾任职", "2019年前任教");
            button(view, "解除").click();
            assertThat(text(view)).contains("没有申报的利害关系");
            return null;
        });
    }

    @Test
    void theProgressSaysWhoIsBehindAndReplacesWithOneClick() throws Exception {
        var round = rounds.begun(1);
        var application = rounds.applications(round).getFirst();
        var first = rounds.open(round).getFirst();
        rounds.declare(first);
        rounds.score(first, 41);
        as(ReviewedRounds.CONVENER, () -> {
            var view = opened(
                    new PanelProgressView(oversight, programmes, organizations, clock),
                    "rounds/" + round + "/panels",
                    Map.of("round", round.toString()));
            assertThat(text(view)).contains("已提交1份，共5份", "未签承诺", "已提交").doesNotContain("41");
            var panel = find(Details.class, view).single();
            panel.setOpened(true);
            var before = rounds.panel(application);
            find(Button.class, panel).all().stream()
                    .filter(button -> button.getText().equals("更换"))
                    .findFirst()
                    .orElseThrow()
                    .click();
            find(TextArea.class).single().setValue("专家出国");
            find(Button.class).withText("更换").all().getLast().click();
            assertThat(rounds.panel(application)).hasSize(5).isNotEqualTo(before);
            return null;
        });
    }

    @Test
    void inEnglishNoChineseIsLeftBesideNames() throws Exception {
        read(Locale.ENGLISH);
        var round = rounds.begun(1);
        as(ReviewedRounds.CONVENER, () -> {
            var view = opened(
                    new PanelProgressView(oversight, programmes, organizations, clock),
                    "rounds/" + round + "/panels",
                    Map.of("round", round.toString()));
            assertThat(text(view)).contains("Progress of the review", "0 of 5 sheets are in", "Not promised yet");
            return null;
        });
    }

    @Test
    void aStrangerFindsNoPanels() throws Exception {
        var round = rounds.begun(1);
        as(
                "jl-tax.handler",
                () -> assertThatExceptionOfType(NotFound.class)
                        .isThrownBy(() -> opened(
                                new PanelProgressView(oversight, programmes, organizations, clock),
                                "rounds/" + round + "/panels",
                                Map.of("round", round.toString()))));
    }
}
