package rongtong.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Issues documents of cases as PDF and keeps every version. */
@Service
public class Documents {

    /**
     * Issues a document in the caller's transaction; another one of the same kind becomes the next version. Where this
     * machine has no Chinese font, the document waits for one and the case goes on.
     *
     * @param kind such as {@code minutes}, {@code ballot-record}, {@code charter}; its name for people is the text
     *     {@code document.kind.<kind>}
     * @param title as it stands in lists and in the PDF's title
     * @param template name of a file in {@code resources/documents}, without {@code .html}
     * @param model what fills the template's gaps: texts, numbers, flags, lists, maps and records of these
     */
    public IssuedDocument issue(UUID caseId, String kind, String title, String template, Map<String, Object> model) {
        throw new UnsupportedOperationException(caseId + kind + title + template + model);
    }

    /** All versions of all documents of a case, newest first; empty if the person at work may not see the case. */
    public List<IssuedDocument> of(UUID caseId) {
        throw new UnsupportedOperationException(caseId.toString());
    }

    /** The newest version, for modules that publish it or build on it: does not ask who is at work. */
    public Optional<IssuedDocument> newest(UUID caseId, String kind) {
        throw new UnsupportedOperationException(caseId + kind);
    }

    /** @throws rongtong.shared.NotFound if there is none, or the person at work may not see it */
    public IssuedDocument get(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /**
     * The PDF.
     *
     * @throws rongtong.shared.NotFound if there is none, or the person at work may not see it
     * @throws rongtong.shared.RuleViolation while the document waits for a font; names the package to install
     */
    public byte[] pdf(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /** Prints what waits for a font, if there is one now. @return how many were printed */
    public int renderWaiting() {
        return 0;
    }
}
