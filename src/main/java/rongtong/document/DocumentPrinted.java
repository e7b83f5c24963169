package rongtong.document;

import java.util.Map;
import java.util.UUID;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/**
 * The PDF of a document was printed, which happens once.
 *
 * @param sha256 of the PDF
 * @param textSha256 of the text that it was printed from
 * @param late whether it had to wait for a font or could not be printed at first
 */
public record DocumentPrinted(UUID document, String title, String sha256, String textSha256, boolean late)
        implements Auditable {

    @Override
    public Message description() {
        return Message.of("document.printed", title);
    }

    @Override
    public String action() {
        return "DOCUMENT.PRINTED";
    }

    @Override
    public String subject() {
        return document.toString();
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("sha256", sha256, "textSha256", textSha256);
    }
}
