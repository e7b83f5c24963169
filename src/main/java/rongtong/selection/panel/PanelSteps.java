package rongtong.selection.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.UUID;
import rongtong.calendar.WorkingDays;
import rongtong.policy.Settings;
import rongtong.selection.round.Rounds;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.Timeline;

/** What {@code panel-review.bpmn} and the process of the round call. */
@ProcessBean("panelSteps")
public class PanelSteps {

    private static final LocalTime START_OF_WORK = LocalTime.of(9, 0);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Panels panels;
    private final Reviews reviews;
    private final Rounds rounds;
    private final WorkingDays workingDays;
    private final Settings settings;
    private final Timeline timeline;
    private final Clock clock;

    PanelSteps(
            Panels panels,
            Reviews reviews,
            Rounds rounds,
            WorkingDays workingDays,
            Settings settings,
            Timeline timeline,
            Clock clock) {
        this.panels = panels;
        this.reviews = reviews;
        this.rounds = rounds;
        this.workingDays = workingDays;
        this.settings = settings;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Until when an expert has time; asked again after each extension. */
    public Date dueAt(String review) {
        return Date.from(reviews.get(UUID.fromString(review)).dueAt());
    }

    /** Nine o'clock some working days before, but not before the review was opened. */
    public Date remindAt(String caseId) {
        var review = reviews.get(UUID.fromString(caseId));
        var calendar = workingDays.current(rounds.get(review.round()).province());
        var day = calendar.before(calendar.dayOf(review.dueAt()), settings.number("pilot.review-remind-days"));
        var moment = calendar.endOf(day).with(START_OF_WORK).toInstant();
        return Date.from(moment.isBefore(review.openedAt()) ? clock.instant() : moment);
    }

    public void remindExpert(String review) {
        timeline.note(UUID.fromString(review), "reminded", null, null);
    }

    /** The review is over; with the last one the round is told. */
    public void finishReview(String review) {
        panels.end(UUID.fromString(review));
    }

    static String day(Instant at) {
        return at.atZone(CHINA).toLocalDate().toString();
    }
}
