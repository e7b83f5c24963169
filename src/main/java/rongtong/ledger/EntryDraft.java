package rongtong.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Sector;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation.FieldError;

/**
 * An entry as somebody wrote it, in a form, a dialog or a row of a spreadsheet; perhaps incomplete or wrong. The rules
 * of an entry are here. Components as in {@link Entry}; null for what was left out.
 */
public record EntryDraft(
        @Nullable Sector sector,
        @Nullable String field,
        @Nullable String organization,
        @Nullable EntryKind kind,
        @Nullable TalentLevel level,
        @Nullable String specialty,
        @Nullable Integer number,
        @Nullable Integer year,
        @Nullable InnovationStage stage,
        @Nullable String text,
        @Nullable UUID survey) {

    static final int LARGEST_NUMBER = 1_000_000;
    static final int FIRST_YEAR = 2000;
    static final int LAST_YEAR = 2100;
    static final int LONGEST_TEXT = 2000;

    /** What entries refer to: fields, organisations, majors. */
    interface References {

        /** Sector of a field, null if there is none with this code. */
        @Nullable
        Sector sectorOf(String field);

        /** Null if there is no such organisation. */
        @Nullable
        OrganizationKind kindOf(String organization);

        boolean hasMajor(String code);
    }

    /**
     * The same without what does not belong to its kind or is implied by the ledger: a technology has no level, an entry
     * of the industry ledger is of industry.
     */
    EntryDraft in(LedgerType type) {
        boolean talent = kind == EntryKind.TALENT;
        return new EntryDraft(
                type.sector() == null ? sector : type.sector(),
                blankToNull(field),
                blankToNull(organization),
                kind,
                talent ? level : null,
                talent ? blankToNull(specialty) : null,
                number,
                year,
                kind == EntryKind.TECHNOLOGY ? stage : null,
                talent ? null : blankToNull(text),
                survey);
    }

    EntryDraft restingOn(@Nullable UUID basis) {
        return new EntryDraft(sector, field, organization, kind, level, specialty, number, year, stage, text, basis);
    }

    /**
     * What is wrong with it as an entry of a ledger, by component. Every entry carries its sector and field; those on
     * the supply side come from schools and institutes, those on the demand side from enterprises, parks and the like
     * (LN-ALLIANCE 二(一)1; R-LNA-09).
     */
    List<FieldError> problems(LedgerType type, References references) {
        var problems = new ArrayList<FieldError>();
        missing(problems, "kind", kind);
        missing(problems, "sector", sector);
        checkField(problems, references);
        checkOrganization(problems, type, references);
        checkNumber(problems, "number", number, 1, LARGEST_NUMBER);
        checkNumber(problems, "year", year, FIRST_YEAR, LAST_YEAR);
        if (kind == EntryKind.TALENT) {
            missing(problems, "level", level);
            if (specialty != null && !references.hasMajor(specialty)) {
                problems.add(new FieldError("specialty", Message.of("ledger.entry.unknown-specialty", specialty)));
            }
        } else if (kind != null) {
            checkSubject(problems);
        }
        return problems;
    }

    private void checkField(List<FieldError> problems, References references) {
        if (field == null) {
            missing(problems, "field", null);
            return;
        }
        var sectorOfField = references.sectorOf(field);
        if (sectorOfField == null) {
            problems.add(new FieldError("field", Message.of("ledger.entry.unknown-field", field)));
        } else if (sector != null && sectorOfField != sector) {
            problems.add(new FieldError(
                    "field", Message.of("ledger.entry.field-of-other-sector", Message.of("ledger.sector." + sector))));
        }
    }

    private void checkOrganization(List<FieldError> problems, LedgerType type, References references) {
        if (organization == null) {
            missing(problems, "organization", null);
            return;
        }
        var kindOfOrganization = references.kindOf(organization);
        if (kindOfOrganization == null) {
            problems.add(new FieldError("organization", Message.of("ledger.entry.unknown-organization", organization)));
            return;
        }
        boolean supplies =
                kindOfOrganization == OrganizationKind.SCHOOL || kindOfOrganization == OrganizationKind.INSTITUTE;
        if (supplies != (type.side() == Side.SUPPLY)) {
            problems.add(new FieldError(
                    "organization", Message.of("ledger.entry.organization-of-other-side." + type.side())));
        }
    }

    private void checkSubject(List<FieldError> problems) {
        if (kind == EntryKind.TECHNOLOGY) {
            missing(problems, "stage", stage);
        }
        if (text == null) {
            missing(problems, "text", null);
        } else if (text.length() > LONGEST_TEXT) {
            problems.add(new FieldError("text", Message.of("ledger.entry.text-too-long", LONGEST_TEXT)));
        } else if (text.indexOf('\0') >= 0) {
            problems.add(new FieldError("text", Message.of("ledger.entry.text-unreadable")));
        }
    }

    private static void checkNumber(
            List<FieldError> problems, String component, @Nullable Integer value, int min, int max) {
        if (value == null) {
            missing(problems, component, null);
        } else if (value < min || value > max) {
            problems.add(new FieldError(
                    component, Message.of("ledger.entry.out-of-bounds", String.valueOf(min), String.valueOf(max))));
        }
    }

    private static void missing(List<FieldError> problems, String component, @Nullable Object value) {
        if (value == null) {
            problems.add(new FieldError(
                    component, Message.of("ledger.entry.missing", Message.of("ledger.column." + component))));
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
