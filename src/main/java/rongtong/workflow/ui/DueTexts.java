package rongtong.workflow.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.calendar.WorkingDays;
import rongtong.shared.Texts;
import rongtong.ui.Formats;

/** Says how much time is left, in working days, and how urgent that is. */
@Component
class DueTexts {

    private static final int SOON_WORKING_DAYS = 3;

    private final WorkingDays workingDays;
    private final Texts texts;
    private final Clock clock;

    DueTexts(WorkingDays workingDays, Texts texts, Clock clock) {
        this.workingDays = workingDays;
        this.texts = texts;
        this.clock = clock;
    }

    /** Such as 剩余 3 个工作日, 今天到期, 已逾期 2 个工作日. */
    String text(@Nullable Instant due) {
        if (due == null) {
            return texts.of("desk.due.none");
        }
        var now = clock.instant();
        int left = workingDays.left(now, due);
        if (due.isBefore(now)) {
            return left == 0 ? texts.of("desk.due.over-today") : texts.of("desk.due.over", -left);
        }
        return left == 0 ? texts.of("desk.due.today") : texts.of("desk.due.left", left);
    }

    /** The same with its colour; the exact moment shows on pointing. */
    Span label(@Nullable Instant due) {
        var label = new Span(text(due));
        label.addClassNames("due", "due-" + tone(due));
        if (due != null) {
            label.setTitle(texts.of("desk.due.exactly", Formats.moment(due)));
        }
        return label;
    }

    private String tone(@Nullable Instant due) {
        if (due == null) {
            return "none";
        }
        var now = clock.instant();
        if (due.isBefore(now)) {
            return "bad";
        }
        return workingDays.left(now, due) <= SOON_WORKING_DAYS ? "warning" : "good";
    }

    /** Whole working days since a moment, such as 今天, 3 个工作日前. */
    String since(Instant moment) {
        int days = workingDays.left(moment, clock.instant());
        return days <= 0 ? texts.of("desk.since.today") : texts.of("desk.since.days", days);
    }
}
