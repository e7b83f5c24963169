package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;
import java.util.List;
import rongtong.shared.Listed;
import rongtong.ui.Formats;
import rongtong.ui.Panel;
import rongtong.workflow.CaseView;
import rongtong.workflow.CurrentStep;
import rongtong.workflow.clock.ClockView;

/** Where a case stands, in sentences: who has it, since when, how long they still have. */
class StatusPanel extends Panel {

    private static final int MOST_NEXT = 4;

    StatusPanel(CaseView view, DueTexts due) {
        super(translate("desk.case.status"));
        addToSide(new StatusBadge(view.row()));
        if (view.current().isEmpty()) {
            add(line(closing(view)));
        }
        view.current().forEach(step -> add(line(step, due)));
        view.clocks().forEach(clock -> add(line(clock)));
    }

    /** How a stage stands against its time limit, with whose days the others were. */
    private Div line(ClockView clock) {
        var line = line("");
        var sentence = new Span(clock.text());
        sentence.addClassNames("due", "due-" + tone(clock));
        line.add(sentence);
        line.addClassName("clock-line");
        if (clock.applicantDays() + clock.expertDays() + clock.objectionDays() > 0) {
            var whose = new Span(getTranslation(
                    "desk.clock.days",
                    clock.departmentDays(),
                    clock.applicantDays(),
                    clock.expertDays(),
                    clock.objectionDays()));
            whose.addClassName("muted");
            line.add(whose);
        }
        return line;
    }

    private static String tone(ClockView clock) {
        if (clock.stopped()) {
            return "stopped";
        }
        return clock.running() || clock.overdue() ? DueTexts.tone(clock.colour()) : "done";
    }

    private String closing(CaseView view) {
        var ended = view.row().endedAt();
        return ended == null
                ? view.clocks().stream()
                        .filter(ClockView::running)
                        .findFirst()
                        .map(clock -> getTranslation("desk.case.stage", clock.stageName()))
                        .orElseGet(() -> moving(view))
                : getTranslation("desk.case.ended." + view.row().status().name(), Formats.moment(ended));
    }

    /** What a case without an open step is about: it waits for others, or the system is at work. */
    static String moving(CaseView view) {
        return view.waits().isEmpty()
                ? translate("desk.case.moving")
                : translate("desk.case.waiting", Listed.of(view.waits()));
    }

    private Div line(CurrentStep step, DueTexts due) {
        var line = line(getTranslation(
                "desk.case.with", step.holder(), step.name(), Formats.moment(step.since()), due.since(step.since())));
        if (step.dueAt() != null) {
            line.add(new Span(" "), due.label(step.dueAt()));
        }
        if (step.usual() != null) {
            var usual = new Span(" " + usually(step.usual()));
            usual.addClassName("muted");
            line.add(usual);
        }
        return line;
    }

    private String usually(Duration usual) {
        if (usual.toHours() < 1) {
            return getTranslation("desk.case.usual.hour");
        }
        return usual.toDays() < 1
                ? getTranslation("desk.case.usual.hours", usual.toHours())
                : getTranslation("desk.case.usual.days", usual.toDays());
    }

    private static Div line(String text) {
        var line = new Div(text);
        line.addClassName("status-line");
        return line;
    }

    /** The names of the steps that come next, where they are known. */
    void addNext(List<String> steps) {
        if (!steps.isEmpty()) {
            var named = Listed.of(steps.subList(0, Math.min(steps.size(), MOST_NEXT)));
            var line = line(
                    getTranslation(steps.size() > MOST_NEXT ? "desk.case.next-and-more" : "desk.case.next", named));
            line.addClassName("muted");
            add(line);
        }
    }
}
