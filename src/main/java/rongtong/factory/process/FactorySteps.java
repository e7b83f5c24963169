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

    FactorySteps(Investments investments, FactoryRegister register, OfficialDocuments documents) {
        this.investments = investments;
        this.register = register;
        this.documents = documents;
    }

    /** The application was not accepted (不予受理). */
    public void closeNotAccepted(String caseId) {
        investments.refuseAcceptance(UUID.fromString(caseId));
    }

    /** The industry department tells the school why it does not consent. @return number of the document */
    public String issueDissent(String caseId, String organ) {
        return issue(caseId, "disapproval", organ);
    }

    /** 批复. @return number of the document */
    public String issueApproval(String caseId, String organ) {
        return issue(caseId, "approval", organ);
    }

    /** The approval takes effect: the register has a new factory, or one more approval of a known one. */
    public void registerInvestment(String caseId, String documentNumber) {
        var id = UUID.fromString(caseId);
        investments.number(id, documentNumber);
        register.enter(id);
    }

    /** 不予批准决定书. @return number of the document */
    public String issueRefusal(String caseId, String organ) {
        return issue(caseId, "disapproval", organ);
    }

    /** The refusal takes effect. */
    public void closeRefused(String caseId, String documentNumber) {
        investments.number(UUID.fromString(caseId), documentNumber);
    }

    /** The finance department tells the school that and why it takes longer. */
    public void notifyExtension(String caseId, String organ) {
        issue(caseId, "extension-notice", organ);
    }

    /** The school took its application back. */
    public void closeWithdrawn(String caseId) {
        investments.withdraw(UUID.fromString(caseId));
    }

    /** To the organisation that started the case; what the document says is {@link InvestmentFacts}'s. */
    private String issue(String caseId, String kind, String organ) {
        return documents
                .issue(UUID.fromString(caseId), kind, organ, "", Map.of())
                .number();
    }
}
