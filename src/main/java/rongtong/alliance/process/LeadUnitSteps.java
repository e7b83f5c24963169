package rongtong.alliance.process;

import java.util.List;
import java.util.UUID;
import rongtong.alliance.Departments;
import rongtong.alliance.lead.Candidate;
import rongtong.alliance.lead.LeadUnit;
import rongtong.alliance.lead.LeadUnits;
import rongtong.workflow.ProcessBean;

/** What {@code lead-unit.bpmn} and {@code lead-assessment.bpmn} call. */
@ProcessBean("leadUnitSteps")
public class LeadUnitSteps {

    private final LeadUnits leadUnits;
    private final Departments departments;

    LeadUnitSteps(LeadUnits leadUnits, Departments departments) {
        this.leadUnits = leadUnits;
        this.departments = departments;
    }

    /** Codes of the units nominated in the latest round. */
    public List<String> candidates(String caseId) {
        return leadUnits.candidates(UUID.fromString(caseId)).stream()
                .map(Candidate::organization)
                .toList();
    }

    /** Codes of the departments that judge. */
    public List<String> departments(String jurisdiction, String demandDepartment) {
        return departments.of(jurisdiction, demandDepartment);
    }

    /** Codes of the units that have to accept. */
    public List<String> chosenUnits(String caseId) {
        return leadUnits.chosen(UUID.fromString(caseId)).stream()
                .map(LeadUnit::organization)
                .toList();
    }

    /** @return whether all chosen units have accepted */
    public boolean concludeAcceptance(String caseId) {
        return leadUnits.allAccepted(UUID.fromString(caseId));
    }
}
