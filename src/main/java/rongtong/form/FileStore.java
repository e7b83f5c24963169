package rongtong.form;

import java.io.InputStream;
import java.util.Optional;

/** Where a file picker puts files; its answer is the list of their ids. Implemented by the module of documents. */
public interface FileStore {

    /**
     * Keeps the file for the person at work.
     *
     * @return id of the attachment
     * @throws rongtong.shared.RuleViolation if the file is too large, of a forbidden kind or carries something hostile
     */
    String store(String name, String mediaType, InputStream content);

    /** Nothing if there is no such attachment or the person may not see it. */
    Optional<StoredFile> find(String id);

    /**
     * @param size in bytes
     * @param address where the browser gets it
     */
    record StoredFile(String id, String name, String mediaType, long size, String address) {}
}
