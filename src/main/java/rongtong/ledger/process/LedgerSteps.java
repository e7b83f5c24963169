package rongtong.ledger.process;

import java.util.UUID;
import rongtong.ledger.LedgerRounds;
import rongtong.workflow.ProcessBean;

/** The service tasks of {@code ledger-round.bpmn}, in the order of the diagram. */
@ProcessBean("ledgerSteps")
public class LedgerSteps {

    private final LedgerRounds rounds;

    LedgerSteps(LedgerRounds rounds) {
        this.rounds = rounds;
    }

    public void openRound(String caseId, String jurisdiction, String demandDepartment) {
        rounds.open(UUID.fromString(caseId), jurisdiction, demandDepartment);
    }

    public void freezeRound(String caseId) {
        rounds.freeze(UUID.fromString(caseId));
    }
}
