package rongtong.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * What a person gets for a completed step.
 *
 * @param number of the receipt, unique, such as {@code 20261121-7F3A09C2B1}
 */
public record Receipt(String number, UUID caseId, Instant at, Outcome outcome) {

    /** What the completion has led to. */
    public enum Outcome {
        /** The case goes on. */
        COMPLETED,
        /** The answers wait as a draft for whoever delegated the task, who completes it. */
        RESOLVED,
        /** The answers wait for the opinions of others; the case goes on when the last of them has answered. */
        WAITING
    }

    static Receipt now(UUID caseId, Clock clock) {
        return now(caseId, clock, Outcome.COMPLETED);
    }

    static Receipt now(UUID caseId, Clock clock, Outcome outcome) {
        var day = LocalDate.now(clock).format(DateTimeFormatter.BASIC_ISO_DATE);
        var tail =
                UUID.randomUUID().toString().replace("-", "").substring(0, 10).toUpperCase(java.util.Locale.ROOT);
        return new Receipt(day + "-" + tail, caseId, clock.instant(), outcome);
    }
}
