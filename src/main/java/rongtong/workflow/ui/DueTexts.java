package rongtong.workflow.ui;

import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.calendar.WorkingDays;
import rongtong.shared.Texts;
import rongtong.ui.Formats;
import rongtong.workflow.CaseRow;
import rongtong.workflow.TaskRow;
import rongtong.workflow.clock.Light;
import rongtong.workflow.clock.Lights;

/** Says how much time is left, in working days, and how urgent that is. */
@Component
class DueTexts {

    private final WorkingDays workingDays;
    private final Lights lights;
    private final Texts texts;
    private final Clock clock;

    DueTexts(WorkingDays workingDays, Lights lights, Texts texts, Clock clock) {
        this.workingDays = workingDays;
        this.lights = lights;
        this.texts = texts;
        this.clock = clock;
    }

    /** Such as 剩余 3 个工作日, 今天到期, 已逾期 2 个工作日. */
    String text(@Nullable Instant due) {
        return text(due, null);
    }

    private String text(@Nullable Instant due, @Nullable String jurisdiction) {
        if (due == null) {
            return texts.of("desk.due.none");
        }
        var now = clock.instant();
        int left = workingDays.in(jurisdiction).left(now, due);
        if (due.isBefore(now)) {
            return left == 0 ? texts.of("desk.due.over-today") : texts.of("desk.due.over", -left);
        }
        return left == 0 ? texts.of("desk.due.today") : texts.of("desk.due.left", left);
    }

    /** The same with its colour and sign; the exact moment shows on pointing. */
    Span label(@Nullable Instant due) {
        return label(due, null);
    }

    /** Likewise, by the calendar of the case; 已停钟 where the clock stands still. */
    Span label(TaskRow task) {
        return task.stopped() ? stopped() : label(task.dueAt(), task.jurisdiction());
    }

    /** Of an open step of the case. */
    String text(CaseRow row, @Nullable Instant due) {
        return row.stopped() ? texts.of("desk.due.stopped") : text(due, row.jurisdiction());
    }

    String tone(@Nullable Instant due) {
        return tone(due, null);
    }

    /** The colour of what is due at the end of a day. */
    String tone(LocalDate day) {
        return tone(day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusSeconds(1), null);
    }

    /** For the step of a case that is due first. */
    Span label(CaseRow row) {
        return row.stopped() ? stopped() : label(row.dueAt(), row.jurisdiction());
    }

    private Span stopped() {
        var label = new Span(texts.of("desk.due.stopped"));
        label.addClassNames("due", "due-stopped");
        return label;
    }

    private Span label(@Nullable Instant due, @Nullable String jurisdiction) {
        var label = new Span(text(due, jurisdiction));
        label.addClassNames("due", "due-" + tone(due, jurisdiction));
        if (due != null) {
            label.setTitle(texts.of("desk.due.exactly", Formats.moment(due)));
        }
        return label;
    }

    private String tone(@Nullable Instant due, @Nullable String jurisdiction) {
        return due == null ? "none" : tone(lights.of(due, jurisdiction));
    }

    static String tone(Light light) {
        return switch (light) {
            case GREEN -> "good";
            case AMBER -> "warning";
            case RED -> "bad";
        };
    }

    /** Whole working days since a moment, such as 今天, 3 个工作日前. */
    String since(Instant moment) {
        int days = workingDays.left(moment, clock.instant());
        return days <= 0 ? texts.of("desk.since.today") : texts.of("desk.since.days", days);
    }
}
