package rongtong.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static rongtong.ledger.LedgerFixtures.caseOf;
import static rongtong.ledger.LedgerFixtures.entry;
import static rongtong.ledger.LedgerFixtures.survey;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

@RongtongTest
@Transactional
class LedgerRoundsTest {

    @Autowired
    LedgerRounds rounds;

    @Autowired
    LedgerStore store;

    @Autowired
    EntryStore entries;

    @Autowired
    JdbcClient jdbc;

    LedgerFixtures fixtures;

    /** What other tests froze this year would be copied into new rounds; the transaction of each test brings it back. */
    @BeforeEach
    void begin() {
        fixtures = new LedgerFixtures(rounds);
        jdbc.sql(
                        "update ledger.round set year = 2024, version = 1000 + version where status = 'FROZEN' and year >= 2026")
                .update();
    }

    @Test
    @DisplayName("R-LNA-06 agriculture and human resources own the agriculture demand ledger")
    void agricultureLedgerHasItsOwners() {
        assertOwners(LedgerType.AGRICULTURE, "LN-AGRI", "LN-HRSS", "LN-AGRI");
    }

    @Test
    @DisplayName("R-LNA-07 industry and human resources own the industry demand ledger")
    void industryLedgerHasItsOwners() {
        assertOwners(LedgerType.INDUSTRY, "LN-IIT", "LN-HRSS", "LN-IIT");
    }

    @Test
    @DisplayName("R-LNA-08 development and human resources lead the services ledger, the line departments write it")
    void servicesLedgerHasItsLeadsAndAuthors() {
        assertOwners(LedgerType.SERVICES, "LN-DRC", "LN-HRSS", "LN-SVCDEPTS");
    }

    @Test
    @DisplayName("R-LNA-09 education and science own the supply ledger")
    void supplyLedgerHasItsOwners() {
        assertOwners(LedgerType.SUPPLY, "LN-EDU", "LN-STI", "LN-EDU");
    }

    private void assertOwners(LedgerType type, String owner, String coOwner, String author) {
        var ledger = fixtures.ledger(fixtures.opened(), type);

        assertThat(ledger.owner()).isEqualTo(owner);
        assertThat(ledger.coOwner()).isEqualTo(coOwner);
        assertThat(ledger.author()).isEqualTo(author);
        assertThat(ledger.status()).isEqualTo(LedgerStatus.OPEN);
    }

    @Test
    void openingTwiceOpensOnce() {
        var caseId = UUID.randomUUID();

        var first = rounds.open(caseId, "LN", "LN-IIT");

        assertThat(rounds.open(caseId, "LN", "LN-IIT").id()).isEqualTo(first.id());
    }

    @Test
    @DisplayName("R-LNA-05 a submitted ledger names at least one survey")
    void aLedgerWithoutASurveyIsNotSubmitted() {
        var ledger = fixtures.ledger(fixtures.opened(), LedgerType.INDUSTRY);
        rounds.write(ledger, List.of(), List.of(entry(LedgerType.INDUSTRY)), "LN-IIT");

        assertThat(rounds.obstacles(ledger, List.of(), 1))
                .extracting(FieldError::field)
                .containsExactly("surveys");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rounds.submit(ledger, ""))
                .satisfies(refusal -> assertThat(refusal.explanation().key()).isEqualTo("ledger.survey.needed"));
    }

    @Test
    void anEmptyLedgerIsNotSubmitted() {
        var ledger = fixtures.ledger(fixtures.opened(), LedgerType.INDUSTRY);

        assertThat(rounds.obstacles(ledger, List.of(survey("a")), 0))
                .extracting(FieldError::field)
                .containsExactly("entries");
    }

    @Test
    void surveysOfOneLedgerDifferInTheirTitles() {
        var ledger = fixtures.ledger(fixtures.opened(), LedgerType.INDUSTRY);

        assertThat(rounds.obstacles(ledger, List.of(survey("a"), survey("a")), 1))
                .extracting(FieldError::field)
                .containsExactly("surveys[1].title");
    }

    @Test
    @DisplayName("R-LNA-08 entries of the services ledger are those of its competent departments")
    void servicesLedgerRefusesEntriesOfOthers() {
        var ledger = fixtures.ledger(fixtures.opened(), LedgerType.SERVICES);
        rounds.write(ledger, List.of(survey("a")), List.of(entry(LedgerType.SERVICES)), "LN-DRC");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rounds.submit(ledger, ""))
                .satisfies(refusal -> assertThat(refusal.explanation().key()).isEqualTo("ledger.author-not-competent"));
    }

    @Test
    void entriesOfAFormRestOnItsFirstSurvey() {
        var ledger = fixtures.ledger(fixtures.opened(), LedgerType.INDUSTRY);

        rounds.write(ledger, List.of(survey("first"), survey("second")), List.of(entry(LedgerType.INDUSTRY)), "LN-IIT");

        assertThat(entries.find(ledger.id(), EntryFilter.all(), 0, 10))
                .singleElement()
                .satisfies(entry -> assertThat(entry.surveyTitle()).isEqualTo("first"));
    }

    @Test
    void wrongEntriesOfAFormAreNamedByTheirPlace() {
        var ledger = fixtures.ledger(fixtures.opened(), LedgerType.INDUSTRY);

        assertThat(rounds.problems(ledger, List.of(entry(LedgerType.INDUSTRY), entry(LedgerType.SUPPLY))))
                .extracting(FieldError::field)
                .containsExactly("entries[1].organization");
    }

    @Test
    void aReturnedLedgerIsOpenAgainWithTheReason() {
        var round = fixtures.written();
        rounds.submit(fixtures.ledger(round, LedgerType.INDUSTRY), "");

        rounds.giveBack(fixtures.ledger(round, LedgerType.INDUSTRY), "领域不准确");

        var ledger = fixtures.ledger(round, LedgerType.INDUSTRY);
        assertThat(ledger.isOpen()).isTrue();
        assertThat(ledger.returnReason()).isEqualTo("领域不准确");
    }

    @Test
    void onlyASubmittedLedgerIsConfirmed() {
        var round = fixtures.written();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rounds.confirm(fixtures.ledger(round, LedgerType.INDUSTRY)));
    }

    @Test
    @DisplayName("R-LNA-02 no version without four confirmed ledgers and a matching plan")
    void freezesOnlyConfirmedLedgersWithAPlan() {
        var written = fixtures.written();
        var confirmed = fixtures.confirmed();

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rounds.freeze(caseOf(written)))
                .satisfies(refusal -> assertThat(refusal.explanation().key()).isEqualTo("ledger.freeze.unconfirmed"));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> rounds.freeze(caseOf(confirmed)))
                .satisfies(refusal -> assertThat(refusal.explanation().key()).isEqualTo("ledger.freeze.no-plan"));
        rounds.plan(confirmed, plan(confirmed), "LN-IIT");
        assertThat(rounds.freeze(caseOf(confirmed)))
                .satisfies(round -> assertThat(round.version()).isEqualTo(1))
                .satisfies(round -> assertThat(round.status()).isEqualTo(RoundStatus.FROZEN));
    }

    @Test
    @DisplayName("R-LNA-02 departments and local governments draw up the matching plan, nobody else")
    void onlyAuthoritiesDrawUpThePlan() {
        var round = fixtures.confirmed();

        assertThat(rounds.problems(round, plan(round), "LN-IIT")).isEmpty();
        assertThat(rounds.problems(round, plan(round), LedgerFixtures.EQUIPMENT_MAKER))
                .extracting(FieldError::field)
                .containsExactly("planText");
    }

    @Test
    @DisplayName("R-LNA-42 a plan references entries of this round only")
    void aPlanReferencesEntriesOfItsOwnRound() {
        var round = fixtures.confirmed();
        var other = fixtures.confirmed();

        assertThat(rounds.problems(round, plan(other), "LN-IIT"))
                .extracting(FieldError::field)
                .containsExactly("matches[0].demandEntries", "matches[0].supplyEntries");
    }

    @Test
    void theNextRoundOfTheYearStartsAsACopyOfTheFrozenOne() {
        var frozen = frozen();

        var next = fixtures.opened();

        for (var type : LedgerType.values()) {
            var ledger = fixtures.ledger(next, type);
            assertThat(ledger.entries()).isEqualTo(1);
            assertThat(ledger.isOpen()).isTrue();
            assertThat(store.surveys(ledger.id())).extracting(Survey::title).containsExactly(type.name());
            assertThat(entries.find(ledger.id(), EntryFilter.all(), 0, 10))
                    .allSatisfy(entry -> assertThat(entry.surveyTitle()).isEqualTo(type.name()));
            rounds.submit(ledger, "");
        }
        assertThat(store.ledgers(frozen.id())).allMatch(ledger -> ledger.status() == LedgerStatus.CONFIRMED);
    }

    @Test
    void versionsCountOn() {
        frozen();
        var second = fixtures.opened();
        for (var type : LedgerType.values()) {
            rounds.submit(fixtures.ledger(second, type), "");
            rounds.confirm(fixtures.ledger(second, type));
        }
        rounds.plan(second, plan(second), "LN-IIT");

        assertThat(rounds.freeze(caseOf(second)).version()).isEqualTo(2);
    }

    @Test
    void aWithdrawnCaseLeavesNoOpenRound() {
        var round = fixtures.written();

        rounds.withdraw(caseOf(round));

        assertThat(store.round(round.id()).status()).isEqualTo(RoundStatus.WITHDRAWN);
        assertThatExceptionOfType(RuleViolation.class).isThrownBy(() -> rounds.current(caseOf(round)));
        assertThat(store.latestRoundOf(caseOf(round))).isEmpty();
    }

    @Test
    void comparesDemandWithSupplyByFieldAndLevel() {
        var round = fixtures.written();

        assertThat(rounds.consolidation(round).rows())
                .filteredOn(row -> row.field().equals("machine-tools"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.level()).isEqualTo(TalentLevel.UNDERGRADUATE);
                    assertThat(row.demand()).isEqualTo(30);
                    assertThat(row.supply()).isEqualTo(25);
                    assertThat(row.gap()).isEqualTo(5);
                    assertThat(row.coverage()).isEqualTo(Consolidation.Coverage.PARTIAL);
                });
        assertThat(rounds.matchable(round, 10)).hasSize(2);
    }

    private Round frozen() {
        var round = fixtures.confirmed();
        rounds.plan(round, plan(round), "LN-IIT");
        return rounds.freeze(caseOf(round));
    }

    private MatchingPlan plan(Round round) {
        var demand = entries.find(fixtures.ledger(round, LedgerType.INDUSTRY).id(), EntryFilter.all(), 0, 1);
        var supply = entries.find(fixtures.ledger(round, LedgerType.SUPPLY).id(), EntryFilter.all(), 0, 1);
        return new MatchingPlan(
                "先对接数控机床领域。",
                List.of(new MatchingPlan.Match(
                        List.of(demand.getFirst().id()),
                        List.of(supply.getFirst().id()),
                        "订单培养")));
    }
}
