package rongtong.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Sector;

/**
 * One entry of a ledger.
 *
 * @param field code of the field, {@code fieldName} in the language of the person
 * @param organization code of the organisation that needs or offers
 * @param level only for talent
 * @param specialty code of a major, only for talent
 * @param number persons; items where it is not talent
 * @param stage only for technology
 * @param text what it is about, where it is not talent
 * @param survey on which it rests
 * @param author code of the organisation that wrote it
 */
public record Entry(
        UUID id,
        UUID ledgerId,
        EntryState state,
        Sector sector,
        String field,
        String fieldName,
        String organization,
        String organizationName,
        EntryKind kind,
        @Nullable TalentLevel level,
        @Nullable String specialty,
        @Nullable String specialtyName,
        int number,
        int year,
        @Nullable InnovationStage stage,
        @Nullable String text,
        @Nullable UUID survey,
        @Nullable String surveyTitle,
        String author) {

    /** What a person would type to get the same entry. */
    public EntryDraft draft() {
        return new EntryDraft(sector, field, organization, kind, level, specialty, number, year, stage, text, survey);
    }

    Entry named(String organizationName, @Nullable String specialtyName) {
        return new Entry(
                id,
                ledgerId,
                state,
                sector,
                field,
                fieldName,
                organization,
                organizationName,
                kind,
                level,
                specialty,
                specialtyName,
                number,
                year,
                stage,
                text,
                survey,
                surveyTitle,
                author);
    }
}
