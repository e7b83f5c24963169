package rongtong.workflow.countersign;

import java.util.List;
import java.util.UUID;
import rongtong.workflow.ProcessBean;

/** What {@code countersign.bpmn} calls. */
@ProcessBean("countersignSteps")
public class CountersignSteps {

    private final Countersigns countersigns;

    CountersignSteps(Countersigns countersigns) {
        this.countersigns = countersigns;
    }

    /** Codes of the organisations whose opinion is still open. */
    public List<String> units(String caseId, String subject) {
        return countersigns.opinions(UUID.fromString(caseId), subject).stream()
                .filter(opinion -> !opinion.settled())
                .map(Opinion::unit)
                .toList();
    }

    /** The deadline passed: who has said nothing is recorded as silent. */
    public void recordSilence(String caseId, String subject) {
        var id = UUID.fromString(caseId);
        units(caseId, subject).forEach(unit -> countersigns.state(id, subject, unit, Stance.SILENT, "", null));
    }
}
