package rongtong.alliance.charter;

import java.time.LocalDate;
import java.util.UUID;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * Rules (规章制度) written on the basis of a charter.
 *
 * @param charter id of the version they rest on
 */
public record Rulebook(UUID charter, LocalDate dated, String title, String text) {

    /**
     * Rules on the basis of an adopted charter, not older than it (R-LNA-41).
     *
     * @throws RuleViolation if the charter is not adopted, or the rules are dated before its adoption
     */
    public static Rulebook under(Charter charter, LocalDate dated, String title, String text) {
        var adoptedOn = charter.adoptedOn();
        if (adoptedOn == null) {
            throw new RuleViolation(Message.of("alliance.rules-before-charter", title));
        }
        if (dated.isBefore(adoptedOn)) {
            throw new RuleViolation(Message.of("alliance.rules-older", title, dated.toString(), adoptedOn.toString()));
        }
        return new Rulebook(charter.id(), dated, title, text);
    }
}
