package rongtong.workflow.correction;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;
import rongtong.workflow.correction.Defects.Mark;

/** What {@code acceptance.bpmn} calls. */
@ProcessBean("acceptanceSteps")
public class AcceptanceSteps {

    /** Name of the stage where the caller names none. */
    private static final String STAGE = "acceptance";

    private static final int LONGEST_NOTE = 4000;

    private final Timeline timeline;

    AcceptanceSteps(Timeline timeline) {
        this.timeline = timeline;
    }

    /**
     * Registers that the organ has received the application: its days begin tomorrow (default D1).
     *
     * @return name of the stage
     */
    public String receive(DelegateExecution execution) {
        timeline.note(
                UUID.fromString(String.valueOf(execution.getVariable("caseId"))),
                "received",
                String.valueOf(execution.getVariable("organ")),
                null);
        return Objects.requireNonNullElse((String) execution.getVariable("stage"), STAGE);
    }

    /** The deadline passed without a word: the application counts as accepted (default D1). */
    public String acceptBySilence(String caseId, String organ) {
        timeline.note(UUID.fromString(caseId), "accepted-by-silence", organ, null);
        return "ACCEPTED";
    }

    /** The applicant let the deadline for correction pass. */
    public String refuseLapsed(String caseId, String organ) {
        timeline.note(UUID.fromString(caseId), "refused-uncorrected", organ, null);
        return "REFUSED";
    }

    /** The defects as the timeline keeps them. */
    static String listed(List<Mark> marks) {
        var text = new StringBuilder();
        for (int number = 1; number <= marks.size(); number++) {
            var mark = marks.get(number - 1);
            text.append(number == 1 ? "" : "\n")
                    .append(number)
                    .append(". ")
                    .append(mark.label())
                    .append("：")
                    .append(mark.reason());
        }
        return text.length() <= LONGEST_NOTE ? text.toString() : text.substring(0, LONGEST_NOTE - 2) + "……";
    }
}
