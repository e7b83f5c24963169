package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
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

    @Autowired
    JdbcClient jdbc;

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
        rounds.score(first, 97);
        as(ReviewedRounds.CONVENER, () -> {
            var view = opened(
                    new PanelProgressView(oversight, programmes, organizations, clock),
                    "rounds/" + round + "/panels",
                    Map.of("round", round.toString()));
            assertThat(text(view)).contains("已提交1份，共5份", "未签承诺", "已提交").doesNotContain("97");
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
    void nobodyIsUrgedOrReplacedOnceTheSheetsAreRanked() throws Exception {
        var round = rounds.begun(1);
        assertThat(deeds(round)).contains("催办", "更换");
        for (var later : List.of("RANKED", "NOTICE", "FINISHED", "CANCELLED")) {
            jdbc.sql("update selection.round set status = ? where case_id = ?")
                    .params(later, round)
                    .update();
            assertThat(deeds(round)).as(later).doesNotContain("催办", "更换");
        }
    }

    /** Words of all buttons on the page of progress, with the first panel open. */
    private List<String> deeds(UUID round) throws Exception {
        return as(ReviewedRounds.CONVENER, () -> {
            var view = opened(
                    new PanelProgressView(oversight, programmes, organizations, clock),
                    "rounds/" + round + "/panels",
                    Map.of("round", round.toString()));
            find(Details.class, view).all().getFirst().setOpened(true);
            return find(Button.class, view).all().stream().map(Button::getText).toList();
        });
    }

    @Test
    void anExpertIsUrgedOnce() throws Exception {
        var round = rounds.begun(1);
        as(ReviewedRounds.CONVENER, () -> {
            var view = opened(
                    new PanelProgressView(oversight, programmes, organizations, clock),
                    "rounds/" + round + "/panels",
                    Map.of("round", round.toString()));
            var urge = find(Button.class, view).withText("催办").all().getFirst();
            urge.click();
            assertThat(urge.isEnabled()).isFalse();
            return null;
        });
    }

    @Test
    void amongManyPanelsOneIsFoundByItsTitle() throws Exception {
        var round = rounds.begun(1);
        var first = rounds.applications(round).getFirst();
        jdbc.sql("""
                        with more as (
                            insert into selection.application
                                (case_id, round, track, applicant, title, status, received_at, opened_at)
                            select gen_random_uuid(), round, track, 'many-panels-' || n, '众多申报之' || n || '号', 'ENTERED', now(), now()
                            from selection.application, generate_series(1, 60) n where case_id = :first
                            returning case_id)
                        insert into selection.assignment
                            (application, expert, round, track, seed, explanation, assigned_at)
                        select more.case_id, s.expert, s.round, s.track, s.seed, s.explanation, now()
                        from selection.assignment s, more where s.application = :first
                        """).param("first", first).update();
        as(ReviewedRounds.CONVENER, () -> {
            var view = opened(
                    new PanelProgressView(oversight, programmes, organizations, clock),
                    "rounds/" + round + "/panels",
                    Map.of("round", round.toString()));
            assertThat(find(Details.class, view).all()).hasSize(50);
            assertThat(text(view)).contains("另有11份申报未列出");

            var search = find(TextField.class, view).single();
            search.setValue("众多申报之60号");
            assertThat(find(Details.class, view).all()).hasSize(1);
            search.setValue("没有这样的申报");
            assertThat(text(view)).contains("没有符合条件的申报");
            return null;
        });
        // the experts are those of all tests: they do not keep the load
        jdbc.sql("delete from selection.assignment where round = ? and application <> ?")
                .params(round, first)
                .update();
        jdbc.sql("delete from selection.application where round = ? and case_id <> ?")
                .params(round, first)
                .update();
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
