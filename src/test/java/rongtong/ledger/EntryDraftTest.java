package rongtong.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Sector;
import rongtong.shared.RuleViolation.FieldError;

class EntryDraftTest {

    static final EntryDraft TALENT = new EntryDraft(
            null, "equipment", "ent-1", EntryKind.TALENT, TalentLevel.TECHNICIAN, null, 12, 2026, null, null, null);

    static final EntryDraft SUPPLY = new EntryDraft(
            Sector.INDUSTRY,
            "equipment",
            "school-1",
            EntryKind.TALENT,
            TalentLevel.UNDERGRADUATE,
            "080201",
            60,
            2026,
            null,
            null,
            null);

    @Test
    void aCompleteEntryHasNoProblems() {
        assertThat(problems(LedgerType.INDUSTRY, TALENT)).isEmpty();
        assertThat(problems(LedgerType.SUPPLY, SUPPLY)).isEmpty();
    }

    @Test
    void anEntryOfADemandLedgerIsOfItsSector() {
        assertThat(TALENT.in(LedgerType.INDUSTRY).sector()).isEqualTo(Sector.INDUSTRY);
        assertThat(problems(LedgerType.AGRICULTURE, TALENT)).containsExactly("field");
    }

    @Test
    @DisplayName("R-LNA-09 entries of the supply ledger carry one of three sectors and a field")
    void supplyCarriesSectorAndField() {
        var bare = new EntryDraft(
                null, null, "school-1", EntryKind.TALENT, TalentLevel.GRADUATE, null, 5, 2026, null, null, null);

        assertThat(problems(LedgerType.SUPPLY, bare)).containsExactlyInAnyOrder("sector", "field");
    }

    @Test
    @DisplayName("R-LNA-09 supply comes from schools and institutes")
    void supplyComesFromSchoolsAndInstitutes() {
        var ofEnterprise = new EntryDraft(
                Sector.INDUSTRY,
                "equipment",
                "ent-1",
                EntryKind.TALENT,
                TalentLevel.GRADUATE,
                null,
                5,
                2026,
                null,
                null,
                null);

        assertThat(problems(LedgerType.SUPPLY, ofEnterprise)).containsExactly("organization");
        assertThat(problems(LedgerType.INDUSTRY, SUPPLY)).containsExactly("organization");
    }

    @Test
    void talentHasALevelAndPerhapsAMajorOfTheCatalogues() {
        var withoutLevel = new EntryDraft(
                null, "equipment", "ent-1", EntryKind.TALENT, null, "999999", 12, 2026, null, null, null);

        assertThat(problems(LedgerType.INDUSTRY, withoutLevel)).containsExactly("level", "specialty");
    }

    @Test
    void technologyHasAStageAndASubject() {
        var bare = new EntryDraft(
                null,
                "equipment",
                "ent-1",
                EntryKind.TECHNOLOGY,
                TalentLevel.GRADUATE,
                "080201",
                1,
                2026,
                null,
                " ",
                null);

        assertThat(problems(LedgerType.INDUSTRY, bare)).containsExactly("stage", "text");
        assertThat(bare.in(LedgerType.INDUSTRY).level()).isNull();
        assertThat(bare.in(LedgerType.INDUSTRY).specialty()).isNull();
    }

    @Test
    void otherMattersHaveASubject() {
        var bare = new EntryDraft(null, "equipment", "ent-1", EntryKind.OTHER, null, null, 1, 2026, null, null, null);

        assertThat(problems(LedgerType.INDUSTRY, bare)).containsExactly("text");
    }

    @Test
    void numbersAndYearsHaveBounds() {
        var wrong = new EntryDraft(
                null, "equipment", "ent-1", EntryKind.TALENT, TalentLevel.GRADUATE, null, 0, 1999, null, null, null);

        assertThat(problems(LedgerType.INDUSTRY, wrong)).containsExactly("number", "year");
    }

    @Test
    void whatNobodyKnowsIsNamed() {
        var unknown = new EntryDraft(
                null, "alchemy", "nobody", EntryKind.TALENT, TalentLevel.GRADUATE, null, 1, 2026, null, null, null);

        assertThat(problems(LedgerType.INDUSTRY, unknown)).containsExactly("field", "organization");
    }

    private static List<String> problems(LedgerType type, EntryDraft draft) {
        return draft.in(type).problems(type, new Known()).stream()
                .map(FieldError::field)
                .toList();
    }

    /** One field of industry, one enterprise, one school, one major. */
    static class Known implements EntryDraft.References {

        @Override
        public @Nullable Sector sectorOf(String field) {
            return field.equals("equipment") ? Sector.INDUSTRY : null;
        }

        @Override
        public @Nullable OrganizationKind kindOf(String organization) {
            return switch (organization) {
                case "ent-1" -> OrganizationKind.ENTERPRISE;
                case "school-1" -> OrganizationKind.SCHOOL;
                default -> null;
            };
        }

        @Override
        public boolean hasMajor(String code) {
            return code.equals("080201");
        }
    }
}
