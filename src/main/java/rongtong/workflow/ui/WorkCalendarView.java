package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;
import rongtong.calendar.CalendarChange;
import rongtong.calendar.Calendars;
import rongtong.calendar.DayView;
import rongtong.calendar.WorkingDays;
import rongtong.shared.RuleViolation;
import rongtong.ui.Badge;
import rongtong.ui.DayPicker;
import rongtong.ui.Notices;
import rongtong.ui.PageHeader;
import rongtong.ui.PlainTable;
import rongtong.ui.Refreshing;
import rongtong.workflow.clock.CalendarMove;
import rongtong.workflow.clock.ClockCalendar;

/** Days of work and rest of a year, for the whole country or one province; a click on a day changes it. */
@Route("admin/calendar")
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "desk.calendar", order = 905, icon = "vaadin:calendar")
class WorkCalendarView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final List<String> JURISDICTIONS = List.of(WorkingDays.NATION, "LN", "JL", "ZJ");
    private static final int SHOWN_MOVES = 10;
    private static final int FIRST_YEAR = 2018;
    private static final int YEARS_AHEAD = 3;

    private final transient Calendars calendars;
    private final transient ClockCalendar clocks;
    private final transient Clock clock;

    private final Select<String> jurisdiction = new Select<>();
    private final Select<Integer> year = new Select<>();
    private final Div content = new Div();

    WorkCalendarView(Calendars calendars, ClockCalendar clocks, Clock clock) {
        this.calendars = calendars;
        this.clocks = clocks;
        this.clock = clock;
        addClassName("page");
        int thisYear = LocalDate.now(clock).getYear();
        jurisdiction.setItems(JURISDICTIONS);
        jurisdiction.setItemLabelGenerator(code -> getTranslation("calendar.jurisdiction." + code));
        jurisdiction.setAriaLabel(getTranslation("desk.calendar.jurisdiction"));
        year.setItems(IntStream.rangeClosed(FIRST_YEAR, thisYear + YEARS_AHEAD)
                .boxed()
                .toList());
        year.setItemLabelGenerator(one -> getTranslation("desk.calendar.year", String.valueOf(one)));
        year.setAriaLabel(getTranslation("desk.calendar.year-label"));
        jurisdiction.addValueChangeListener(change -> chosen(change.isFromClient()));
        year.addValueChangeListener(change -> chosen(change.isFromClient()));
        var enter = new Button(
                getTranslation("desk.calendar.enter"), click -> ask(LocalDate.of(year.getValue(), 1, 1), null));
        var filters = new Div(jurisdiction, year, enter);
        filters.addClassName("filters");
        add(
                new PageHeader(getTranslation("desk.calendar")).withLine(getTranslation("desk.calendar.line")),
                filters,
                content);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.calendar");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = AddressQuery.of(event.getLocation());
        var asked = query.text("jurisdiction").orElse(WorkingDays.NATION);
        int thisYear = LocalDate.now(clock).getYear();
        int askedYear = query.number("year");
        jurisdiction.setValue(JURISDICTIONS.contains(asked) ? asked : WorkingDays.NATION);
        year.setValue(askedYear >= FIRST_YEAR && askedYear <= thisYear + YEARS_AHEAD ? askedYear : thisYear);
        refresh();
    }

    private void chosen(boolean byPerson) {
        if (byPerson) {
            new AddressQuery()
                    .with("jurisdiction", jurisdiction.getValue())
                    .with("year", year.getValue())
                    .show("admin/calendar");
            refresh();
        }
    }

    private void refresh() {
        var days = calendars.year(jurisdiction.getValue(), year.getValue());
        content.removeAll();
        if (days.getFirst().provisional()) {
            content.add(provisional());
        }
        var months = new Div();
        months.addClassName("calendar-year");
        for (int month = 1; month <= 12; month++) {
            int one = month;
            months.add(month(
                    YearMonth.of(year.getValue(), month),
                    days.stream()
                            .filter(day -> day.day().getMonthValue() == one)
                            .toList()));
        }
        content.add(legend(), months);
    }

    private Component provisional() {
        var announce = new Button(getTranslation("desk.calendar.announce"), click -> askForNotice());
        announce.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var note = new Div(
                new Badge(getTranslation("desk.calendar.provisional"), Badge.Tone.WARNING),
                new Span(getTranslation("desk.calendar.provisional.line", String.valueOf(year.getValue()))),
                announce);
        note.addClassName("calendar-note");
        return note;
    }

    private Component legend() {
        var legend = new Div();
        legend.addClassName("calendar-legend");
        for (var kind : List.of("work", "rest", "holiday", "made-up", "entered")) {
            var sample = new Span(getTranslation("desk.calendar.sign." + kind));
            sample.addClassNames("calendar-sample", "calendar-" + kind);
            legend.add(new Span(sample, new Span(getTranslation("desk.calendar.legend." + kind))));
        }
        return legend;
    }

    private Component month(YearMonth month, List<DayView> days) {
        var title = new H3(month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, getLocale()));
        var count = new Span(getTranslation(
                "desk.calendar.working-days",
                days.stream().filter(DayView::works).count()));
        count.addClassName("muted");
        var grid = new Div();
        grid.addClassName("calendar-grid");
        for (int weekday = 1; weekday <= 7; weekday++) {
            var head = new Span(getTranslation("desk.weekday." + weekday));
            head.addClassName("calendar-weekday");
            grid.add(head);
        }
        for (int gap = 1; gap < days.getFirst().day().getDayOfWeek().getValue(); gap++) {
            grid.add(new Span());
        }
        days.forEach(day -> grid.add(day(day)));
        var head = new Div(title, count);
        head.addClassName("calendar-month-head");
        var block = new Div(head, grid);
        block.addClassName("calendar-month");
        return block;
    }

    private Component day(DayView day) {
        var number = new Span(String.valueOf(day.day().getDayOfMonth()));
        var cell = new NativeButton("", click -> ask(day.day(), day));
        cell.add(number);
        cell.addClassNames("calendar-day", "calendar-" + kind(day));
        if (day.entered()) {
            cell.addClassName("calendar-entered");
        }
        if (day.exceptional()) {
            var sign = new Span(getTranslation("desk.calendar.sign." + kind(day)));
            sign.addClassName("calendar-sign");
            cell.add(sign);
        }
        cell.setTitle(describe(day));
        cell.setAriaLabel(describe(day));
        return cell;
    }

    private static String kind(DayView day) {
        if (day.works()) {
            return day.exceptional() ? "made-up" : "work";
        }
        return day.exceptional() ? "holiday" : "rest";
    }

    private String describe(DayView day) {
        var words = day.day() + " " + getTranslation(day.works() ? "desk.calendar.works" : "desk.calendar.rests");
        return day.name().isEmpty() ? words : words + " · " + day.name();
    }

    /** @param day the day clicked; null to enter a range */
    private void ask(LocalDate first, @Nullable DayView day) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("desk.calendar.change"));
        dialog.setWidth("34rem");
        var from = date("desk.calendar.from", first);
        var to = date("desk.calendar.to", first);
        var works = new RadioButtonGroup<Boolean>(getTranslation("desk.calendar.as"));
        works.setItems(false, true);
        works.setItemLabelGenerator(one -> getTranslation(one ? "desk.calendar.works" : "desk.calendar.rests"));
        works.setValue(day != null && !day.works());
        var reason = text("desk.calendar.reason", day == null ? "" : day.name());
        var source = text("desk.calendar.source", day == null ? "" : day.source());
        source.setHelperText(getTranslation("desk.calendar.source.example"));
        var effect = new Div();
        effect.addClassName("calendar-effect");
        var save = new Button(getTranslation("desk.calendar.preview"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.addClickListener(click -> {
            var change = new CalendarChange(
                    jurisdiction.getValue(),
                    range(from.getValue(), to.getValue()),
                    works.getValue(),
                    reason.getValue(),
                    source.getValue());
            try {
                var moves = clocks.preview(change);
                confirm(
                        dialog,
                        getTranslation("desk.calendar.change"),
                        moves,
                        progress -> clocks.enter(change, progress));
            } catch (RuleViolation refused) {
                refused.fields().forEach(field -> {
                    var wrong = switch (field.field()) {
                        case "reason" -> reason;
                        case "source" -> source;
                        default -> null;
                    };
                    if (wrong == null) {
                        to.setInvalid(true);
                        to.setErrorMessage(getTranslation(field.message().key()));
                    } else {
                        wrong.setInvalid(true);
                        wrong.setErrorMessage(getTranslation(field.message().key()));
                    }
                });
            }
        });
        var range = new Div(from, to);
        range.addClassName("calendar-range");
        dialog.add(
                new Paragraph(getTranslation("calendar.jurisdiction." + jurisdiction.getValue())),
                range,
                works,
                reason,
                source,
                effect);
        if (day != null && day.own()) {
            var takeBack = new Button(getTranslation("desk.calendar.take-back"), click -> {
                var where = jurisdiction.getValue();
                confirm(
                        dialog,
                        getTranslation("desk.calendar.take-back"),
                        clocks.previewTakingBack(where, day.day()),
                        progress -> clocks.takeBack(where, day.day(), progress));
            });
            takeBack.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
            dialog.getFooter().add(takeBack);
        }
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    private static List<LocalDate> range(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null
                        || to == null
                        || to.isBefore(from)
                        || from.plusYears(1).isBefore(to)
                ? List.of()
                : from.datesUntil(to.plusDays(1)).toList();
    }

    private DatePicker date(String label, LocalDate value) {
        var date = new DayPicker();
        date.setLabel(getTranslation(label));
        date.setValue(value);
        return date;
    }

    private TextField text(String label, String value) {
        var field = new TextField(getTranslation(label), value, "");
        field.setMaxLength(200);
        field.setWidthFull();
        return field;
    }

    /** What a change does, before it is done: how many deadlines move, and where to. */
    private void confirm(Dialog asking, String title, List<CalendarMove> moves, Work work) {
        asking.close();
        var dialog = new Dialog();
        dialog.setHeaderTitle(title);
        dialog.setWidth("40rem");
        dialog.add(new Paragraph(
                moves.isEmpty()
                        ? getTranslation("desk.calendar.moves-none")
                        : getTranslation("desk.calendar.moves", moves.size())));
        if (!moves.isEmpty()) {
            var table = new PlainTable(
                    getTranslation("desk.column.title"),
                    getTranslation("desk.calendar.stage"),
                    getTranslation("desk.calendar.was"),
                    getTranslation("desk.calendar.becomes"));
            moves.stream()
                    .limit(SHOWN_MOVES)
                    .forEach(move -> table.row(
                            new Anchor("monitor/" + move.caseId(), move.title() + " · " + move.number()),
                            new Span(move.stageName()),
                            new Span(move.from().toString()),
                            new Span(move.to().toString())));
            dialog.add(table);
            if (moves.size() > SHOWN_MOVES) {
                dialog.add(new Paragraph(getTranslation("desk.calendar.moves-more", moves.size() - SHOWN_MOVES)));
            }
        }
        var confirm = new Button(getTranslation("desk.calendar.confirm"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setDisableOnClick(true);
        confirm.addClickListener(click -> run(dialog, work));
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), click -> dialog.close()), confirm);
        dialog.open();
    }

    /** Enters the change beside the screen, which shows how far it is. */
    private void run(Dialog dialog, Work work) {
        int all = Math.max(1, clocks.running(jurisdiction.getValue()));
        var done = new AtomicInteger();
        Callable<Integer> task = new DelegatingSecurityContextCallable<>(() -> work.run(done::set));
        var running = new FutureTask<>(task);
        Thread.ofVirtual().name("calendar-change").start(running);
        dialog.removeAll();
        dialog.getFooter().removeAll();
        dialog.add(new Refreshing(again -> {
            var ended = running.isDone();
            if (ended) {
                finish(dialog, running);
            }
            int entered = Math.min(done.get(), all);
            var words = new Span(getTranslation("desk.calendar.progress", entered, all));
            return new Refreshing.Look(new Div(words, new ProgressBar(0, all, entered)), !ended);
        }));
    }

    private void finish(Dialog dialog, FutureTask<Integer> entered) {
        dialog.close();
        refresh();
        if (entered.state() != Future.State.SUCCESS) {
            throw new IllegalStateException("The calendar could not be changed", entered.exceptionNow());
        }
        Notices.done(getTranslation("desk.calendar.saved", entered.resultNow()));
    }

    private void askForNotice() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("desk.calendar.announce"));
        dialog.setWidth("32rem");
        var source = text("desk.calendar.source", "");
        source.setHelperText(getTranslation("desk.calendar.source.example"));
        var save = new Button(getTranslation("ui.save"), click -> {
            try {
                clocks.announce(year.getValue(), source.getValue());
                dialog.close();
                refresh();
            } catch (RuleViolation refused) {
                source.setInvalid(true);
                source.setErrorMessage(getTranslation("calendar.source-missing"));
            }
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(
                new Paragraph(getTranslation("desk.calendar.announce.line", String.valueOf(year.getValue()))), source);
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    /** A change that tells how far it is and answers how many deadlines it has moved. */
    private interface Work {

        int run(IntConsumer progress);
    }
}
