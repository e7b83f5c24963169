package rongtong.document;

import java.util.UUID;

/**
 * A document that had waited has been printed.
 *
 * @param sha256 of the PDF
 */
public record DocumentPrinted(UUID document, String sha256) {}
