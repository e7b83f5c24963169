package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import rongtong.calendar.WorkCalendar;
import rongtong.calendar.WorkingDays;
import rongtong.identity.CurrentUser;
import rongtong.organization.Organization;
import rongtong.organization.Organizations;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;
import rongtong.ui.PlainTable;
import rongtong.workflow.CaseQuery;
import rongtong.workflow.CaseRow;
import rongtong.workflow.CaseStatus;
import rongtong.workflow.Cases;
import rongtong.workflow.InboxCounts;
import rongtong.workflow.ServiceView;
import rongtong.workflow.Services;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.TaskRow;
import rongtong.workflow.Workload;

/** Where a working day begins: what is urgent, what comes first, how one's own cases stand. */
@Route("")
@PermitAll
@Menu(title = "desk.workbench", order = 0, icon = "vaadin:home-o")
class WorkbenchView extends Div implements HasDynamicTitle {

    private static final int SHOWN_TASKS = 8;
    private static final int SHOWN_CASES = 6;

    private final transient TaskInbox inbox;
    private final transient Cases cases;
    private final transient Services services;
    private final transient DueTexts due;
    private final transient Workload workload;
    private final transient WorkCalendar calendar;
    private final LocalDate today;

    WorkbenchView(
            TaskInbox inbox,
            Cases cases,
            Services services,
            DueTexts due,
            Workload workload,
            WorkingDays workingDays,
            CurrentUser user,
            Organizations organizations,
            Clock clock) {
        this.inbox = inbox;
        this.cases = cases;
        this.services = services;
        this.due = due;
        this.workload = workload;
        this.calendar = workingDays.in(organizations
                .find(user.organization())
                .map(Organization::province)
                .orElse(null));
        this.today = LocalDate.now(clock);
        addClassName("page");
        var counts = inbox.counts();
        add(header(organizations.name(user.organization()), user.displayName()), tiles(counts), columns());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.workbench");
    }

    /** Who is at work and where, which is one name for the accounts of schools and enterprises. */
    private PageHeader header(String organization, String person) {
        var header = new PageHeader(getTranslation("desk.workbench.greeting", person));
        return person.equals(organization) ? header : header.withLine(organization);
    }

    private Component tiles(InboxCounts counts) {
        var tiles = new Div(
                tile("overdue", counts.overdue(), counts.overdue() > 0 ? "bad" : "none", "tasks?overdue=true"),
                tile("today", counts.today(), counts.today() > 0 ? due.tone(today) : "none", "tasks?due=" + today),
                tile("this-week", counts.thisWeek(), due.tone(counts.thisWeekFirst()), "tasks"),
                tile("later", counts.later(), due.tone(counts.laterFirst()), "tasks"));
        tiles.addClassName("tiles");
        return tiles;
    }

    /** @param tone the colour that the lists give to the first of the number */
    private Component tile(String key, long number, String tone, String address) {
        var tile = new Anchor(
                address,
                part("tile-number", Formats.number(number)),
                part("tile-label", getTranslation("desk.count." + key)));
        tile.addClassNames("tile", "tile-" + tone);
        return tile;
    }

    private Component columns() {
        var main = new Div(tasks(), cases());
        main.addClassName("column");
        var side = new Div(new DueCalendar(workload, calendar, today));
        if (workload.seesDepartment()) {
            side.add(load());
        }
        var startable = admitted();
        if (!startable.isEmpty()) {
            side.add(quickStarts(startable));
        }
        side.addClassName("column");
        var columns = new Div(main, side);
        columns.addClassName("columns");
        return columns;
    }

    private Component tasks() {
        var page =
                inbox.find(new TaskQuery(TaskQuery.View.TODO, null, null, false, TaskQuery.Sort.DUE, 0, SHOWN_TASKS));
        var panel = new Panel(getTranslation("desk.workbench.tasks"));
        panel.setCount(page.total());
        panel.addToSide(new Anchor("tasks", getTranslation("desk.all")));
        if (page.items().isEmpty()) {
            panel.add(new EmptyState(getTranslation("desk.workbench.no-tasks")));
            return panel;
        }
        panel.add(rows(page.items().stream().map(this::task).toArray(Component[]::new)));
        return panel;
    }

    private Component task(TaskRow task) {
        var row = new Anchor(
                TaskNavigation.address(task.id()),
                part("row-title", task.name()),
                side(due.label(task)),
                part("row-line", task.title() + " · " + task.number()));
        row.addClassName("row");
        return row;
    }

    private Component cases() {
        var page = cases.find(new CaseQuery(null, CaseStatus.RUNNING, null, null, true, false, 0, 0, SHOWN_CASES));
        var panel = new Panel(getTranslation("desk.workbench.cases"));
        panel.setCount(page.total());
        panel.addToSide(new Anchor("cases?mine=true", getTranslation("desk.all")));
        if (page.items().isEmpty()) {
            panel.add(new EmptyState(getTranslation(
                    admitted().isEmpty() ? "desk.workbench.no-cases" : "desk.workbench.no-cases.start")));
            return panel;
        }
        panel.add(rows(page.items().stream().map(this::caseRow).toArray(Component[]::new)));
        return panel;
    }

    private Component caseRow(CaseRow row) {
        var link = new Anchor(
                CaseNavigation.address(row.id()),
                part("row-title", row.title()),
                side(new StatusBadge(row)),
                part("row-line", row.number() + " · " + standing(row)));
        link.addClassName("row");
        return link;
    }

    /** Who has the case, in a sentence. */
    private String standing(CaseRow row) {
        var view = cases.get(row.id());
        var current = view.current();
        if (current.isEmpty()) {
            return StatusPanel.moving(view);
        }
        var first = current.getFirst();
        var sentence = getTranslation("desk.case.at", first.holder(), first.name(), due.text(row, first.dueAt()));
        return current.size() == 1 ? sentence : sentence + getTranslation("desk.case.and-more", current.size() - 1);
    }

    /** For leaders: who has how much, and what of it is late. */
    private Component load() {
        var panel = new Panel(getTranslation("desk.load"));
        var loads = workload.ofDepartment();
        if (loads.isEmpty()) {
            panel.add(new EmptyState(getTranslation("desk.load.none")));
            return panel;
        }
        var table = new PlainTable(
                        getTranslation("desk.load.who"),
                        getTranslation("desk.load.open"),
                        getTranslation("desk.load.soon"),
                        getTranslation("desk.load.overdue"))
                .withNumbers(1, 2, 3);
        loads.forEach(load -> table.row(
                new Span(load.name()),
                number(load.open(), "none"),
                number(load.soon(), load.soon() > 0 ? "warning" : "none"),
                number(load.overdue(), load.overdue() > 0 ? "bad" : "none")));
        panel.add(table);
        return panel;
    }

    private static Component number(long number, String tone) {
        var cell = new Span(Formats.number(number));
        cell.addClassNames("due", "due-" + tone);
        return cell;
    }

    /** What the organisation may start today, without what a procedure refuses it. */
    private List<ServiceView> admitted() {
        return services.startable().stream()
                .filter(service -> service.refusal() == null)
                .toList();
    }

    private Component quickStarts(List<ServiceView> startable) {
        var panel = new Panel(getTranslation("desk.workbench.start"));
        panel.addToSide(new Anchor("services", getTranslation("desk.services")));
        panel.add(rows(startable.stream().map(this::service).toArray(Component[]::new)));
        return panel;
    }

    private Component service(ServiceView service) {
        var row = new Anchor(
                "services/" + service.key(), part("row-title", service.name()), part("row-line", service.summary()));
        row.addClassName("row");
        return row;
    }

    private static Component rows(Component... members) {
        var rows = new Div(members);
        rows.addClassName("rows");
        return rows;
    }

    private static Span side(Component content) {
        var side = new Span(content);
        side.addClassName("row-side");
        return side;
    }

    private static Span part(String look, String text) {
        var part = new Span(text);
        part.addClassName(look);
        return part;
    }
}
