package rongtong.workflow.vote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One vote on one matter of a case.
 *
 * @param subject what is voted on, a word of the procedure such as {@code charter}
 * @param number from 1, by subject
 * @param seats how many units the council has
 * @param closedAt null while units may still vote
 */
public record Vote(
        UUID id,
        UUID caseId,
        String subject,
        int number,
        String title,
        List<Part> matter,
        VoteRule rule,
        int seats,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<Ballot> ballots) {

    /** One part of what is voted on, such as a section of a charter. */
    public record Part(String part, String text) {}

    public boolean isOpen() {
        return closedAt == null;
    }

    public Tally tally() {
        return Tally.of(rule, seats, ballots);
    }
}
