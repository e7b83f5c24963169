package rongtong.document;

import java.util.Map;
import java.util.UUID;
import rongtong.shared.Auditable;
import rongtong.shared.Message;

/**
 * A document was issued: from now on its text stays as it is.
 *
 * @param textSha256 of the text from which the PDF is printed
 */
record DocumentIssued(UUID document, UUID caseId, String title, String textSha256) implements Auditable {

    @Override
    public Message description() {
        return Message.of("document.issued", title);
    }

    @Override
    public String action() {
        return "DOCUMENT.ISSUED";
    }

    @Override
    public String subject() {
        return document.toString();
    }

    @Override
    public Map<String, Object> detail() {
        return Map.of("case", caseId.toString(), "textSha256", textSha256);
    }
}
