package rongtong.factory.process;

import java.util.Map;
import java.util.UUID;
import rongtong.factory.Investments;
import rongtong.factory.register.FactoryRegister;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.decision.OfficialDocuments;

/** The service tasks of {@code factory-investment.bpmn} and {@code factory-decision.bpmn}. */
@ProcessBean("factorySteps")
public class FactorySteps {

    private final Investments investments;
    private final FactoryRegister register;
    private final OfficialDocuments documents;
    private final InvestmentFacts facts;

    FactorySteps(
            Investments investments, FactoryRegister register, OfficialDocuments documents, InvestmentFacts facts) {
        this.investments = investments;
        this.register = register;
        this.documents = documents;
        this.facts = facts;
    }

    /** The application was not accepted (不予受理). */
    public void closeNotAccepted(String caseId) {
        investments.refuseAcceptance(UUID.fromString(caseId));
    }

    /** What the documents of this application are about, in Chinese. */
    public String subject(String caseId) {
        return facts.subject(investments.get(UUID.fromString(caseId)).investment());
    }

    /** The approval is signed and takes effect: the register has a new factory, or one more approval of a known one. */
    public void registerInvestment(String caseId, String documentNumber) {
        var id = UUID.fromString(caseId);
        investments.number(id, documentNumber);
        register.enter(id);
    }

    /** The refusal is signed and takes effect. */
    public void closeRefused(String caseId, String documentNumber) {
        investments.number(UUID.fromString(caseId), documentNumber);
    }

    /** The finance department tells the school that and why it takes longer. */
    public void notifyExtension(String caseId, String organ) {
        documents.issue(UUID.fromString(caseId), "extension-notice", organ, "", Map.of());
    }

    /** The school took its application back. */
    public void closeWithdrawn(String caseId) {
        investments.withdraw(UUID.fromString(caseId));
    }
}
