package rongtong.selection.process;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import rongtong.organization.Organizations;
import rongtong.selection.register.Checks;
import rongtong.selection.register.Conclusion;
import rongtong.selection.register.Evaluations;
import rongtong.selection.register.Recognitions;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Texts;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;

/** What {@code pilot-evaluation.bpmn} calls, and the diagrams around it. */
@ProcessBean("evaluationSteps")
public class EvaluationSteps {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Recognitions recognitions;
    private final Evaluations evaluations;
    private final Checks checks;
    private final Organizations organizations;
    private final Timeline timeline;
    private final Texts texts;
    private final Clock clock;

    EvaluationSteps(
            Recognitions recognitions,
            Evaluations evaluations,
            Checks checks,
            Organizations organizations,
            Timeline timeline,
            Texts texts,
            Clock clock) {
        this.recognitions = recognitions;
        this.evaluations = evaluations;
        this.checks = checks;
        this.organizations = organizations;
        this.timeline = timeline;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The recognition of a selected application, for the process that calls the evaluation; it is entered now if nobody
     * has done it yet.
     *
     * @return its id
     */
    public String recognition(String caseId) {
        return recognitions.enterApplication(UUID.fromString(caseId)).toString();
    }

    /** When the next check begins: on the morning of the day of the plan. */
    public Date checkDate(String recognition) {
        return Date.from(checks.next(UUID.fromString(recognition))
                .on()
                .atTime(MORNING)
                .atZone(clock.getZone())
                .toInstant());
    }

    /** Opens the check. @return its kind, as {@code EvaluationKind} names it */
    public String openCheck(String recognition) {
        return checks.open(UUID.fromString(recognition)).name();
    }

    /** Writes a reminder to the pilot on the timeline. */
    public void remindPilot(String caseId, String applicant) {
        timeline.note(UUID.fromString(caseId), "reminded", applicant, null);
    }

    /** What the document of the withdrawal is about, in Chinese whoever clicks. */
    public String subject(String recognition) {
        var entry = recognitions.get(UUID.fromString(recognition));
        return texts.in(
                Locale.SIMPLIFIED_CHINESE,
                Message.of(
                        "selection.register.subject",
                        RoundWords.inChinese(() -> organizations.name(entry.organization())),
                        entry.title()));
    }

    /** The withdrawal is signed and takes effect; the register says why. */
    public void withdrawRecognition(String recognition, String documentNumber) {
        var id = UUID.fromString(recognition);
        var evaluation = evaluations.of(id).reversed().stream()
                .filter(each -> each.conclusion() == Conclusion.WITHDRAW)
                .findFirst()
                .orElseThrow(() -> new NotFound("evaluation", recognition));
        recognitions.withdraw(
                id,
                texts.in(
                        Locale.SIMPLIFIED_CHINESE,
                        Message.of("selection.register.withdrawn-by", documentNumber, evaluation.reasons())));
    }

    /** The final evaluation is passed. */
    public void completeRecognition(String recognition) {
        recognitions.complete(UUID.fromString(recognition));
    }
}
