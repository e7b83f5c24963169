package rongtong.ledger;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A survey (调研) on which a ledger rests.
 *
 * @param sample how many organisations were asked
 */
public record Survey(UUID id, String title, LocalDate date, String method, int sample) {

    public static Survey of(String title, LocalDate date, String method, int sample) {
        return new Survey(UUID.randomUUID(), title, date, method, sample);
    }
}
