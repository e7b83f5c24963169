package rongtong.document;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a document that an office issued for a case.
 *
 * @param kind such as {@code minutes}; the versions of one kind of a case are counted from 1
 * @param size of the PDF in bytes, 0 while it waits
 * @param sha256 of the PDF, empty while it waits
 */
public record IssuedDocument(
        UUID id,
        UUID caseId,
        String kind,
        String title,
        int version,
        State state,
        Instant issuedAt,
        long size,
        String sha256) {

    /** Whether there is a PDF. */
    public enum State {
        /** The PDF is there. */
        ISSUED,
        /** The text is kept, but this machine has no Chinese font to print it with. */
        WAITING_FOR_FONT,
        /** The text is kept, but it could not be printed; the log says why. It is tried again. */
        PRINTING_FAILED
    }
}
