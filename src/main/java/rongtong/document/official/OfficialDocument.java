package rongtong.document.official;

import java.time.Instant;
import java.util.UUID;
import rongtong.document.IssuedDocument.State;

/**
 * An official document as it was issued.
 *
 * @param number such as 吉财批〔2026〕1号
 * @param organ code of the organisation that issued it
 * @param organName as it stood on the day
 * @param sha256 of the PDF; empty until it is printed
 * @param textSha256 of the text, from which the PDF is printed
 * @param code printed on it, to verify it with
 */
public record OfficialDocument(
        UUID id,
        UUID caseId,
        String kind,
        String title,
        String number,
        String organ,
        String organName,
        String addressee,
        State state,
        Instant issuedAt,
        String sha256,
        String textSha256,
        String code) {}
