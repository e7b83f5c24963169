package rongtong.workflow.correction;

import java.util.UUID;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;

/** What {@code correction.bpmn} calls. */
@ProcessBean("correctionSteps")
public class CorrectionSteps {

    private final Defects defects;
    private final Timeline timeline;

    CorrectionSteps(Defects defects, Timeline timeline) {
        this.defects = defects;
        this.timeline = timeline;
    }

    /** Reminds the applicant that the deadline comes near. */
    public void remindApplicant(String caseId, String applicant) {
        timeline.note(UUID.fromString(caseId), "reminded", applicant, null);
    }

    /** The deadline passed without a correction; what follows is for the calling procedure. */
    public String lapse(String caseId, String stage, String applicant) {
        var id = UUID.fromString(caseId);
        defects.latest(id, stage, "OPEN").ifPresent(defects::lapse);
        timeline.note(id, "correction-lapsed", applicant, null);
        return "LAPSED";
    }
}
