package rongtong.selection.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import rongtong.policy.Settings;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.round.RoundCounts;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.Rounds;
import rongtong.shared.Message;
import rongtong.workflow.CaseMessages;
import rongtong.workflow.Cases;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;
import rongtong.workflow.TimelineEntry;
import rongtong.workflow.countersign.Countersigns;

/** The service tasks and timers of {@code pilot-selection.bpmn} and of what it calls. */
@ProcessBean("roundSteps")
public class RoundSteps {

    /** Subjects of the countersigns. */
    static final String CALL = "call";

    static final String PROPOSAL = "proposal";

    private final Rounds rounds;
    private final RoundCounts counts;
    private final PilotApplications applications;
    private final RoundWords words;
    private final Countersigns countersigns;
    private final CaseMessages messages;
    private final Timeline timeline;
    private final Settings settings;
    private final ObjectProvider<Cases> cases;
    private final Clock clock;

    RoundSteps(
            Rounds rounds,
            RoundCounts counts,
            PilotApplications applications,
            RoundWords words,
            Countersigns countersigns,
            CaseMessages messages,
            Timeline timeline,
            Settings settings,
            ObjectProvider<Cases> cases,
            Clock clock) {
        this.rounds = rounds;
        this.counts = counts;
        this.applications = applications;
        this.words = words;
        this.countersigns = countersigns;
        this.messages = messages;
        this.timeline = timeline;
        this.settings = settings;
        this.cases = cases;
        this.clock = clock;
    }

    /** Opens the countersign on the call; where nobody else leads or takes part, nobody is asked. */
    public void askOpinionsOnCall(String caseId) {
        var id = UUID.fromString(caseId);
        var round = rounds.get(id);
        var others = words.others(round);
        if (!others.isEmpty()) {
            countersigns.open(
                    id,
                    CALL,
                    words.inChinese(Message.of("selection.round.ask-call", round.title())),
                    RoundWords.inChinese(() -> words.inChinese(Message.of(
                            "selection.round.ask-call.text",
                            words.programme(round).name(),
                            words.window(round),
                            words.tracks(words.programme(round)),
                            rounds.note(id)))),
                    others);
        }
    }

    /** Whether the window that the call names still lies ahead, at least in part. */
    public boolean inTime(String caseId) {
        return rounds.get(UUID.fromString(caseId)).closesAt().isAfter(clock.instant());
    }

    /** To whom the call and the result go. */
    public String addressee(String caseId) {
        return words.inChinese(Message.of("selection.round.addressee."
                + rounds.get(UUID.fromString(caseId)).province()));
    }

    public String title(String caseId) {
        return rounds.get(UUID.fromString(caseId)).title();
    }

    public void publishCall(String caseId, String number) {
        var id = UUID.fromString(caseId);
        rounds.publish(id, number);
        timeline.note(id, "call-published", rounds.get(id).organ(), number);
    }

    /** When the window closes; asked again after each extension. */
    public Date closesAt(String caseId) {
        return Date.from(rounds.get(UUID.fromString(caseId)).closesAt());
    }

    /** When those who still write are reminded. */
    public Date reminderAt(String caseId) {
        return Date.from(rounds.get(UUID.fromString(caseId))
                .closesAt()
                .minus(Duration.ofDays(settings.number("pilot.closing-reminder-days"))));
    }

    /** Until when submissions that arrived in time may still be under way. */
    public Date graceEndsAt(String caseId) {
        return Date.from(
                rounds.get(UUID.fromString(caseId)).closesAt().plusSeconds(settings.number("pilot.grace-seconds")));
    }

    /** Tells everybody who writes, and the case of the round, of the latest extension. */
    public void tellExtension(String caseId) {
        var id = UUID.fromString(caseId);
        rounds.extensions(id).stream().reduce((former, latest) -> latest).ifPresent(extension -> {
            var text = words.inChinese(
                    Message.of("selection.round.extended", chinese(extension.to()), extension.reason()));
            timeline.note(id, "window-extended", rounds.get(id).organ(), text);
            applications
                    .of(id, ApplicationStatus.WRITING)
                    .forEach(application ->
                            timeline.note(application.caseId(), "window-extended", application.applicant(), text));
        });
    }

    /** The end of the window comes near: those who have begun and not handed in are reminded. */
    public void remindWriters(String caseId) {
        var id = UUID.fromString(caseId);
        var text = words.inChinese(Message.of(
                "selection.round.closing-soon", chinese(rounds.get(id).closesAt())));
        applications
                .of(id, ApplicationStatus.WRITING)
                .forEach(application -> timeline.note(application.caseId(), "reminded", application.applicant(), text));
    }

    /** From now on nothing that arrives is received; what arrived in time still counts. */
    public void closeWindow(String caseId) {
        var id = UUID.fromString(caseId);
        rounds.advance(id, RoundStatus.CLOSED);
        timeline.note(
                id,
                "window-closed",
                rounds.get(id).organ(),
                chinese(rounds.get(id).closesAt()));
    }

    /** What was not handed in lapses at once; its processes are told one by one. */
    public void lapseWriting(String caseId) {
        var id = UUID.fromString(caseId);
        tell(id, "windowClosed", applications.lapse(id));
    }

    public void endWithoutEntries(String caseId) {
        rounds.cancel(UUID.fromString(caseId), words.inChinese(Message.of("selection.round.no-entries")));
    }

    /** The convener cancels the round: everybody who has applied is told. */
    public void cancelRound(String caseId) {
        var id = UUID.fromString(caseId);
        rounds.cancel(id, withdrawalReason(id));
        tell(
                id,
                "roundCancelled",
                counts.cases(
                        id,
                        ApplicationStatus.WRITING,
                        ApplicationStatus.SUBMITTED,
                        ApplicationStatus.ENTERED,
                        ApplicationStatus.RESERVE));
    }

    private String withdrawalReason(UUID id) {
        return cases.getObject().get(id).timeline().stream()
                .filter(entry -> entry.action().equals("withdrawn"))
                .map(TimelineEntry::opinion)
                .filter(reason -> reason != null)
                .reduce((former, latest) -> latest)
                .orElse("");
    }

    private void tell(UUID round, String message, Collection<UUID> told) {
        rounds.told(round, message, messages.tellAll(told, message), told.size());
    }

    private static String chinese(java.time.Instant at) {
        return RoundWords.inChinese(() -> RoundWords.minute(at));
    }
}
