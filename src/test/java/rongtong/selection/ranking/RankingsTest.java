package rongtong.selection.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;
import rongtong.shared.NotFound;

/** From the sheets in the tables to the stored lists. */
@RongtongTest
@Transactional
class RankingsTest {

    @Autowired
    Rankings rankings;

    @Autowired
    RankingSheets spreadsheets;

    @Autowired
    ScoredRounds rounds;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    UUID round;
    UUID first;
    UUID second;
    UUID third;

    @BeforeEach
    void threeSchools() {
        round = rounds.round(ScoredRounds.programme(
                "test-ranking",
                Tracks.scoring(Scoring.Rule.MEAN, Tracks.tie(Scoring.Tie.Kind.JOINT_MEETING)),
                new Quota(Quota.Kind.ABOUT, 2)));
        first = school(0, "装备制造产教融合试点");
        second = school(1, "汽车产业产教融合试点");
        third = school(2, "现代农业产教融合试点");
    }

    private UUID school(int index, String title) {
        return rounds.application(round, "school", ScoredRounds.SCHOOLS.get(index), title, 90 - index);
    }

    private List<UUID> order() {
        return rankings.of(round, "school").stream()
                .map(RankingRow::application)
                .toList();
    }

    @Test
    void aListIsMadeForEachTrackAndToldToTheAudit() {
        rounds.sheets(first, 80, 81, 82, 83, 84);
        rounds.sheets(second, 90, 91, 92, 93, 94);
        rounds.sheets(third, 70, 71, 72, 73, 95);

        var computed = rankings.compute(round);

        assertThat(computed.tracks())
                .containsExactly(
                        new RankingComputed.Track("region", 0, 0, 0), new RankingComputed.Track("school", 3, 0, 1));
        var rows = rankings.of(round, "school");
        assertThat(order()).containsExactly(second, first, third);
        assertThat(rows.stream().map(row -> row.score().toPlainString()))
                .containsExactly("92.0000", "82.0000", "76.2000");
        assertThat(rows.stream().map(RankingRow::position))
                .containsExactly(Position.WITHIN, Position.WITHIN, Position.BEYOND);
        assertThat(rows.getLast().applicantName()).isNotEqualTo(rows.getLast().applicant());
        assertThat(rankings.alarms(round).stream().map(RankingRow::application)).containsExactly(third);
        assertThat(jdbc.sql("select count(*) from audit.entry where action = 'RANKING.COMPUTED' and subject = ?")
                        .param(round.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSecondTurnOfAnExpertTakesThePlaceOfTheFirst() {
        rounds.sheets(first, 60, 80, 100);
        rankings.compute(round);
        assertThat(rankings.alarms(round)).hasSize(1);

        rounds.sheet(first, "expert-01", 2, 78);
        rounds.sheet(first, "expert-03", 2, 85);
        rankings.compute(round);

        assertThat(rankings.alarms(round)).isEmpty();
        assertThat(rankings.of(round, "school").getFirst().score()).isEqualByComparingTo("81");
    }

    @Test
    void draftsAndSheetsOfReplacedExpertsDoNotCount() {
        rounds.sheets(first, 80, 20, 20);
        jdbc.sql("update selection.sheet set submitted_at = null where expert = 'expert-02' and application = ?")
                .param(first)
                .update();
        jdbc.sql("""
                        update selection.assignment set ended_at = now(), ended_reason = 'RECUSED'
                        where expert = 'expert-03' and application = ?
                        """).param(first).update();

        rankings.compute(round);

        assertThat(rankings.of(round, "school").getFirst().score()).isEqualByComparingTo("80");
    }

    @Test
    void whatIsNotEnteredIsNotRankedAndWhatHasNoSheetHasNoPlace() {
        rounds.sheets(first, 80);
        rounds.sheets(second, 90);
        jdbc.sql("update selection.application set status = 'WITHDRAWN' where case_id = ?")
                .param(second)
                .update();

        var computed = rankings.compute(round);

        assertThat(order()).containsExactly(first);
        assertThat(computed.tracks().getLast().unscored()).isEqualTo(1);
    }

    @Test
    @DisplayName("A tie that no rule parts stays: both are shown on the line, R-JL-36 asks the leads")
    void aTieIsStoredAsATie() {
        rounds.sheets(first, 90);
        rounds.sheets(second, 80);
        rounds.sheets(third, 80);

        rankings.compute(round);

        var rows = rankings.of(round, "school");
        assertThat(rows.stream().map(RankingRow::place)).containsExactly(1, 2, 2);
        assertThat(rows.stream().map(RankingRow::tied)).containsExactly(false, true, true);
        assertThat(rows.stream().map(RankingRow::position))
                .containsExactly(Position.WITHIN, Position.ON_LINE, Position.ON_LINE);
    }

    @Test
    @DisplayName("R-ZJ-30 whether an application is a provincial project its form says")
    void aProjectOfTheProvinceIsKnownFromTheForm() {
        round = rounds.round(ScoredRounds.programme(
                "test-ranking-projects",
                Tracks.scoring(Scoring.Rule.MEAN, Tracks.tie(Scoring.Tie.Kind.PROVINCIAL_PROJECT)),
                new Quota(Quota.Kind.ABOUT, 2)));
        first = school(0, "尚不是省级项目");
        second = school(1, "已是省级项目");
        rounds.sheets(first, 80);
        rounds.sheets(second, 80);
        jdbc.sql("""
                        update selection.application set answers = answers || '{"provincialProject": "YES"}'
                        where case_id = ?
                        """).param(second).update();

        rankings.compute(round);

        assertThat(order()).containsExactly(second, first);
        assertThat(rankings.of(round, "school"))
                .extracting(RankingRow::parted)
                .containsOnly(Scoring.Tie.Kind.PROVINCIAL_PROJECT);
    }

    @Test
    void theArithmeticIsReadAsItWasReckoned() throws Exception {
        rounds.sheets(first, 83.5, 79, 81);
        rankings.compute(round);

        var explained = user.runAs(ScoredRounds.LEAD, () -> rankings.explain(first));

        assertThat(explained.arithmetic().formula()).isEqualTo("(83.5 + 79 + 81) ÷ 3 = 81.1667");
        assertThat(explained.arithmetic().sheets().stream().map(Arithmetic.SheetLine::expert))
                .containsExactly("expert-01", "expert-02", "expert-03");
    }

    @Test
    void departmentsThatTakePartReadNumbersOfExpertsAndNoNames() throws Exception {
        rounds.sheets(first, 83.5, 79, 81);
        rounds.sheets(second, 82, 82, 70);
        rankings.compute(round);

        var explained = user.runAs(ScoredRounds.PARTICIPANT, () -> rankings.explain(first));

        assertThat(explained.arithmetic().sheets().stream().map(Arithmetic.SheetLine::expert))
                .containsExactly("专家1", "专家2", "专家3");
        assertThat(explained.bestWithout()).isNull();
        assertThat(explained.worstWithout()).isNull();
        assertThat(explained.toString()).doesNotContain("expert-0");
    }

    @Test
    void otherDepartmentsApplicantsAndExpertsFindNothing() {
        rounds.sheets(first, 80);
        rankings.compute(round);

        for (var person :
                List.of(ScoredRounds.STRANGER, "ln-edu.handler", ScoredRounds.SCHOOLS.getFirst(), "expert-01")) {
            assertThatExceptionOfType(NotFound.class)
                    .as(person)
                    .isThrownBy(() -> user.runAs(person, () -> rankings.explain(first)));
            assertThatExceptionOfType(NotFound.class)
                    .as(person)
                    .isThrownBy(() -> user.runAs(person, () -> rankings.explained(round, "school")));
        }
    }

    @Test
    void theSpreadsheetHasTheListAndTheSheetsBehindIt() throws Exception {
        jdbc.sql("update selection.application set title = '=SUM(A1)' where case_id = ?")
                .param(first)
                .update();
        rounds.sheet(
                first,
                "expert-01",
                1,
                Map.of("representativeness", 90.0, "will-to-reform", 80.0, "basic-conditions", 70.5),
                "");
        rounds.sheets(second, 60, 61);
        rankings.compute(round);
        var out = new ByteArrayOutputStream();

        user.runAs(ScoredRounds.LEAD, () -> {
            spreadsheets.export(round, out);
            return null;
        });

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheets = workbook.getSheets().toList();
            assertThat(sheets.stream().map(sheet -> sheet.getName()))
                    .containsExactly("地区 排名", "地区 评分", "职业学校（职教集团） 排名", "职业学校（职教集团） 评分");
            var list = sheets.get(2).read();
            assertThat(list).hasSize(3);
            assertThat(list.get(1).getCellText(1)).isEqualTo("'=SUM(A1)");
            assertThat(list.get(1).getCellText(4)).startsWith("81.15");
            var scores = sheets.get(3).read();
            assertThat(scores).hasSize(4);
            assertThat(scores.get(0).getCellText(3)).isEqualTo("代表性（满分100，权重40%）");
            assertThat(scores.get(1).getCellText(5)).isEqualTo("70.5");
        }
    }
}
