package rongtong.alliance.meeting;

import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.alliance.Foundings;
import rongtong.ledger.Ledgers;
import rongtong.ledger.RoundStatus;
import rongtong.shared.Message;

/** What the ledgers of a case hold for its review meeting. */
@Component
public class LedgerBasis {

    private final Ledgers ledgers;
    private final Foundings foundings;

    LedgerBasis(Ledgers ledgers, Foundings foundings) {
        this.ledgers = ledgers;
        this.foundings = foundings;
    }

    /** The frozen version that the meeting rests on, in words. */
    public Message nameOf(UUID caseId) {
        return ledgers.roundOf(caseId)
                .filter(round -> round.status() == RoundStatus.FROZEN)
                .map(round -> Message.of(
                        "alliance.meeting.ledger",
                        String.valueOf(round.year()),
                        round.version() == null ? "" : String.valueOf(round.version())))
                .orElse(Message.of("alliance.meeting.no-ledger"));
    }

    /** Whether the demand of the proposer was put forward first, in a frozen round of this case (R-LNA-12). */
    public boolean holdsDemand(UUID caseId) {
        var demandDepartment = foundings.get(caseId).demandDepartment();
        return ledgers.roundOf(caseId)
                .filter(round -> round.status() == RoundStatus.FROZEN)
                .filter(round -> round.demandDepartment().equals(demandDepartment))
                .isPresent();
    }
}
