package rongtong.alliance.process;

import java.util.UUID;
import rongtong.alliance.Foundings;
import rongtong.ledger.LedgerRounds;
import rongtong.workflow.ProcessBean;

/** The service tasks of {@code alliance-founding.bpmn}. */
@ProcessBean("allianceSteps")
public class AllianceSteps {

    private final Foundings foundings;
    private final LedgerRounds ledgers;

    AllianceSteps(Foundings foundings, LedgerRounds ledgers) {
        this.foundings = foundings;
        this.ledgers = ledgers;
    }

    /** Closes the records of a case that its initiator took back, so that nothing half-done remains. */
    public void closeWithdrawn(String caseId) {
        var id = UUID.fromString(caseId);
        ledgers.withdraw(id);
        foundings.withdraw(id);
    }
}
