package rongtong.alliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.alliance.charter.Charter;
import rongtong.alliance.charter.Charters;
import rongtong.alliance.charter.FilingNumbers;
import rongtong.alliance.council.Councils;
import rongtong.alliance.council.Seat;
import rongtong.alliance.council.Secretariat;
import rongtong.alliance.lead.LeadUnit;
import rongtong.alliance.lead.LeadUnits;
import rongtong.alliance.process.CharterSteps;
import rongtong.alliance.process.CouncilSteps;
import rongtong.alliance.process.RegisterSteps;
import rongtong.alliance.register.AllianceFilter;
import rongtong.alliance.register.Register;
import rongtong.document.Documents;
import rongtong.shared.RuleViolation;
import rongtong.workflow.vote.TestBallots;
import rongtong.workflow.vote.VoteSteps;
import rongtong.workflow.vote.Votes;

/** From the members to the register: rules and records on the real database, in the order of the diagrams. */
@RongtongTest
@Transactional
class FoundingToRegisterTest {

    @Autowired
    FoundingStages fixtures;

    @Autowired
    Foundings foundings;

    @Autowired
    LeadUnits leadUnits;

    @Autowired
    Councils councils;

    @Autowired
    Charters charters;

    @Autowired
    Votes votes;

    @Autowired
    VoteSteps voteSteps;

    @Autowired
    TestBallots ballots;

    @Autowired
    CouncilSteps councilSteps;

    @Autowired
    CharterSteps charterSteps;

    @Autowired
    RegisterSteps registerSteps;

    @Autowired
    FilingNumbers filingNumbers;

    @Autowired
    Register register;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("R-LNA-19 one or several full members are nominated, and only by a government department")
    void onlyGovernmentNominatesAndOnlyFullMembers() {
        var caseId = fixtures.withMembers();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> leadUnits.nominate(caseId, fixtures.school(), List.of(fixtures.school()), "理由"))
                .satisfies(refused ->
                        assertThat(refused.explanation().key()).isEqualTo("alliance.only-government-nominates"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> leadUnits.nominate(caseId, FoundingStages.DEMAND, List.of(fixtures.outside()), "理由"))
                .satisfies(refused -> assertThat(refused.explanation().key()).isEqualTo("alliance.nominee-no-member"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> leadUnits.nominate(caseId, FoundingStages.DEMAND, List.of(), "理由"));

        leadUnits.nominate(
                caseId,
                FoundingStages.DEMAND,
                List.of(fixtures.school(), fixtures.enterprises().getFirst()),
                "理由");
        assertThat(leadUnits.candidates(caseId)).hasSize(2);
    }

    @Test
    @DisplayName("R-LNA-20 only who qualifies in the eyes of the departments is chosen")
    void onlyWhoQualifiesIsChosen() {
        var caseId = fixtures.withMembers();
        fixtures.judged(caseId, false);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> leadUnits.choose(caseId, FoundingStages.DEMAND, fixtures.school(), List.of(), "理由"))
                .satisfies(refused -> assertThat(refused.explanation().key()).isEqualTo("alliance.not-qualified"));

        fixtures.judged(caseId, true);
        leadUnits.choose(
                caseId,
                FoundingStages.DEMAND,
                fixtures.school(),
                List.of(fixtures.school(), fixtures.enterprises().getFirst()),
                "理由");
        assertThat(leadUnits.chosen(caseId))
                .containsExactly(
                        new LeadUnit(fixtures.school(), true, null),
                        new LeadUnit(fixtures.enterprises().getFirst(), false, null));
    }

    @Test
    void allChosenUnitsHaveToAccept() {
        var caseId = fixtures.withMembers();
        fixtures.judged(caseId, true);
        var second = fixtures.enterprises().getFirst();
        leadUnits.choose(caseId, FoundingStages.DEMAND, fixtures.school(), List.of(second), "理由");

        leadUnits.answer(caseId, fixtures.school(), true, "");
        assertThat(leadUnits.allAccepted(caseId)).isFalse();
        leadUnits.answer(caseId, second, false, "力量不足");
        assertThat(leadUnits.allAccepted(caseId)).isFalse();
    }

    @Test
    @DisplayName("R-LNA-22 a member's seat is its principal's, in the service and in the database")
    void aMembersSeatIsItsPrincipals() {
        var caseId = fixtures.withLeadUnit();
        var deputy = new Seat(fixtures.school(), Seat.Kind.MEMBER, "某某", "副处长", "024-1", false);

        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> councils.seat(caseId, deputy));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("""
                        insert into alliance.seat (case_id, unit, kind, person, post, phone, principal, named_at)
                        values (:case, 'school-x', 'MEMBER', '某某', '副处长', '', false, now())
                        """).param("case", caseId).update());
    }

    @Test
    @DisplayName("R-LNA-23 the chair unit, one of the lead units, convenes and nobody else")
    void onlyTheChairUnitConvenes() {
        var caseId = fixtures.withLeadUnit();
        var secretariat = new Secretariat(fixtures.school(), "某某", "副校长", "沈阳", "平台", "");

        assertThat(councils.chair(caseId)).isEqualTo(fixtures.school());
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> councils.convene(
                        caseId,
                        fixtures.enterprises().getFirst(),
                        LocalDate.of(2026, 12, 20),
                        "九时",
                        "沈阳",
                        "议程",
                        secretariat))
                .satisfies(
                        refused -> assertThat(refused.explanation().key()).isEqualTo("alliance.only-chair-convenes"));
    }

    @Test
    @DisplayName("R-LNA-24 a secretariat elsewhere than at the chair unit asks for a reason and is not refused")
    void aSecretariatElsewhereAsksForAReason() {
        var caseId = fixtures.withLeadUnit();
        var inTime = LocalDate.now().plusDays(60);

        assertThat(councils.unusual(caseId, inTime, fixtures.school())).isEmpty();
        assertThat(councils.unusual(caseId, inTime, fixtures.enterprises().getFirst()))
                .singleElement()
                .satisfies(message -> assertThat(message.key()).isEqualTo("alliance.secretariat-elsewhere"));
        councils.convene(
                caseId,
                fixtures.school(),
                inTime,
                "九时",
                "沈阳",
                "议程",
                new Secretariat(fixtures.enterprises().getFirst(), "某某", "副总", "大连", "平台", "企业已有专职机构"));
        assertThat(councils.host(caseId)).isEqualTo(fixtures.enterprises().getFirst());
    }

    @Test
    @DisplayName("D7 a meeting on short notice asks for a reason")
    void shortNoticeAsksForAReason() {
        var caseId = fixtures.withLeadUnit();

        assertThat(councils.unusual(caseId, LocalDate.now().plusDays(3), fixtures.school()))
                .singleElement()
                .satisfies(message -> assertThat(message.key()).isEqualTo("alliance.short-notice"));
    }

    @Test
    @DisplayName("R-LNA-29 R-LNA-30 there is no vote while somebody is missing")
    void thereIsNoVoteWhileSomebodyIsMissing() {
        var caseId = fixtures.withCouncil();
        jdbc.sql("delete from alliance.liaison_office where case_id = :case and member = :member")
                .param("case", caseId)
                .param("member", fixtures.outside())
                .update();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> councilSteps.openCouncilVote(caseId.toString()))
                .satisfies(refused -> assertThat(refused.explanation().key()).isEqualTo("alliance.liaison-missing"));
    }

    @Test
    @DisplayName(
            "R-LNA-26 R-LNA-31 R-LNA-35 R-LNA-36 a carried resolution appoints the experts and is the secretariat's task")
    void aCarriedResolutionAppointsAndIsTheSecretariatsTask() {
        var caseId = fixtures.withCouncil();
        councils.propose(caseId, List.of(fixtures.expert("甲"), fixtures.expert("乙"), fixtures.expert("丙")));
        assertThat(councils.experts(caseId))
                .allSatisfy(expert -> assertThat(expert.resolution()).isNull());

        councilVote(caseId, 3, 0);

        var resolution = councils.resolutions(caseId).getFirst();
        assertThat(resolution.carried()).isTrue();
        assertThat(resolution.assignee()).isEqualTo(fixtures.school());
        assertThat(resolution.task()).isNotBlank();
        assertThat(councils.secretariat(caseId).orElseThrow().platform()).isNotBlank();
        assertThat(councils.experts(caseId)).allSatisfy(expert -> {
            assertThat(expert.resolution()).isEqualTo(resolution.id());
            assertThat(expert.standing()).isNotBlank();
        });
        assertThat(documents.newest(caseId, "council-minutes")).isPresent();
        assertThat(documents.newest(caseId, "ballot-record")).isPresent();
    }

    @Test
    @DisplayName("R-LNA-36 a resolution that is not carried appoints nobody")
    void aResolutionThatIsNotCarriedAppointsNobody() {
        var caseId = fixtures.withCouncil();
        councils.propose(caseId, List.of(fixtures.expert("甲")));

        councilVote(caseId, 1, 2);

        assertThat(councils.resolutions(caseId)).singleElement().satisfies(resolution -> {
            assertThat(resolution.carried()).isFalse();
            assertThat(resolution.assignee()).isNull();
        });
        assertThat(councils.experts(caseId))
                .allSatisfy(expert -> assertThat(expert.resolution()).isNull());
    }

    @Test
    @DisplayName("P05 one unit one vote: full members vote, flexible members and departments do not")
    void fullMembersVote() {
        var caseId = fixtures.withCouncil();

        assertThat(councils.voters(caseId, FoundingStages.DEPARTMENTS))
                .containsExactlyInAnyOrder(
                        fixtures.school(),
                        fixtures.enterprises().get(0),
                        fixtures.enterprises().get(1));
    }

    @Test
    void aUnitVotesOnce() {
        var caseId = fixtures.withCouncil();
        councilSteps.openCouncilVote(caseId.toString());
        ballots.cast(caseId, "council", fixtures.school(), true);

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> ballots.cast(caseId, "council", fixtures.school(), false));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> ballots.cast(caseId, "council", "ent-999999", true));
        assertThat(voteSteps.voters(caseId.toString(), "council")).hasSize(2).doesNotContain(fixtures.school());
    }

    @Test
    void whoHasNotVotedInTimeIsAbsentAndMissesTheQuorum() {
        var caseId = fixtures.withCouncil();
        councilSteps.openCouncilVote(caseId.toString());
        ballots.cast(caseId, "council", fixtures.school(), true);

        voteSteps.recordAbsence(caseId.toString(), "council");

        assertThat(voteSteps.countVote(caseId.toString(), "council")).isFalse();
        var tally = votes.newest(caseId, "council").orElseThrow().tally();
        assertThat(tally.absent()).isEqualTo(2);
        assertThat(tally.quorumReached()).isFalse();
        assertThat(tally.majorityReached()).isTrue();
    }

    @Test
    @DisplayName("R-LNA-21 R-LNA-41 adopted by two thirds, followed by rules, filed, entered in the register")
    void anAdoptedAndFiledCharterEntersTheRegister() {
        var caseId = fixtures.withCouncil();
        councilVote(caseId, 3, 0);
        charter(caseId, 2, 1);
        var adopted = charters.inForce(caseId).orElseThrow();
        assertThat(adopted.status()).isEqualTo(Charter.Status.ADOPTED);
        assertThat(adopted.resolution())
                .isEqualTo(councils.resolutions(caseId).getLast().id());

        charters.writeRules(caseId, List.of(new Charters.Titled("会议制度", "内容")));
        assertThat(charters.rulebooks(caseId)).singleElement().satisfies(rulebook -> {
            assertThat(rulebook.charter()).isEqualTo(adopted.id());
            assertThat(rulebook.dated()).isAfterOrEqualTo(adopted.adoptedOn());
        });
        charters.file(caseId, filingNumbers.next("LN-EDU"), "LN-EDU", "");
        registerSteps.enterRegister(caseId.toString());

        assertThat(foundings.get(caseId).status()).isEqualTo(FoundingStatus.FOUNDED);
        var entry = register.find(AllianceFilter.parse(null, fixtures.school(), "测试装备"), 0, 20)
                .items()
                .getFirst();
        assertThat(entry.number()).matches("LN-20\\d\\d-\\d{3}");
        assertThat(entry.filingNumber()).startsWith("辽教联备〔");
        assertThat(entry.members()).isEqualTo(4);
        var alliance = register.get(entry.number());
        assertThat(alliance.charters())
                .singleElement()
                .satisfies(line -> assertThat(line.sections()).hasSize(16));
        assertThat(alliance.resolutions()).hasSize(2);
        assertThat(documents.newest(caseId, "charter")).isPresent();
    }

    @Test
    @DisplayName("R-LNA-21 without two thirds the charter goes back to the draft, its version is kept")
    void aCharterThatIsNotCarriedIsKeptAndDraftedAgain() {
        var caseId = fixtures.withCouncil();
        councilVote(caseId, 3, 0);

        charter(caseId, 1, 2);

        assertThat(charters.inForce(caseId)).isEmpty();
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> charters.writeRules(caseId, List.of(new Charters.Titled("会议制度", "内容"))));
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> register.enter(caseId));
        fixtures.drafted(caseId);
        assertThat(charters.versions(caseId))
                .extracting(Charter::status)
                .containsExactly(Charter.Status.REJECTED, Charter.Status.DRAFT);
    }

    @Test
    @DisplayName("R-LNA-21 a returned charter is corrected in a new version and voted on again")
    void aReturnedCharterIsVotedOnAgain() {
        var caseId = fixtures.withCouncil();
        councilVote(caseId, 3, 0);
        charter(caseId, 3, 0);

        charters.returnForCorrection(caseId, "名称有误");
        charter(caseId, 3, 0);

        assertThat(charters.versions(caseId))
                .extracting(Charter::status)
                .containsExactly(Charter.Status.RETURNED, Charter.Status.ADOPTED);
        assertThat(votes.newest(caseId, "charter").orElseThrow().number()).isEqualTo(2);
    }

    @Test
    @DisplayName("R-LNA-41 the database, too, refuses rules that are older than the charter")
    void theDatabaseRefusesOlderRules() {
        var caseId = fixtures.withCouncil();
        councilVote(caseId, 3, 0);
        charter(caseId, 3, 0);
        var charter = charters.inForce(caseId).orElseThrow();

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("""
                        insert into alliance.rulebook (id, charter, adopted_on, dated, place, title, text)
                        values (:id, :charter, :adopted, :dated, 0, '会议制度', '内容')
                        """)
                        .param("id", UUID.randomUUID())
                        .param("charter", charter.id())
                        .param("adopted", charter.adoptedOn())
                        .param("dated", charter.adoptedOn().minusDays(1))
                        .update());
    }

    @Test
    void aWithdrawnFoundingLeavesNoOpenVoteAndNoDraft() {
        var caseId = fixtures.withCouncil();
        councilSteps.openCouncilVote(caseId.toString());
        fixtures.drafted(caseId);

        foundings.withdraw(caseId);

        assertThat(votes.newest(caseId, "council").orElseThrow().isOpen()).isFalse();
        assertThat(charters.newest(caseId).orElseThrow().status()).isEqualTo(Charter.Status.WITHDRAWN);
    }

    private void councilVote(UUID caseId, int inFavour, int against) {
        councilSteps.openCouncilVote(caseId.toString());
        castAll(caseId, "council", inFavour, against);
        councilSteps.recordCouncilResolution(caseId.toString(), voteSteps.countVote(caseId.toString(), "council"));
    }

    private void charter(UUID caseId, int inFavour, int against) {
        fixtures.drafted(caseId);
        charterSteps.openComments(caseId.toString());
        charterSteps.openCharterVote(caseId.toString());
        castAll(caseId, "charter", inFavour, against);
        charterSteps.recordCharterResolution(caseId.toString(), voteSteps.countVote(caseId.toString(), "charter"));
    }

    private void castAll(UUID caseId, String subject, int inFavour, int against) {
        var voters = voteSteps.voters(caseId.toString(), subject);
        for (int i = 0; i < inFavour + against; i++) {
            ballots.cast(caseId, subject, voters.get(i), i < inFavour);
        }
    }
}
