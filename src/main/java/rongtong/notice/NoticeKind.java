package rongtong.notice;

import java.util.Optional;
import rongtong.workflow.TimelineWritten;

/** What a notice tells of. The words are {@code notice.text.<kind>} in the message bundles. */
public enum NoticeKind {
    /** A deadline comes near; for those who may act. */
    REMINDED,
    /** Somebody asks to hurry (催办); for those who may act. */
    URGED,
    /** A deadline passed; for those who may act. */
    OVERDUE,
    /** A task is shown to somebody who need not act (抄送). */
    COPIED,
    /** A task was handed over (转办). */
    TRANSFERRED,
    /** A task was lent to somebody who gives it back (委派). */
    DELEGATED,
    /** Something has to be corrected or done again (退回补正). */
    RETURNED,
    /** The case came to its end (办结). */
    ENDED,
    /** The case was taken back by its organisation (撤回). */
    WITHDRAWN,
    /** The case was ended by an administrator (终止). */
    CANCELLED,
    /** There is more time to hand something in (延长申报期限). */
    WINDOW_EXTENDED,
    /** Evidence came in for what is dealt with (收到证据材料); for those who may act. */
    EVIDENCE_RECEIVED,
    /** There is nothing left to judge (评审终止); for the expert. */
    REVIEW_CLOSED;

    /** What an entry of a timeline is to people; nothing where it concerns only who did it. */
    static Optional<NoticeKind> of(TimelineWritten entry) {
        return switch (entry.action()) {
            case "reminded" -> Optional.of(REMINDED);
            case "urged" -> Optional.of(URGED);
            case "overdue", "escalated" -> Optional.of(OVERDUE);
            case "copied" -> Optional.of(COPIED);
            case "transferred" -> Optional.of(TRANSFERRED);
            case "delegated" -> Optional.of(DELEGATED);
            case "returned", "correction-asked" -> Optional.of(RETURNED);
            // somebody who takes back a step of theirs has done it to nobody else
            case "withdrawn" -> entry.task() == null ? Optional.of(WITHDRAWN) : Optional.empty();
            case "cancelled" -> Optional.of(CANCELLED);
            case "window-extended" -> Optional.of(WINDOW_EXTENDED);
            case "evidence-received" -> Optional.of(EVIDENCE_RECEIVED);
            case "review-closed" -> Optional.of(REVIEW_CLOSED);
            default -> Optional.empty();
        };
    }
}
