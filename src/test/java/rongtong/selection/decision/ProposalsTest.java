package rongtong.selection.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.selection.application.Outcome;
import rongtong.selection.programme.Quota;
import rongtong.selection.programme.Scoring;
import rongtong.selection.ranking.QuotaCheck;
import rongtong.selection.ranking.RankingRow;
import rongtong.selection.ranking.Rankings;
import rongtong.selection.ranking.ScoredRounds;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/** The list of the convening department against rank and quota. */
@RongtongTest
@Transactional
class ProposalsTest {

    @Autowired
    Proposals proposals;

    @Autowired
    Rankings rankings;

    @Autowired
    ScoredRounds rounds;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    UUID round;
    List<UUID> schools;

    /** Four schools with 90, 80, 70 and 60 for about two places; three regions with 90, 80, 80 for exactly two. */
    @BeforeEach
    void rankedRound() {
        round = rounds.round(ScoredRounds.programme(
                "test-proposals", new Scoring(Scoring.Rule.MEAN, List.of(), 20), new Quota(Quota.Kind.ABOUT, 2)));
        schools = new ArrayList<>();
        for (int index = 0; index < 4; index++) {
            schools.add(application("school", index, 90 - 10 * index));
        }
        application("region", 0, 90);
        application("region", 1, 80);
        application("region", 2, 80);
        rankings.compute(round);
    }

    private UUID application(String track, int index, double score) {
        var id = rounds.application(round, track, ScoredRounds.SCHOOLS.get(index), track + index, 100 - index);
        rounds.sheets(id, score);
        return id;
    }

    private void propose(UUID application, Outcome outcome, String reason) throws Exception {
        user.runAs(ScoredRounds.CONVENER, () -> {
            proposals.propose(round, List.of(new Proposal(application, outcome, reason)));
            return null;
        });
    }

    private ProposedTrack standing(String track) {
        return proposals.standing(round).stream()
                .filter(each -> each.track().equals(track))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void isFilledInByRankButForTiesOnTheLine() throws Exception {
        int schoolsFilled = user.runAs(ScoredRounds.CONVENER, () -> proposals.fillByRank(round, "school"));
        int regionsFilled = user.runAs(ScoredRounds.CONVENER, () -> proposals.fillByRank(round, "region"));

        assertThat(schoolsFilled).isEqualTo(4);
        assertThat(rankings.of(round, "school").stream().map(RankingRow::outcome))
                .containsExactly(Outcome.SELECTED, Outcome.SELECTED, Outcome.NOT_SELECTED, Outcome.NOT_SELECTED);
        assertThat(standing("school").complete()).isTrue();
        assertThat(regionsFilled).isEqualTo(1);
        assertThat(standing("region").open()).isEqualTo(2);
    }

    @Test
    void keepsWhatWasProposedBeforeWhenFilledIn() throws Exception {
        propose(schools.get(1), Outcome.RESERVE, "信用待核实");

        user.runAs(ScoredRounds.CONVENER, () -> proposals.fillByRank(round, "school"));

        assertThat(rankings.of(round, "school").get(1).outcome()).isEqualTo(Outcome.RESERVE);
    }

    @Test
    @DisplayName("R-JL-35: the list of regions is complete with two and with no other number")
    void twoRegions() throws Exception {
        var regions = rankings.of(round, "region");
        for (var region : regions) {
            propose(region.application(), Outcome.NOT_SELECTED, "");
        }
        assertThat(standing("region").quota().verdict()).isEqualTo(QuotaCheck.Verdict.BROKEN);

        propose(regions.get(0).application(), Outcome.SELECTED, "");
        propose(regions.get(1).application(), Outcome.SELECTED, "");

        assertThat(standing("region").quota().verdict()).isEqualTo(QuotaCheck.Verdict.KEPT);
        assertThat(standing("region").unreasoned())
                .as("taken out of the tie on the line")
                .containsExactly(regions.get(1).application());
        assertThat(standing("region").complete()).isFalse();

        propose(regions.get(1).application(), Outcome.SELECTED, "联合会商：产业基础更强");
        assertThat(standing("region").complete()).isTrue();

        propose(regions.get(2).application(), Outcome.SELECTED, "");
        assertThat(standing("region").quota().verdict()).isEqualTo(QuotaCheck.Verdict.BROKEN);
    }

    @Test
    @DisplayName("R-JL-36: about so many is warned about and never refused")
    void aboutTwoSchools() throws Exception {
        for (var school : schools) {
            propose(school, Outcome.SELECTED, "");
        }

        assertThat(standing("school").quota().verdict()).isEqualTo(QuotaCheck.Verdict.WARNING);
        assertThat(standing("school").complete()).isTrue();
    }

    @Test
    @DisplayName("R-JL-37: partner enterprises of what is proposed are counted once each, about 300 in all")
    void partnerEnterprisesAreCountedOnce() throws Exception {
        partners(schools.get(0), 1, 200);
        partners(schools.get(1), 150, 280);
        partners(schools.get(2), 900, 999);
        propose(schools.get(0), Outcome.SELECTED, "");
        propose(schools.get(1), Outcome.SELECTED, "");
        propose(schools.get(2), Outcome.RESERVE, "");

        var check = proposals.partners(round).orElseThrow();

        assertThat(check.number()).isEqualTo(280);
        assertThat(check.verdict()).isEqualTo(QuotaCheck.Verdict.KEPT);
    }

    private void partners(UUID application, int from, int to) {
        jdbc.sql("""
                        insert into selection.partner (application, place, organization, name, kind)
                        select ?, n, 'partner-' || n, '企业' || n, 'ENTERPRISE' from generate_series(?, ?) n
                        """).params(application, from, to).update();
    }

    @Test
    void isWrittenByTheConvenerAloneAndOnlyBeforeTheJointMeeting() throws Exception {
        for (var person : List.of(ScoredRounds.LEAD, ScoredRounds.PARTICIPANT, "admin")) {
            assertThatExceptionOfType(RuleViolation.class)
                    .as(person)
                    .isThrownBy(() -> user.runAs(person, () -> proposals.fillByRank(round, "school")));
        }
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> user.runAs(ScoredRounds.STRANGER, () -> proposals.fillByRank(round, "school")));

        jdbc.sql("update selection.round set status = 'PROPOSED' where case_id = ?")
                .param(round)
                .update();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> propose(schools.getFirst(), Outcome.SELECTED, ""));
    }

    @Test
    void refusesApplicationsOfAnotherRoundAndReasonsThatAreTooLong() throws Exception {
        var other = rounds.round(ScoredRounds.programme(
                "test-proposals", new Scoring(Scoring.Rule.MEAN, List.of(), 20), new Quota(Quota.Kind.ABOUT, 2)));
        var stranger = rounds.application(other, "school", ScoredRounds.SCHOOLS.getFirst(), "他轮申报", 1);
        rounds.sheets(stranger, 80);
        rankings.compute(other);

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> propose(stranger, Outcome.SELECTED, ""));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> propose(schools.getFirst(), Outcome.SELECTED, "长".repeat(1001)));
    }
}
