package rongtong.selection.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import rongtong.policy.Settings;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.application.PilotApplication;
import rongtong.selection.application.PilotApplications;
import rongtong.selection.decision.Decisions;
import rongtong.selection.panel.Panels;
import rongtong.selection.ranking.Rankings;
import rongtong.selection.register.Recognitions;
import rongtong.selection.round.RoundCounts;
import rongtong.selection.round.RoundMessages;
import rongtong.selection.round.RoundStatus;
import rongtong.selection.round.Rounds;
import rongtong.selection.round.SecondTurns;
import rongtong.shared.Message;
import rongtong.ui.Formats;
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
    private final RoundMessages messages;
    private final RoundNotices notices;
    private final SecondTurns turns;
    private final PilotApplications applications;
    private final Panels panels;
    private final Rankings rankings;
    private final Decisions decisions;
    private final Recognitions recognitions;
    private final RoundWords words;
    private final ListWords lists;
    private final Countersigns countersigns;
    private final Timeline timeline;
    private final Settings settings;
    private final ObjectProvider<Cases> cases;
    private final Clock clock;

    RoundSteps(
            Rounds rounds,
            RoundCounts counts,
            RoundMessages messages,
            RoundNotices notices,
            SecondTurns turns,
            PilotApplications applications,
            Panels panels,
            Rankings rankings,
            Decisions decisions,
            Recognitions recognitions,
            RoundWords words,
            ListWords lists,
            Countersigns countersigns,
            Timeline timeline,
            Settings settings,
            ObjectProvider<Cases> cases,
            Clock clock) {
        this.rounds = rounds;
        this.counts = counts;
        this.messages = messages;
        this.notices = notices;
        this.turns = turns;
        this.applications = applications;
        this.panels = panels;
        this.rankings = rankings;
        this.decisions = decisions;
        this.recognitions = recognitions;
        this.words = words;
        this.lists = lists;
        this.countersigns = countersigns;
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
            var writing = applications.of(id, ApplicationStatus.WRITING);
            writing.forEach(application ->
                    timeline.note(application.caseId(), "window-extended", application.applicant(), text));
            cases.getObject()
                    .moveDue(
                            writing.stream().map(PilotApplication::caseId).toList(),
                            "writeApplication",
                            extension.to());
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
                Formats.moment(rounds.get(id).closesAt()));
    }

    /** What was not handed in lapses at once; its processes are told one by one. */
    public void lapseWriting(String caseId) {
        var id = UUID.fromString(caseId);
        messages.tell(id, "windowClosed", applications.lapse(id));
    }

    public void endWithoutEntries(String caseId) {
        rounds.cancel(UUID.fromString(caseId), words.inChinese(Message.of("selection.round.no-entries")));
    }

    /** The experts are asked to score: all of them, or those of the second turn once it is ordered. */
    public void beginReviews(String caseId) {
        var id = UUID.fromString(caseId);
        var again = turns.of(id);
        if (again.isEmpty()) {
            panels.begin(id);
        } else {
            panels.beginSecondTurn(id, again);
        }
        rounds.advance(id, RoundStatus.REVIEW);
    }

    /** Makes the ranked lists. @return whether sheets lie too far apart and a second turn may still be ordered */
    public boolean computeRanking(String caseId) {
        var id = UUID.fromString(caseId);
        rankings.compute(id);
        return turns.of(id).isEmpty() && !rankings.alarms(id).isEmpty();
    }

    /** All sheets are in and no second turn is to come: the list may be proposed. */
    public void openProposals(String caseId) {
        rounds.advance(UUID.fromString(caseId), RoundStatus.RANKED);
    }

    /** Opens the countersign on the list that is proposed; where nobody else leads or takes part, nobody is asked. */
    public void askOpinionsOnList(String caseId) {
        var id = UUID.fromString(caseId);
        var round = rounds.get(id);
        var others = words.others(round);
        if (!others.isEmpty()) {
            countersigns.open(
                    id,
                    PROPOSAL,
                    words.inChinese(Message.of("selection.round.ask-list", round.title())),
                    RoundWords.inChinese(() -> lists.text(id)),
                    others);
        }
    }

    /** Whether the list has entries that no public notice has shown to its end. */
    public boolean hasToShow(String caseId) {
        return !notices.entries(UUID.fromString(caseId)).isEmpty();
    }

    /** Words the public notice of the list, or of what was added to it. @return its id */
    public String draftNotice(String caseId) {
        var id = UUID.fromString(caseId);
        rounds.advance(id, RoundStatus.NOTICE);
        return notices.draft(id).toString();
    }

    /** Publishes the result: applications and registers at once, the processes of the applications one by one. */
    public void publishResult(String caseId, String number) {
        var id = UUID.fromString(caseId);
        var result = decisions.result(id);
        applications.decide(id, result);
        recognitions.enter(id);
        rounds.advance(id, RoundStatus.FINISHED);
        timeline.note(id, "result-published", rounds.get(id).organ(), number);
        messages.tell(id, "selectionDecided", List.copyOf(result.keySet()));
    }

    /** The convener cancels the round: everybody who has applied is told. */
    public void cancelRound(String caseId) {
        var id = UUID.fromString(caseId);
        rounds.cancel(id, withdrawalReason(id));
        panels.cancel(id);
        messages.tell(
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

    private static String chinese(java.time.Instant at) {
        return RoundWords.inChinese(() -> RoundWords.minute(at));
    }
}
