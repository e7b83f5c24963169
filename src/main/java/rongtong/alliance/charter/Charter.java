package rongtong.alliance.charter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of an alliance's charter.
 *
 * @param version from 1, by alliance
 * @param commentsHandling how the members' comments were dealt with; empty before
 * @param adoptedOn day of the council's resolution; null before, and where it was not carried
 * @param filingNumber number under which it is filed; null before
 * @param remark why the filing department returned it, or what it notes
 */
public record Charter(
        UUID id,
        UUID caseId,
        int version,
        Status status,
        CharterText text,
        String commentsHandling,
        Instant draftedAt,
        @Nullable UUID resolution,
        @Nullable LocalDate adoptedOn,
        @Nullable String filingNumber,
        @Nullable LocalDate filedOn,
        String remark) {

    /** How far a version is. Its words are {@code alliance.charter-status.<NAME>}. */
    public enum Status {
        /** Being written or commented on. */
        DRAFT,
        /** Before the council. */
        PROPOSED,
        /** Not carried. */
        REJECTED,
        ADOPTED,
        /** Adopted, but returned by the filing department for correction: another version follows. */
        RETURNED,
        FILED,
        /** The founding was taken back before the council had adopted it. */
        WITHDRAWN
    }

    /** Whether the council has carried it. */
    public boolean isAdopted() {
        return adoptedOn != null;
    }
}
