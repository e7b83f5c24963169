package rongtong.workflow.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import rongtong.calendar.WorkCalendar;
import rongtong.ui.Panel;
import rongtong.workflow.Workload;

/** A month with the number of one's own tasks that are due on each day; a day leads to the inbox of just these. */
class DueCalendar extends Panel {

    private final transient Workload workload;
    private final transient WorkCalendar calendar;
    private final LocalDate today;
    private final Span title = new Span();
    private final Div grid = new Div();
    private YearMonth month;

    DueCalendar(Workload workload, WorkCalendar calendar, LocalDate today) {
        super(translate("desk.due-calendar"));
        this.workload = workload;
        this.calendar = calendar;
        this.today = today;
        this.month = YearMonth.from(today);
        grid.addClassNames("calendar-grid", "due-calendar");
        title.addClassName("due-calendar-title");
        addToSide(step(VaadinIcon.ANGLE_LEFT, "desk.due-calendar.before", -1));
        addToSide(title);
        addToSide(step(VaadinIcon.ANGLE_RIGHT, "desk.due-calendar.next", 1));
        add(grid);
        show();
    }

    private Component step(VaadinIcon icon, String label, int months) {
        var button = new Button(icon.create(), click -> {
            month = month.plusMonths(months);
            show();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(getTranslation(label));
        return button;
    }

    private void show() {
        title.setText(DateTimeFormatter.ofPattern("yyyy-MM").format(month));
        grid.removeAll();
        for (int weekday = 1; weekday <= 7; weekday++) {
            var head = new Span(getTranslation("desk.weekday." + weekday));
            head.addClassName("calendar-weekday");
            grid.add(head);
        }
        for (int gap = 1; gap < month.atDay(1).getDayOfWeek().getValue(); gap++) {
            grid.add(new Span());
        }
        var due = workload.dueIn(month);
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            grid.add(day(month.atDay(day), due));
        }
    }

    private Component day(LocalDate day, Map<LocalDate, Long> due) {
        var number = new Span(String.valueOf(day.getDayOfMonth()));
        long tasks = due.getOrDefault(day, 0L);
        Component cell;
        if (tasks == 0) {
            cell = new Span(number);
        } else {
            var count = new Span(String.valueOf(tasks));
            count.addClassNames("due-count", day.isBefore(today) ? "due-count-bad" : "due-count-open");
            var link = new Anchor("tasks?due=" + day, number, count);
            link.setTitle(getTranslation("desk.due-calendar.day", day.toString(), tasks));
            link.setAriaLabel(getTranslation("desk.due-calendar.day", day.toString(), tasks));
            cell = link;
        }
        cell.addClassName("due-day");
        cell.setClassName("calendar-rest", !calendar.isWorkingDay(day));
        cell.setClassName("due-today", day.equals(today));
        return cell;
    }
}
