package rongtong.document;

import java.util.UUID;

/**
 * A file as it was handed in; its content never changes.
 *
 * @param name the file's name without folders
 * @param mediaType what the content is, found by looking at it
 * @param size in bytes
 * @param sha256 of the content, in lower-case hexadecimal digits
 */
public record Attachment(UUID id, String name, String mediaType, long size, String sha256) {}
