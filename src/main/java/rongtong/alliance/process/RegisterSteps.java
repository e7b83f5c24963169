package rongtong.alliance.process;

import java.util.UUID;
import rongtong.alliance.register.Register;
import rongtong.workflow.ProcessBean;

/** The last service task of {@code alliance-founding.bpmn}. */
@ProcessBean("registerSteps")
public class RegisterSteps {

    private final Register register;

    RegisterSteps(Register register) {
        this.register = register;
    }

    /** Enters the alliance in the register: from now on it is public. */
    public void enterRegister(String caseId) {
        register.enter(UUID.fromString(caseId));
    }
}
