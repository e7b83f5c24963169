package rongtong.document;

import java.util.UUID;

/**
 * Who may see the papers of a case. Implemented as a bean by the module that knows the cases; without one, only the
 * person who handed a file in sees it.
 */
public interface AttachmentAccess {

    /** Whether the person at work may see this case and with it its attachments and issued documents. */
    boolean mayRead(UUID caseId);

    /**
     * Whether the person at work, who may see this case, may see the files in it that were handed in in confidence. Nobody may
     * unless the procedure of the case says so.
     */
    default boolean mayReadConfidential(UUID caseId) {
        return false;
    }
}
