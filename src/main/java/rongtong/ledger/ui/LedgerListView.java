package rongtong.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rongtong.ledger.Ledger;
import rongtong.ledger.LedgerFilter;
import rongtong.ledger.LedgerType;
import rongtong.ledger.Ledgers;
import rongtong.ledger.RoundStatus;
import rongtong.organization.Organizations;
import rongtong.ui.Formats;
import rongtong.ui.ListLines;
import rongtong.ui.NarrowScreen;
import rongtong.ui.PageHeader;

/** Ledgers of all rounds that the person may see; a click opens one. */
@Route("ledgers")
@PermitAll
@Menu(title = "ledger.pages.ledgers", order = 100, icon = "vaadin:book")
class LedgerListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String PATH = "ledgers";

    /** The only column on a phone. */
    private static final String CARD = "card";

    private final transient Ledgers ledgers;
    private final transient Organizations organizations;

    private final Select<Integer> year = new Select<>();
    private final Select<LedgerType> type = new Select<>();
    private final Select<RoundStatus> status = new Select<>();
    private final Span count = new Span();
    private final Grid<Ledger> grid = new Grid<>();
    private AddressLine address = new AddressLine();

    LedgerListView(Ledgers ledgers, Organizations organizations) {
        this.ledgers = ledgers;
        this.organizations = organizations;
        addClassNames("page", "page-full");
        configureGrid();
        add(
                new PageHeader(getTranslation("ledger.pages.ledgers"))
                        .withLine(getTranslation("ledger.pages.ledgers.line")),
                filters(),
                grid);
        NarrowScreen.observe(this, this::showForWidth);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ledger.pages.ledgers");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = AddressLine.of(event.getLocation());
        year.setItems(ledgers.years());
        year.setValue(chosenYear());
        type.setValue(address.word("type", LedgerType.class));
        status.setValue(address.word("status", RoundStatus.class));
        refresh();
    }

    private Component filters() {
        configure(year, "year", "ledger.pages.all-years", String::valueOf);
        configure(type, "type", "ledger.pages.all-types", one -> getTranslation("ledger.type." + one));
        configure(status, "status", "ledger.pages.all-states", one -> getTranslation("ledger.round.status." + one));
        type.setItems(LedgerType.values());
        status.setItems(RoundStatus.values());
        count.addClassName("list-count");
        var filters = new Div(year, type, status, count);
        filters.addClassName("filters");
        return filters;
    }

    private <T> void configure(Select<T> select, String name, String all, Function<T, String> label) {
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(all));
        select.setAriaLabel(getTranslation("ledger.pages.filter." + name));
        select.setItemLabelGenerator(item -> item == null ? getTranslation(all) : label.apply(item));
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                address.put(PATH, name, change.getValue());
                refresh();
            }
        });
    }

    private void configureGrid() {
        grid.addClassName("clickable");
        grid.addComponentColumn(this::card).setKey(CARD).setHeader(getTranslation("ledger.pages.ledgers"));
        grid.addComponentColumn(this::title)
                .setHeader(getTranslation("ledger.pages.ledger"))
                .setFlexGrow(3);
        grid.addColumn(this::owners)
                .setHeader(getTranslation("ledger.pages.owners"))
                .setFlexGrow(4)
                .setTooltipGenerator(this::owners);
        grid.addColumn(ledger -> Formats.number(ledger.entries()))
                .setHeader(getTranslation("ledger.pages.entries"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addComponentColumn(ledger -> LedgerWords.state(this, ledger))
                .setHeader(getTranslation("ledger.pages.state"))
                .setWidth("120px")
                .setFlexGrow(0);
        grid.addComponentColumn(this::comparison).setWidth("130px").setFlexGrow(0);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> LedgerNavigation.open(click.getItem().id()));
        grid.setSizeFull();
        showForWidth(false);
    }

    private Component title(Ledger ledger) {
        var name = new Anchor(LedgerNavigation.address(ledger.id()), LedgerWords.name(this, ledger));
        name.addClassName("list-title");
        var line = new Span(LedgerWords.edition(this, ledger));
        line.addClassName("list-line");
        var cell = new Div(name, line);
        cell.addClassName("cell-two");
        return cell;
    }

    private Component card(Ledger ledger) {
        var card = new ListLines(
                LedgerNavigation.address(ledger.id()),
                LedgerWords.name(this, ledger),
                LedgerWords.edition(this, ledger)
                        + " · "
                        + getTranslation("ledger.pages.total-entries", Formats.number(ledger.entries())));
        var line = new Div(LedgerWords.state(this, ledger), comparison(ledger));
        line.addClassName("card-foot");
        card.add(line);
        return card;
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == CARD.equals(column.getKey())));
    }

    private String owners(Ledger ledger) {
        return organizations.name(ledger.owner())
                + getTranslation("ledger.plan.draft-and")
                + organizations.name(ledger.coOwner());
    }

    private Component comparison(Ledger ledger) {
        return new Anchor(LedgerNavigation.comparison(ledger.roundId()), getTranslation("ledger.pages.comparison"));
    }

    private void refresh() {
        var filter = new LedgerFilter(
                chosenYear(), address.word("type", LedgerType.class), address.word("status", RoundStatus.class));
        grid.setEmptyStateText(
                getTranslation(address.isEmpty() ? "ledger.pages.no-ledgers" : "ledger.pages.none-found"));
        grid.setItemsPageable(
                page -> ledgers.find(filter, page.getPageNumber(), page.getPageSize())
                        .items(),
                page -> total(filter));
    }

    private long total(LedgerFilter filter) {
        var total = ledgers.find(filter, 0, 1).total();
        count.setText(getTranslation("ledger.pages.total", Formats.number(total)));
        return total;
    }

    private @Nullable Integer chosenYear() {
        return address.text("year")
                .filter(text -> text.matches("[0-9]{4}"))
                .map(Integer::valueOf)
                .orElse(null);
    }
}
