package rongtong.alliance.process;

import java.util.UUID;
import rongtong.alliance.Foundings;
import rongtong.workflow.ProcessBean;

/** The service tasks of {@code alliance-founding.bpmn}. */
@ProcessBean("allianceSteps")
public class AllianceSteps {

    private final Foundings foundings;

    AllianceSteps(Foundings foundings) {
        this.foundings = foundings;
    }

    /** Closes the records of a case that its initiator took back. */
    public void closeWithdrawn(String caseId) {
        foundings.withdraw(UUID.fromString(caseId));
    }
}
