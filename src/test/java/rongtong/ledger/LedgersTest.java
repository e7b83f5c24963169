package rongtong.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

@RongtongTest
@Transactional
class LedgersTest {

    @Autowired
    Ledgers ledgers;

    @Autowired
    LedgerRounds rounds;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    LedgerFixtures fixtures;
    Round round;
    Ledger industry;

    @BeforeEach
    void openRound() {
        jdbc.sql(
                        "update ledger.round set year = 2024, version = 1000 + version where status = 'FROZEN' and year >= 2026")
                .update();
        fixtures = new LedgerFixtures(rounds);
        round = fixtures.opened();
        industry = fixtures.ledger(round, LedgerType.INDUSTRY);
    }

    @Test
    void aDemonstrationHasTheFrozenRoundOfLastYear() throws Exception {
        var frozen = user.runAs(
                "ent-000410",
                () -> ledgers.rounds().stream()
                        .filter(each -> each.year() == 2025)
                        .findFirst()
                        .orElseThrow());

        assertThat(frozen.status()).isEqualTo(RoundStatus.FROZEN);
        user.runAs("ent-000410", () -> {
            assertThat(ledgers.ledgers(frozen.id())).hasSize(4).allMatch(ledger -> ledger.entries() > 20);
            assertThat(ledgers.consolidation(frozen.id()).rows()).hasSizeGreaterThan(50);
            assertThat(ledgers.plan(frozen.id())).isPresent();
            return null;
        });
    }

    @Test
    void departmentsOfTheProvinceSeeAnOpenRoundAndOthersDoNot() throws Exception {
        for (var account : List.of("ln-edu.handler", "ln-fin.leader", "admin", "auditor")) {
            assertThat(user.runAs(account, () -> ledgers.round(round.id()))).isEqualTo(round(account));
        }
        for (var account : List.of("ent-000410", "school-4121010142", "expert-01", "jl-edu.handler")) {
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> user.runAs(account, () -> ledgers.ledger(industry.id())));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> user.runAs(account, () -> ledgers.consolidation(round.id())));
        }
    }

    private Round round(String account) throws Exception {
        return user.runAs(
                account,
                () -> ledgers.rounds().stream()
                        .filter(each -> each.id().equals(round.id()))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void nobodyReadsWithoutLoggingIn() {
        assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                .isThrownBy(() -> ledgers.rounds());
    }

    @Test
    void handlersOfTheOwnersWriteEntries() throws Exception {
        var id = user.runAs(
                "ln-iit.handler", () -> ledgers.add(industry.id(), LedgerFixtures.entry(LedgerType.INDUSTRY)));
        user.runAs("ln-hrss.handler", () -> {
            ledgers.change(id, LedgerFixtures.talent(null, "machine-tools", LedgerFixtures.EQUIPMENT_MAKER, 31));
            return null;
        });

        assertThat(user.runAs("ln-edu.handler", () -> ledgers.entry(id)).number())
                .isEqualTo(31);
        user.runAs("ln-hrss.handler", () -> {
            ledgers.remove(id);
            return null;
        });
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> user.runAs("ln-edu.handler", () -> ledgers.entry(id)));
    }

    @Test
    void othersDoNotWriteEntries() {
        for (var account : List.of("ln-edu.handler", "ln-iit.leader", "admin")) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> user.runAs(
                            account, () -> ledgers.add(industry.id(), LedgerFixtures.entry(LedgerType.INDUSTRY))));
        }
    }

    @Test
    @DisplayName("R-LNA-08 the leads of the services ledger correct entries but write none")
    void leadsOfTheServicesLedgerOnlyMerge() throws Exception {
        var services = fixtures.ledger(round, LedgerType.SERVICES);
        var entry = LedgerFixtures.entry(LedgerType.SERVICES);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> user.runAs("ln-drc.handler", () -> ledgers.add(services.id(), entry)));
        var id = user.runAs("ln-svcdepts.handler", () -> ledgers.add(services.id(), entry));
        user.runAs("ln-drc.handler", () -> {
            ledgers.change(id, LedgerFixtures.talent(null, "logistics", LedgerFixtures.LOGISTICS, 21));
            return null;
        });
        assertThat(user.runAs("ln-drc.handler", () -> ledgers.entry(id)).number())
                .isEqualTo(21);
    }

    @Test
    void aSubmittedLedgerDoesNotChange() throws Exception {
        var written = fixtures.written();
        var ledger = fixtures.ledger(written, LedgerType.INDUSTRY);
        rounds.submit(ledger, "");

        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> user.runAs(
                        "ln-iit.handler", () -> ledgers.add(ledger.id(), LedgerFixtures.entry(LedgerType.INDUSTRY))))
                .satisfies(refusal -> assertThat(refusal.explanation().key()).isEqualTo("ledger.closed"));
    }

    @Test
    @DisplayName("R-LNA-28 updates may be submitted by others and count once an owning department has confirmed them")
    void proposalsCountOnceAnOwnerHasAcceptedThem() throws Exception {
        var frozen = user.runAs(
                "ent-000410",
                () -> ledgers.rounds().stream()
                        .filter(each -> each.year() == 2025)
                        .findFirst()
                        .orElseThrow());
        var old = user.runAs("ent-000410", () -> ledgers.ledgers(frozen.id()).get(1));
        var proposed =
                user.runAs("ent-000410", () -> ledgers.propose(old.id(), LedgerFixtures.entry(LedgerType.INDUSTRY)));
        assertThat(user.runAs("ent-000410", () -> ledgers.ledger(old.id())))
                .satisfies(ledger -> assertThat(ledger.entries()).isEqualTo(old.entries()))
                .satisfies(ledger -> assertThat(ledger.proposals()).isEqualTo(old.proposals() + 1));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> user.runAs("ent-000410", () -> {
                    ledgers.accept(proposed);
                    return null;
                }));

        var ofDepartment = user.runAs(
                "ln-edu.handler", () -> ledgers.propose(industry.id(), LedgerFixtures.entry(LedgerType.INDUSTRY)));
        user.runAs("ln-iit.handler", () -> {
            ledgers.accept(ofDepartment);
            return null;
        });

        assertThat(user.runAs("ln-iit.handler", () -> ledgers.entry(ofDepartment)))
                .satisfies(entry -> assertThat(entry.state()).isEqualTo(EntryState.VALID))
                .satisfies(entry -> assertThat(entry.author()).isEqualTo("LN-IIT"));
    }

    @Test
    void anEntryRestsOnASurveyOfItsOwnLedger() throws Exception {
        user.runAs("ln-iit.handler", () -> {
            ledgers.saveSurvey(industry.id(), "走访", LocalDate.of(2026, 4, 1), "座谈", 12);
            return null;
        });
        var survey = user.runAs("ln-iit.handler", () -> ledgers.surveys(industry.id()))
                .getFirst()
                .id();
        var entry = LedgerFixtures.entry(LedgerType.INDUSTRY);

        var id = user.runAs("ln-iit.handler", () -> ledgers.add(industry.id(), entry.restingOn(survey)));

        assertThat(user.runAs("ln-iit.handler", () -> ledgers.entry(id)).surveyTitle())
                .isEqualTo("走访");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> user.runAs(
                        "ln-iit.handler", () -> ledgers.add(industry.id(), entry.restingOn(UUID.randomUUID()))))
                .satisfies(refusal -> assertThat(refusal.fields())
                        .extracting(RuleViolation.FieldError::field)
                        .containsExactly("survey"));
    }

    @Test
    void entriesAreFoundByOrganisationSubjectAndWords() throws Exception {
        user.runAs("ln-iit.handler", () -> ledgers.add(industry.id(), LedgerFixtures.entry(LedgerType.INDUSTRY)));

        assertThat(found(new EntryFilter("沈阳机床", null, null, null, null, null))).isEqualTo(1);
        assertThat(found(new EntryFilter("100%_\\", null, null, null, null, null)))
                .isZero();
        assertThat(found(new EntryFilter(
                        null, null, "machine-tools", EntryKind.TALENT, TalentLevel.UNDERGRADUATE, null)))
                .isEqualTo(1);
        assertThat(found(new EntryFilter(null, null, null, EntryKind.TECHNOLOGY, null, null)))
                .isZero();
        assertThat(user.runAs("ln-iit.handler", () -> ledgers.totals(industry.id(), EntryFilter.all())))
                .isEqualTo(new Ledgers.Totals(1, 30));
    }

    @Test
    void anEmptyLedgerMayStartFromTheLastVersion() throws Exception {
        var carried = user.runAs("ln-iit.handler", () -> ledgers.carryOver(industry.id()));

        var ledger = fixtures.ledger(round, LedgerType.INDUSTRY);
        assertThat(ledger.entries()).isEqualTo((long) carried).isPositive();
        assertThat(user.runAs("ln-iit.handler", () -> ledgers.entriesFrom(ledger.id(), EntryFilter.all(), 0, 5)))
                .allMatch(entry -> entry.year() == ledger.year() && entry.survey() == null);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> user.runAs("ln-iit.handler", () -> ledgers.carryOver(ledger.id())));
    }

    private long found(EntryFilter filter) throws Exception {
        return user.runAs("ln-iit.handler", () -> ledgers.entries(industry.id(), filter, 0, 20))
                .total();
    }
}
