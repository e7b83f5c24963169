package rongtong.selection.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.Proposal;
import rongtong.selection.decision.ResultLine;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;
import rongtong.selection.ranking.RankingRow;
import rongtong.selection.ranking.Rankings;
import rongtong.selection.ranking.ScoredRounds;
import rongtong.shared.NotFound;
import rongtong.ui.PageTest;

/** The workbench without a browser. */
@RongtongTest
@Transactional
class SelectionWorkbenchTest extends PageTest {

    private static final String KEY = "test-workbench";

    @Autowired
    WorkbenchServices services;

    @Autowired
    Rankings rankings;

    @Autowired
    ScoredRounds rounds;

    @Autowired
    JdbcClient jdbc;

    UUID round;
    UUID best;
    UUID second;

    @BeforeEach
    void threeSchools() {
        round = rounds.round(ScoredRounds.programme(
                KEY,
                new Scoring(Scoring.Rule.MEAN, List.of(new Scoring.Tie(Scoring.Tie.Kind.JOINT_MEETING, null)), 20),
                new Quota(Quota.Kind.ABOUT, 2)));
        best = school(0, "装备制造产教融合试点");
        second = school(1, "汽车产业产教融合试点");
    }

    private UUID school(int index, String title) {
        return rounds.application(round, "school", ScoredRounds.SCHOOLS.get(index), title, 90 - index);
    }

    /** 90.2, and twice 80 for the last place. */
    private void ranked() {
        rounds.sheet(
                best,
                "expert-01",
                1,
                Map.of("representativeness", 91.0, "will-to-reform", 90.0, "basic-conditions", 88.0),
                "产业代表性强");
        rounds.sheets(second, 90, 70);
        rounds.sheets(school(2, "现代农业产教融合试点"), 80);
        rankings.compute(round);
    }

    private SelectionWorkbenchView open(String query) {
        return opened(
                new SelectionWorkbenchView(services),
                SelectionWorkbenchNavigation.address(KEY, round) + query,
                Map.of("key", KEY, "id", round.toString()));
    }

    @SuppressWarnings("unchecked")
    private Grid<RankingRow> list(Component view) {
        return (Grid<RankingRow>) find(Grid.class, view).single();
    }

    @Test
    void showsTheRankedListOfATrackWithItsQuotaAndMarks() throws Exception {
        ranked();

        as(ScoredRounds.LEAD, () -> {
            var view = open("?tab=school");
            assertThat(list(view).getGenericDataView().getItems().map(RankingRow::title))
                    .containsExactly("装备制造产教融合试点", "汽车产业产教融合试点", "现代农业产教融合试点");
            assertThat(text(view))
                    .contains("职业学校（职教集团）（3）")
                    .contains("2个左右")
                    .contains("各评分表总分的平均分；同分依次比较联合会商决定")
                    .contains("2线上并列")
                    .contains("1分歧较大")
                    .doesNotContain("按名次填写建议");
            return null;
        });
    }

    @Test
    void explainsARowSoThatItCanBeReckonedAgain() throws Exception {
        ranked();

        as(ScoredRounds.CONVENER, () -> {
            var explained = rankings.explain(best);
            var track = services.programmes().get(KEY, 1).track("school").orElseThrow();
            var panel = shown(
                    new ArithmeticPanel(explained, track, services.comparisons().comments(best), services.accounts()));
            assertThat(text(panel))
                    .contains("91 ÷ 100 × 40 = 36.4")
                    .contains("36.4 + 27 + 26.4 = 89.8")
                    .contains("平均分 (89.8) ÷ 1 = 89.8")
                    .contains("高出线外第一名9.80分")
                    .contains("产业代表性强")
                    .doesNotContain("expert-01");
            return null;
        });
    }

    @Test
    void aParticipantReadsNoNamesOfExperts() throws Exception {
        ranked();

        as(ScoredRounds.PARTICIPANT, () -> {
            var explained = rankings.explain(best);
            var track = services.programmes().get(KEY, 1).track("school").orElseThrow();
            var panel = shown(
                    new ArithmeticPanel(explained, track, services.comparisons().comments(best), services.accounts()));
            assertThat(text(panel)).contains("专家1：产业代表性强").doesNotContain("expert-01");
            return null;
        });
    }

    @Test
    void comparesApplicationsFieldByField() throws Exception {
        ranked();

        as(ScoredRounds.LEAD, () -> {
            var view = open("?compare=" + best + "," + second + ",no-id");
            assertThat(text(view))
                    .contains("并列比较2项申报")
                    .contains("装备制造产教融合试点")
                    .contains("汽车产业产教融合试点")
                    .contains("91.00")
                    .contains("产业代表性强");
            return null;
        });
    }

    @Test
    void theConvenerProposesAndSeesWhatTheQuotaSays() throws Exception {
        ranked();

        as(ScoredRounds.CONVENER, () -> {
            var view = open("?tab=school");
            assertThat(text(view)).contains("3尚未提出建议");

            button(view, "按名次填写建议").click();

            assertThat(rankings.of(round, "school").getFirst().outcome()).isNotNull();
            assertThat(text(open("?tab=school"))).contains("2尚未提出建议").contains("建议入选1个");
            return null;
        });
    }

    @Test
    @SuppressWarnings("unchecked")
    void previewsTheJointDecisionAndShowsWhatBecameOfEachLine() throws Exception {
        ranked();
        as(ScoredRounds.CONVENER, () -> {
            services.proposals()
                    .propose(
                            round,
                            List.of(
                                    new Proposal(best, Outcome.RESERVE, "信用待核实"),
                                    new Proposal(second, Outcome.SELECTED, "")));
            return null;
        });
        var decision = UUID.randomUUID();
        jdbc.sql("""
                        insert into selection.decision (id, round, number, kind, held_on, attendees, minutes, actor, at)
                        values (?, ?, 1, 'JOINT', current_date, '{JL-EDU}', '会议纪要', 'jl-edu.leader', now())
                        """).params(decision, round).update();
        jdbc.sql("insert into selection.decision_line (decision, application, outcome) values (?, ?, 'SELECTED')")
                .params(decision, second)
                .update();

        as(ScoredRounds.PARTICIPANT, () -> {
            var lines = services.results().page(round, 0, 50);
            assertThat(lines.items().stream().map(ResultLine::application).limit(2))
                    .containsExactly(second, best);
            var view = open("?tab=result");
            var grid = (Grid<ResultLine>) find(Grid.class, view).single();
            assertThat(grid.getGenericDataView().getItems().map(ResultLine::decided))
                    .containsExactly(Outcome.SELECTED, null, null);
            return null;
        });
    }

    @Test
    void saysHowFarTheSheetsAreBeforeThereIsAList() throws Exception {
        as(ScoredRounds.LEAD, () -> {
            assertThat(text(open("?tab=school"))).contains("入围评审2项，尚未分派专家");
            assertThat(text(open("?tab=region"))).contains("本类别没有入围评审的申报");
            return null;
        });
        rounds.sheets(best, 80, 81);
        jdbc.sql("update selection.sheet set submitted_at = null where expert = 'expert-02' and application = ?")
                .param(best)
                .update();

        as(ScoredRounds.LEAD, () -> {
            assertThat(text(open("?tab=school"))).contains("应交评分表2份，已提交1份").doesNotContain("80.00");
            return null;
        });
    }

    @Test
    void speaksEnglish() throws Exception {
        ranked();

        as(ScoredRounds.LEAD, () -> {
            read(Locale.ENGLISH);
            var view = open("?tab=school");
            assertThat(text(view))
                    .contains("Schools and groups (3)")
                    .contains("about 2")
                    .doesNotContainPattern("selection\\.[a-z]");
            return null;
        });
    }

    @Test
    void isNotThereForOthersNorUnderAnotherProgramme() throws Exception {
        ranked();

        for (var person : List.of(ScoredRounds.STRANGER, ScoredRounds.SCHOOLS.getFirst(), "expert-01")) {
            as(person, () -> {
                assertThatExceptionOfType(NotFound.class).as(person).isThrownBy(() -> open(""));
                return null;
            });
        }
        as(ScoredRounds.LEAD, () -> {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> opened(
                            new SelectionWorkbenchView(services),
                            "programmes/another/rounds/" + round + "/ranking",
                            Map.of("key", "another", "id", round.toString())));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(
                            () -> opened(new SelectionWorkbenchView(services), "x", Map.of("key", KEY, "id", "no-id")));
            return null;
        });
    }
}
