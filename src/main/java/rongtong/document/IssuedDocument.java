package rongtong.document;

import java.time.Instant;
import java.util.UUID;

/**
 * One version of a document that an office issued for a case. Its text is fixed from the moment of issue; the PDF is printed
 * from it once, behind the step or when somebody first reads it.
 *
 * @param kind such as {@code minutes}; the versions of one kind of a case are counted from 1
 * @param size of the PDF in bytes, 0 while there is none
 * @param sha256 of the PDF, empty while there is none
 * @param textSha256 of the text, in UTF-8, from which the PDF is printed
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
        String sha256,
        String textSha256) {

    /** Whether the PDF can be had: at once, or as soon as it is asked for. */
    public boolean isReadable() {
        return state == State.ISSUED || state == State.TO_PRINT;
    }

    /** Whether there is a PDF. */
    public enum State {
        /** Text and number are fixed; the PDF is printed behind, at the latest when somebody reads it. */
        TO_PRINT,
        /** The PDF is there. */
        ISSUED,
        /** The text is kept, but this machine has no Chinese font to print it with. */
        WAITING_FOR_FONT,
        /** The text is kept, but it could not be printed; the log says why. It is tried again. */
        PRINTING_FAILED
    }
}
