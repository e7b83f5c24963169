package rongtong.document;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Keeps files that people hand in and shows them to those who may see the case. */
@Service
public class Attachments {

    /**
     * Keeps a file for the person at work, who alone sees it until it is bound to a case.
     *
     * @throws rongtong.shared.RuleViolation if the file is too large, of a kind that is not accepted, not what its name
     *     says, or carries something that could run
     */
    public Attachment store(String name, InputStream content) {
        throw new UnsupportedOperationException(name + content);
    }

    /** @throws rongtong.shared.NotFound if there is none, or the person at work may not see it */
    public Attachment get(UUID id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /**
     * Writes the content.
     *
     * @throws rongtong.shared.NotFound if there is none, or the person at work may not see it
     */
    public void copy(UUID id, OutputStream target) {
        throw new UnsupportedOperationException(id.toString() + target);
    }

    /**
     * Makes files part of a case, in the caller's transaction. Naming one that is already part of the case is harmless.
     *
     * @param ids values of file pickers and attachments of an opinion
     * @throws rongtong.shared.RuleViolation if one is neither the person's own nor already part of the case
     */
    public void bind(Collection<UUID> ids, UUID caseId) {
        throw new UnsupportedOperationException(ids.toString() + caseId);
    }

    /** The files of a case, in the order in which they came; empty if the person at work may not see the case. */
    public List<Attachment> of(UUID caseId) {
        throw new UnsupportedOperationException(caseId.toString());
    }
}
