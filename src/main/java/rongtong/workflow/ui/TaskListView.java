package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rongtong.shared.Page;
import rongtong.ui.DayPicker;
import rongtong.ui.Formats;
import rongtong.ui.ListLines;
import rongtong.ui.NarrowScreen;
import rongtong.ui.PageHeader;
import rongtong.workflow.Drafts;
import rongtong.workflow.Services;
import rongtong.workflow.Services.ServiceName;
import rongtong.workflow.TaskInbox;
import rongtong.workflow.TaskQuery;
import rongtong.workflow.TaskRow;

/** The inbox: to do, done, started by me, copied to me, drafts. Tab and filters stand in the address. */
@Route("tasks")
@PermitAll
@Menu(title = "desk.tasks", order = 10, icon = "vaadin:tasks")
class TaskListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int TYPING_PAUSE_MILLISECONDS = 350;

    /** What a tab shows. */
    private enum Shelf {
        TODO,
        DONE,
        STARTED,
        COPIED,
        DRAFTS
    }

    private final transient TaskInbox inbox;
    private final transient DueTexts due;
    private final List<ServiceName> names;

    private final Tabs tabs = new Tabs();
    private final Select<ServiceName> service = new Select<>();
    private final TextField text = new TextField();
    private final Checkbox overdue = new Checkbox();
    private final DatePicker dueOn = new DayPicker();
    private final Select<TaskQuery.Sort> sort = new Select<>();
    private final Span count = new Span();
    private final Div filters = new Div();
    private final Grid<TaskRow> grid = new Grid<>();
    private final DraftList draftList;
    private AddressQuery query = new AddressQuery();

    TaskListView(TaskInbox inbox, Services services, Drafts drafts, DueTexts due) {
        this.inbox = inbox;
        this.due = due;
        this.names = services.all();
        this.draftList = new DraftList(drafts, names);
        addClassNames("page", "page-full");
        configureTabs();
        configureFilters();
        configureGrid();
        add(new PageHeader(getTranslation("desk.tasks")), tabs, filters, grid, draftList);
        NarrowScreen.observe(this, this::showForWidth);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = AddressQuery.of(event.getLocation());
        tabs.setSelectedIndex(shelf().ordinal());
        service.setValue(query.text("service")
                .flatMap(key ->
                        names.stream().filter(name -> name.key().equals(key)).findFirst())
                .orElse(null));
        text.setValue(query.text("q").orElse(""));
        overdue.setValue(query.flag("overdue"));
        dueOn.setValue(query.day("due").orElse(null));
        sort.setValue(query.choice("sort", TaskQuery.Sort.DUE));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.tab." + shelf().name());
    }

    private Shelf shelf() {
        return query.choice("view", Shelf.TODO);
    }

    private void configureTabs() {
        for (var shelf : Shelf.values()) {
            tabs.add(new Tab(getTranslation("desk.tab." + shelf.name())));
        }
        tabs.addSelectedChangeListener(change -> {
            if (change.isFromClient()) {
                var view = Shelf.values()[tabs.getSelectedIndex()].name().toLowerCase(Locale.ROOT);
                UI.getCurrent().navigate("tasks", QueryParameters.simple(Map.of("view", view)));
            }
        });
    }

    private void configureFilters() {
        text.setPlaceholder(getTranslation("desk.filter.text"));
        text.setAriaLabel(getTranslation("desk.filter.text"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        service.setItems(names);
        service.setItemLabelGenerator(name -> name == null ? getTranslation("desk.filter.all-services") : name.name());
        service.setEmptySelectionAllowed(true);
        service.setEmptySelectionCaption(getTranslation("desk.filter.all-services"));
        service.setAriaLabel(getTranslation("desk.filter.service"));
        overdue.setLabel(getTranslation("desk.filter.overdue"));
        dueOn.setPlaceholder(getTranslation("desk.filter.due"));
        dueOn.setAriaLabel(getTranslation("desk.filter.due"));
        dueOn.setLocale(getLocale());
        dueOn.setClearButtonVisible(true);
        sort.setItems(TaskQuery.Sort.values());
        sort.setItemLabelGenerator(order -> getTranslation("desk.sort." + order.name()));
        sort.setAriaLabel(getTranslation("desk.sort"));
        text.addValueChangeListener(change -> filter("q", change.getValue(), change.isFromClient()));
        service.addValueChangeListener(change -> filter(
                "service", change.getValue() == null ? "" : change.getValue().key(), change.isFromClient()));
        overdue.addValueChangeListener(change -> filter("overdue", change.getValue(), change.isFromClient()));
        dueOn.addValueChangeListener(
                change -> filter("due", change.getValue() == null ? "" : change.getValue(), change.isFromClient()));
        sort.addValueChangeListener(
                change -> filter("sort", change.getValue().name().toLowerCase(Locale.ROOT), change.isFromClient()));
        count.addClassName("list-count");
        filters.addClassName("filters");
        filters.add(text, service, dueOn, overdue, sort, count);
    }

    private void filter(String name, Object value, boolean byPerson) {
        if (byPerson) {
            query.with(name, value).show("tasks");
            refresh();
        }
    }

    private void configureGrid() {
        grid.addClassName("clickable");
        grid.addComponentColumn(this::card).setKey("card").setHeader(getTranslation("desk.tasks"));
        grid.addComponentColumn(this::title)
                .setKey("title")
                .setHeader(getTranslation("desk.column.title"))
                .setFlexGrow(4);
        grid.addColumn(TaskRow::name)
                .setKey("step")
                .setHeader(getTranslation("desk.column.step"))
                .setFlexGrow(2)
                .setTooltipGenerator(TaskRow::name);
        grid.addColumn(task -> task.assigneeName() == null ? "" : task.assigneeName())
                .setKey("assignee")
                .setHeader(getTranslation("desk.column.assignee"))
                .setFlexGrow(1);
        grid.addColumn(task -> Formats.moment(task.createdAt()))
                .setKey("created")
                .setHeader(getTranslation("desk.column.created"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::standing)
                .setKey("due")
                .setHeader(getTranslation("desk.column.due"))
                .setWidth("160px")
                .setFlexGrow(0);
        grid.addColumn(task -> Formats.moment(task.doneAt()))
                .setKey("done")
                .setHeader(getTranslation("desk.column.done"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> UI.getCurrent().navigate(address(click.getItem())));
        grid.setSizeFull();
        showForWidth(false);
    }

    /** An open task leads to its page; what is done or only followed leads to the case. */
    private String address(TaskRow task) {
        return task.doneAt() == null && shelf() != Shelf.STARTED
                ? TaskNavigation.address(task.id())
                : CaseNavigation.address(task.caseId());
    }

    private Component title(TaskRow task) {
        return new ListLines(address(task), task.title(), task.number() + " · " + task.serviceName());
    }

    private Component card(TaskRow task) {
        var card = new ListLines(address(task), task.name(), task.title());
        card.add(standing(task));
        return card;
    }

    /** What time is left, or when the last step was done: who has finished has no time left to watch. */
    private Span standing(TaskRow task) {
        return task.doneAt() == null
                ? due.label(task)
                : new Span(getTranslation("desk.due.done", Formats.day(task.doneAt())));
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(isShown(String.valueOf(column.getKey()), narrow)));
    }

    private boolean isShown(String column, boolean narrow) {
        return switch (column) {
            case "card" -> narrow;
            case "done" -> !narrow && shelf() == Shelf.DONE;
            case "due" -> !narrow && shelf() != Shelf.DONE;
            default -> !narrow;
        };
    }

    private void refresh() {
        var drafts = shelf() == Shelf.DRAFTS;
        filters.setVisible(!drafts);
        grid.setVisible(!drafts);
        draftList.setVisible(drafts);
        overdue.setVisible(shelf() != Shelf.DONE);
        sort.setVisible(shelf() == Shelf.TODO);
        dueOn.setVisible(shelf() == Shelf.TODO);
        showForWidth(grid.getColumnByKey("card").isVisible());
        if (drafts) {
            draftList.refresh();
            return;
        }
        grid.setEmptyStateText(getTranslation(isFiltered() ? "desk.empty.filtered" : "desk.empty." + shelf().name()));
        GridPages.feed(grid, this::find, total -> count.setText(getTranslation("desk.total", total)));
    }

    private boolean isFiltered() {
        return query.text("q").isPresent()
                || query.text("service").isPresent()
                || query.flag("overdue")
                || query.day("due").isPresent();
    }

    private Page<TaskRow> find(int page, int size) {
        return inbox.find(new TaskQuery(
                TaskQuery.View.valueOf(shelf().name()),
                query.text("service").orElse(null),
                query.text("q").orElse(null),
                query.flag("overdue"),
                query.day("due").orElse(null),
                query.choice("sort", TaskQuery.Sort.DUE),
                page,
                size));
    }
}
