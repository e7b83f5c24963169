package rongtong.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Message;

/**
 * What somebody was told.
 *
 * @param text the sentence
 * @param words what the person who did it wrote, such as the reason of a return; empty for nothing
 * @param task the task to go to, if it is open; null where the case is the place to go
 * @param step name of the step that it concerns, in the reader's language; empty for the whole case
 * @param readAt null while unread
 */
public record Notice(
        long id,
        NoticeKind kind,
        Message text,
        String words,
        String title,
        String number,
        UUID caseId,
        @Nullable String task,
        String step,
        Instant at,
        @Nullable Instant readAt) {

    public boolean isUnread() {
        return readAt == null;
    }
}
