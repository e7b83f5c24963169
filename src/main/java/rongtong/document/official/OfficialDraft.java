package rongtong.document.official;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an office is going to issue.
 *
 * @param kind key of an {@link OfficialKind}
 * @param organ code of the organisation that issues it
 * @param organName its full name in Chinese
 * @param addressee whom it is sent to (主送机关), as a name
 * @param facts fill the places of the template; what is missing stays empty
 * @param copies whom it is copied to (抄送), as names
 * @param attachments titles of attachments (附件)
 * @param wording takes the place of the template's; null where the template speaks
 */
public record OfficialDraft(
        UUID caseId,
        String kind,
        String organ,
        String organName,
        String addressee,
        Map<String, ?> facts,
        List<String> copies,
        List<String> attachments,
        @Nullable Wording wording) {

    /**
     * What people wrote instead of the template's text.
     *
     * @param title one line
     * @param body a paragraph a line
     */
    public record Wording(String title, String body) {}
}
