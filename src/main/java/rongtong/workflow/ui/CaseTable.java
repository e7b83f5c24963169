package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Organizations;
import rongtong.shared.Page;
import rongtong.ui.Formats;
import rongtong.ui.ListLines;
import rongtong.ui.NarrowScreen;
import rongtong.workflow.CaseQuery;
import rongtong.workflow.CaseRow;
import rongtong.workflow.CaseStatus;
import rongtong.workflow.Services.ServiceName;

/** A list of cases with its filters, which stand in the address of the page. */
class CaseTable extends Composite<Div> {

    private static final int TYPING_PAUSE_MILLISECONDS = 350;

    private final String path;
    private final String target;
    private final transient DueTexts due;
    private final List<ServiceName> names;
    private final SerializableFunction<CaseQuery, Page<CaseRow>> source;

    private final TextField text = new TextField();
    private final Select<ServiceName> service = new Select<>();
    private final Select<CaseStatus> status = new Select<>();
    private final Checkbox overdue = new Checkbox();
    private final Checkbox mine = new Checkbox();
    private final IntegerField age = new IntegerField();
    private final ComboBox<OrganizationRow> organization = new ComboBox<>();
    private final Span count = new Span();
    private final Div filters = new Div();
    private final Grid<CaseRow> grid = new Grid<>();
    private AddressQuery query = new AddressQuery();

    /**
     * @param path of the page whose address keeps the filters
     * @param target path below which a case has its page, such as {@code cases}
     */
    CaseTable(
            String path,
            List<ServiceName> names,
            SerializableFunction<CaseQuery, Page<CaseRow>> source,
            String target,
            DueTexts due) {
        this.path = path;
        this.target = target;
        this.due = due;
        this.names = names;
        this.source = source;
        getContent().addClassNames("page-full", "case-table");
        configureFilters();
        configureGrid();
        getContent().add(filters, grid);
        NarrowScreen.observe(getContent(), this::showForWidth);
    }

    /** Offers to see only the cases that one's own organisation started. */
    CaseTable withMine() {
        mine.setLabel(getTranslation("desk.filter.mine"));
        listen(mine, "mine");
        filters.addComponentAtIndex(3, mine);
        return this;
    }

    /** Offers what administrators look for: one organisation, cases of some age. */
    CaseTable withOrganizationAndAge(Organizations organizations) {
        organization.setPlaceholder(getTranslation("desk.filter.organization"));
        organization.setAriaLabel(getTranslation("desk.filter.organization"));
        organization.setItemLabelGenerator(OrganizationRow::name);
        organization.setClearButtonVisible(true);
        organization.setItemsPageable((page, typed) -> organizations
                .find(filter(typed), page.getPageNumber(), page.getPageSize())
                .items());
        organization.addValueChangeListener(change -> filter(
                "organization",
                change.getValue() == null ? "" : change.getValue().code(),
                change.isFromClient()));
        age.setPlaceholder(getTranslation("desk.filter.age"));
        age.setAriaLabel(getTranslation("desk.filter.age"));
        age.setMin(0);
        age.setMax(9999);
        age.setClearButtonVisible(true);
        listen(age, "age");
        filters.addComponentAtIndex(3, organization);
        filters.addComponentAtIndex(4, age);
        return this;
    }

    private static OrganizationFilter filter(String typed) {
        return new OrganizationFilter(Set.of(), null, null, null, typed.isBlank() ? null : typed);
    }

    /** Shows what the address asks for. */
    void show(AddressQuery asked) {
        query = asked;
        text.setValue(query.text("q").orElse(""));
        service.setValue(query.text("service")
                .flatMap(key ->
                        names.stream().filter(name -> name.key().equals(key)).findFirst())
                .orElse(null));
        status.setValue(chosenStatus());
        overdue.setValue(query.flag("overdue"));
        mine.setValue(query.flag("mine"));
        age.setValue(query.number("age") == 0 ? null : query.number("age"));
        refresh();
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
        status.setItems(CaseStatus.values());
        status.setItemLabelGenerator(
                one -> getTranslation(one == null ? "desk.filter.all-states" : "workflow.status." + one.name()));
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(getTranslation("desk.filter.all-states"));
        status.setAriaLabel(getTranslation("desk.filter.state"));
        overdue.setLabel(getTranslation("desk.filter.overdue"));
        listen(text, "q");
        listen(overdue, "overdue");
        service.addValueChangeListener(change -> filter(
                "service", change.getValue() == null ? "" : change.getValue().key(), change.isFromClient()));
        status.addValueChangeListener(change -> filter(
                "status",
                change.getValue() == null ? "" : change.getValue().name().toLowerCase(Locale.ROOT),
                change.isFromClient()));
        count.addClassName("list-count");
        filters.addClassName("filters");
        filters.add(text, service, status, overdue, count);
    }

    private <V> void listen(HasValue<? extends HasValue.ValueChangeEvent<V>, V> field, String name) {
        field.addValueChangeListener(
                change -> filter(name, change.getValue() == null ? "" : change.getValue(), change.isFromClient()));
    }

    private void filter(String name, Object value, boolean byPerson) {
        if (byPerson) {
            query.with(name, value).show(path);
            refresh();
        }
    }

    private void configureGrid() {
        grid.addClassName("clickable");
        grid.addComponentColumn(this::card).setKey("card").setHeader(getTranslation("desk.cases"));
        grid.addComponentColumn(
                        row -> new ListLines(address(row), row.title(), row.number() + " · " + row.serviceName()))
                .setKey("title")
                .setHeader(getTranslation("desk.column.title"))
                .setFlexGrow(4);
        grid.addColumn(CaseRow::organizationName)
                .setKey("organization")
                .setHeader(getTranslation("desk.column.organization"))
                .setFlexGrow(2)
                .setTooltipGenerator(CaseRow::organizationName);
        grid.addColumn(row -> Formats.moment(row.startedAt()))
                .setKey("started")
                .setHeader(getTranslation("desk.column.started"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(row -> Formats.moment(row.endedAt()))
                .setKey("ended")
                .setHeader(getTranslation("desk.column.ended"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::state)
                .setKey("state")
                .setHeader(getTranslation("desk.column.state"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> UI.getCurrent().navigate(address(click.getItem())));
        grid.setSizeFull();
        showForWidth(false);
    }

    private String address(CaseRow row) {
        return target + "/" + row.id();
    }

    private Component state(CaseRow row) {
        var state = new Div(new StatusBadge(row));
        state.addClassName("badges");
        if (row.status() == CaseStatus.RUNNING && (row.dueAt() != null || row.stopped())) {
            state.add(due.label(row));
        }
        return state;
    }

    private Component card(CaseRow row) {
        var card = new ListLines(address(row), row.title(), row.number() + " · " + row.organizationName());
        card.add(state(row));
        return card;
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == "card".equals(column.getKey())));
    }

    private void refresh() {
        grid.setEmptyStateText(getTranslation(isFiltered() ? "desk.empty.filtered" : "desk.empty.cases"));
        GridPages.feed(grid, this::find, total -> count.setText(getTranslation("desk.total", total)));
    }

    private boolean isFiltered() {
        return query.text("q").isPresent()
                || query.text("service").isPresent()
                || query.text("status").isPresent()
                || query.text("organization").isPresent()
                || query.flag("overdue")
                || query.number("age") > 0;
    }

    private @Nullable CaseStatus chosenStatus() {
        return query.text("status")
                .flatMap(word -> Arrays.stream(CaseStatus.values())
                        .filter(one -> one.name().equalsIgnoreCase(word))
                        .findFirst())
                .orElse(null);
    }

    private Page<CaseRow> find(int page, int size) {
        return source.apply(new CaseQuery(
                query.text("service").orElse(null),
                chosenStatus(),
                query.text("q").orElse(null),
                query.text("organization").orElse(null),
                query.flag("mine"),
                query.flag("overdue"),
                query.number("age"),
                page,
                size));
    }
}
