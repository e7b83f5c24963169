package rongtong.alliance.process;

import java.util.List;
import java.util.UUID;
import rongtong.alliance.member.Members;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;

/** What {@code member-selection.bpmn} and {@code member-consent.bpmn} call. */
@ProcessBean("memberSteps")
public class MemberSteps {

    private final Members members;
    private final Timeline timeline;

    MemberSteps(Members members, Timeline timeline) {
        this.members = members;
        this.timeline = timeline;
    }

    /** Codes of the organisations that were invited and have not answered. */
    public List<String> candidates(String caseId) {
        return members.invited(UUID.fromString(caseId));
    }

    /** Half of the time has gone without an answer. */
    public void remindCandidate(String caseId, String unit) {
        timeline.note(UUID.fromString(caseId), "reminded", unit, null);
    }

    /** The deadline passed without an answer. */
    public void recordSilence(String caseId, String unit) {
        var id = UUID.fromString(caseId);
        members.silent(id, unit);
        timeline.note(id, "silent", unit, null);
    }
}
