package rongtong.workflow.expert;

import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import rongtong.calendar.WorkingDays;
import rongtong.policy.Settings;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;
import rongtong.workflow.expert.ExpertOpinions.Round;

/** What {@code expert-opinion.bpmn} calls. */
@ProcessBean("expertSteps")
public class ExpertSteps {

    private static final LocalTime START_OF_WORK = LocalTime.of(9, 0);

    private final ExpertOpinions opinions;
    private final WorkingDays workingDays;
    private final Settings settings;
    private final Timeline timeline;

    ExpertSteps(ExpertOpinions opinions, WorkingDays workingDays, Settings settings, Timeline timeline) {
        this.opinions = opinions;
        this.workingDays = workingDays;
        this.settings = settings;
        this.timeline = timeline;
    }

    /** User names of the experts whose opinion is still open. */
    public List<String> experts(String caseId, String subject) {
        return opinions.opinions(UUID.fromString(caseId), subject).stream()
                .filter(opinion -> opinion.conclusion() == null)
                .map(ExpertOpinion::expert)
                .toList();
    }

    /** Until when opinions are waited for. */
    public Date limit(String caseId, String subject) {
        return Date.from(round(caseId, subject).limitAt());
    }

    /** Nine o'clock some working days before the limit, but not before the round was opened. */
    public Date remindAt(String caseId, String subject) {
        var round = round(caseId, subject);
        var calendar = workingDays.current(null);
        var day = calendar.before(calendar.dayOf(round.limitAt()), settings.number("clock.remind-days"));
        var moment = calendar.endOf(day).with(START_OF_WORK).toInstant();
        return Date.from(moment.isBefore(round.openedAt()) ? round.openedAt() : moment);
    }

    /** Notes for each expert who has not answered that the limit comes near. */
    public void remindExperts(String caseId, String subject) {
        experts(caseId, subject)
                .forEach(expert -> timeline.note(UUID.fromString(caseId), "expert-reminded", null, null));
    }

    /** The limit passed: who has said nothing is recorded as silent. */
    public void recordSilence(String caseId, String subject) {
        var id = UUID.fromString(caseId);
        experts(caseId, subject).forEach(expert -> {
            opinions.state(id, subject, expert, Conclusion.SILENT, "");
            timeline.note(id, "silent", null, null);
        });
    }

    /**
     * @return {@code AGREE} if all who answered do, {@code DISAGREE} if more than half do not, {@code NONE} if nobody
     *     answered, else {@code AGREE_WITH_CONDITIONS}
     */
    public String concludeOpinions(String caseId, String subject) {
        var given = opinions.opinions(UUID.fromString(caseId), subject).stream()
                .map(ExpertOpinion::conclusion)
                .filter(conclusion -> conclusion != null && conclusion != Conclusion.SILENT)
                .toList();
        return conclusion(given.stream().map(String::valueOf).toList());
    }

    static String conclusion(List<String> given) {
        if (given.isEmpty()) {
            return "NONE";
        }
        if (given.stream().allMatch("AGREE"::equals)) {
            return "AGREE";
        }
        return given.stream().filter("DISAGREE"::equals).count() * 2 > given.size()
                ? "DISAGREE"
                : "AGREE_WITH_CONDITIONS";
    }

    private Round round(String caseId, String subject) {
        return opinions.round(UUID.fromString(caseId), subject)
                .orElseThrow(() ->
                        new IllegalStateException("Case %s never asked experts on '%s'".formatted(caseId, subject)));
    }
}
