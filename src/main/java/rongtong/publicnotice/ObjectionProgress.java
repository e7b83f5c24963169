package rongtong.publicnotice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection as its objector sees it by the private link: without name and contact, so that a link that was passed on
 * shows neither.
 *
 * @param noticeId of the notice, for a link to it
 * @param notice number of the notice
 * @param organName in the language of the reader
 * @param entry what it is against; null for the whole list
 * @param answerBy last day of the answer
 * @param answer reasons of the answer; null until it was given
 * @param document number of the written answer, which {@link Objections#paper} gives as PDF; null until it was given
 * @param evidence what was handed in, the first file before the others
 * @param mostEvidence how many files there may be
 * @param largestEvidence in bytes
 * @param closedAt null while it is dealt with
 */
public record ObjectionProgress(
        String number,
        ObjectionState state,
        UUID noticeId,
        String notice,
        String noticeTitle,
        @Nullable String noticeTitleEn,
        String organName,
        @Nullable String entry,
        String facts,
        Instant filedAt,
        @Nullable LocalDate answerBy,
        @Nullable String answer,
        @Nullable String document,
        @Nullable Instant closedAt,
        List<Evidence> evidence,
        int mostEvidence,
        long largestEvidence) {

    /** Whether it can be taken back. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether one more file can be handed in. */
    public boolean takesEvidence() {
        return isOpen() && evidence.size() < mostEvidence;
    }
}
