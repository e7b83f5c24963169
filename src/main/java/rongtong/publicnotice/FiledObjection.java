package rongtong.publicnotice;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The receipt of an objection.
 *
 * @param number of the objection
 * @param link last part of the private address, not to be guessed; shown once and not kept
 * @param answerBy last day of the answer
 */
public record FiledObjection(String number, String link, Instant filedAt, LocalDate answerBy) {

    /** The link opens the objection. */
    @Override
    public String toString() {
        return "FiledObjection[number=%s]".formatted(number);
    }
}
