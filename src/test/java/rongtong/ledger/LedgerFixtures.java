package rongtong.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Sector;

/** Rounds of Liaoning by state. Each is of a case of its own. */
class LedgerFixtures {

    static final String EQUIPMENT_MAKER = "ent-000410";
    static final String LOGISTICS = "ent-601880";
    static final String FISHERY = "ent-002069";
    static final String SCHOOL = "school-4121010142";

    private final LedgerRounds rounds;

    LedgerFixtures(LedgerRounds rounds) {
        this.rounds = rounds;
    }

    Round opened() {
        return rounds.open(UUID.randomUUID(), "LN", "LN-IIT");
    }

    /** Opened, and each ledger with a survey and an entry. */
    Round written() {
        var round = opened();
        for (var type : LedgerType.values()) {
            var ledger = ledger(round, type);
            rounds.write(ledger, List.of(survey(type.name())), List.of(entry(type)), ledger.author());
        }
        return round;
    }

    /** Written, submitted and confirmed. */
    Round confirmed() {
        var round = written();
        for (var type : LedgerType.values()) {
            rounds.submit(ledger(round, type), "");
            rounds.confirm(ledger(round, type));
        }
        return round;
    }

    Ledger ledger(Round round, LedgerType type) {
        return rounds.ledger(caseOf(round), type);
    }

    static UUID caseOf(Round round) {
        return Objects.requireNonNull(round.caseId());
    }

    static Survey survey(String title) {
        return Survey.of(title, LocalDate.of(2026, 3, 1), "问卷", 40);
    }

    static EntryDraft entry(LedgerType type) {
        return switch (type) {
            case AGRICULTURE -> talent(null, "fishery", FISHERY, 10);
            case INDUSTRY -> talent(null, "machine-tools", EQUIPMENT_MAKER, 30);
            case SERVICES -> talent(null, "logistics", LOGISTICS, 20);
            case SUPPLY -> talent(Sector.INDUSTRY, "machine-tools", SCHOOL, 25);
        };
    }

    static EntryDraft talent(@Nullable Sector sector, String field, String organization, int number) {
        return new EntryDraft(
                sector,
                field,
                organization,
                EntryKind.TALENT,
                TalentLevel.UNDERGRADUATE,
                null,
                number,
                2026,
                null,
                null,
                null);
    }
}
