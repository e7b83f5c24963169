package rongtong.factory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.factory.register.FactoryFilter;
import rongtong.factory.register.FactoryRegister;
import rongtong.factory.register.FactoryRow;
import rongtong.factory.register.FactorySheets;
import rongtong.factory.register.FactoryStatus;
import rongtong.organization.CodeName;
import rongtong.organization.Regions;
import rongtong.ui.Badge;
import rongtong.ui.Formats;
import rongtong.ui.ListLines;
import rongtong.ui.NarrowScreen;
import rongtong.ui.PageHeader;

/** The register of school-run factories with its sums and charts; the filter stays in the address. */
@Route("factories")
@PermitAll
@Menu(title = "factory.register", order = 130, icon = "vaadin:factory")
class FactoryListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String CARD = "card";
    private static final String PROVINCE = "220000";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int FIRST_YEAR = 2018;
    private static final int LAST_YEAR = 2100;

    private final transient FactoryRegister register;
    private final transient FactorySheets sheets;
    private final transient Regions regions;

    private final Select<CodeName> city = new Select<>();
    private final IntegerField year = new IntegerField();
    private final Checkbox alarmed = new Checkbox();
    private final TextField search = new TextField();
    private final Div totals = new Div();
    private final Div charts = new Div();
    private final Grid<FactoryRow> grid = new Grid<>();
    private final PageHeader header;
    private boolean showing;

    FactoryListView(FactoryRegister register, FactorySheets sheets, Regions regions) {
        this.register = register;
        this.sheets = sheets;
        this.regions = regions;
        this.header = new PageHeader(getTranslation("factory.register"), export());
        addClassNames("page", "page-full");
        totals.addClassName("factory-totals");
        charts.addClassName("ledger-charts");
        configureFilters();
        configureGrid();
        var filters = new Div(search, city, year, alarmed);
        filters.addClassName("filters");
        add(header, totals, filters, grid, charts);
        NarrowScreen.observe(this, this::showForWidth);
    }

    private Component export() {
        var locale = LocaleContextHolder.getLocale();
        DownloadHandler handler = event -> {
            event.setFileName(getTranslation("factory.register") + ".xlsx");
            event.setContentType(XLSX);
            var before = LocaleContextHolder.getLocaleContext();
            LocaleContextHolder.setLocale(locale);
            try {
                sheets.export(filter(), event.getOutputStream());
            } finally {
                LocaleContextHolder.setLocaleContext(before);
            }
        };
        var link = new Anchor(handler, getTranslation("factory.export"));
        link.getElement().setAttribute("download", true);
        return link;
    }

    private void configureFilters() {
        city.setAriaLabel(getTranslation("factory.column.city"));
        city.setItems(regions.find(PROVINCE, "prefecture", null, 0, 50).items());
        city.setEmptySelectionAllowed(true);
        city.setEmptySelectionCaption(getTranslation("factory.all-cities"));
        city.setItemLabelGenerator(each -> each == null ? getTranslation("factory.all-cities") : each.name());
        city.addValueChangeListener(change -> filterChanged());
        year.setPlaceholder(getTranslation("factory.year"));
        year.setAriaLabel(getTranslation("factory.year"));
        year.setMin(FIRST_YEAR);
        year.setMax(LAST_YEAR);
        year.setClearButtonVisible(true);
        year.addValueChangeListener(change -> filterChanged());
        alarmed.setLabel(getTranslation("factory.only-alarmed"));
        alarmed.addValueChangeListener(change -> filterChanged());
        search.setPlaceholder(getTranslation("factory.search"));
        search.setAriaLabel(getTranslation("factory.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filterChanged());
    }

    private void configureGrid() {
        grid.addClassName("clickable");
        grid.addComponentColumn(this::card).setKey(CARD).setHeader(getTranslation("factory.column.name"));
        grid.addColumn(new ComponentRenderer<>(this::name))
                .setHeader(getTranslation("factory.column.name"))
                .setWidth("12em")
                .setFlexGrow(3);
        grid.addColumn(FactoryRow::schoolName)
                .setHeader(getTranslation("factory.column.school"))
                .setWidth("10em")
                .setFlexGrow(2);
        grid.addColumn(FactoryRow::city)
                .setHeader(getTranslation("factory.column.city"))
                .setAutoWidth(true);
        grid.addColumn(row -> getTranslation("factory.ownership." + row.ownership()))
                .setHeader(getTranslation("factory.column.ownership"))
                .setAutoWidth(true);
        grid.addColumn(row -> FactoryParts.amount(row.assetValue()))
                .setHeader(getTranslation("factory.column.assets"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        grid.addColumn(row -> FactoryParts.amount(row.returns()))
                .setHeader(getTranslation("factory.column.returns"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        grid.addColumn(new ComponentRenderer<>(this::state))
                .setHeader(getTranslation("factory.column.status"))
                .setAutoWidth(true);
        grid.addColumn(row -> Formats.day(row.registeredOn()))
                .setHeader(getTranslation("factory.column.registered"))
                .setAutoWidth(true);
        showForWidth(false);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate("factories/" + click.getItem().id()));
        grid.setEmptyStateText(getTranslation("factory.register.empty"));
        grid.setItemsPageable(
                page -> register.find(filter(), page.getPageNumber(), page.getPageSize())
                        .items(),
                page -> register.find(filter(), 0, 1).total());
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == CARD.equals(column.getKey())));
    }

    private ListLines name(FactoryRow row) {
        return new ListLines("factories/" + row.id(), row.name(), row.number());
    }

    private ListLines card(FactoryRow row) {
        var card = name(row);
        var facts = new Span(row.schoolName() + " · " + row.city() + " · "
                + getTranslation("factory.ownership." + row.ownership()) + " · " + Formats.day(row.registeredOn()));
        facts.addClassNames("list-line", "card-words");
        var sums = new Span(getTranslation(
                "factory.card.sums", FactoryParts.amount(row.assetValue()), FactoryParts.amount(row.returns())));
        sums.addClassNames("list-line", "card-words");
        card.add(facts, sums, new Div(state(row)));
        return card;
    }

    private Component state(FactoryRow row) {
        if (row.alarms() > 0) {
            return new Badge(getTranslation("factory.alarms", row.alarms()), Badge.Tone.BAD);
        }
        return new Badge(
                getTranslation("factory.status." + row.status()),
                row.status() == FactoryStatus.ACTIVE ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        var sums = register.totals(filter());
        header.withLine(getTranslation("factory.register.count", sums.factories()));
        totals.removeAll();
        totals.add(
                tile("factory.column.assets", FactoryParts.amount(sums.assetValue())),
                tile("factory.column.returns", FactoryParts.amount(sums.returns())),
                tile("factory.open-alarms", Formats.number(sums.alarms())));
        charts.removeAll();
        charts.setVisible(sums.factories() > 0);
        if (sums.factories() > 0) {
            charts.add(
                    new FactoryChart("factory.chart.city", register.byCity(filter())),
                    new FactoryChart("factory.chart.year", register.byYear(filter())));
        }
    }

    private Component tile(String name, String value) {
        var number = new Span(value);
        number.addClassName("ledger-tile-number");
        var tile = new Div(number, new Span(getTranslation(name)));
        tile.addClassName("ledger-tile");
        return tile;
    }

    private FactoryFilter filter() {
        var chosen = city.getValue();
        var registered = year.getValue();
        return FactoryFilter.of(
                chosen == null ? null : chosen.code(),
                registered == null || registered < FIRST_YEAR || registered > LAST_YEAR ? null : registered,
                alarmed.getValue(),
                false,
                search.getValue());
    }

    private void filterChanged() {
        if (showing) {
            return;
        }
        refresh();
        var query = new LinkedHashMap<String, String>();
        if (city.getValue() != null) {
            query.put("city", city.getValue().code());
        }
        if (year.getValue() != null) {
            query.put("year", year.getValue().toString());
        }
        if (alarmed.getValue()) {
            query.put("alarmed", "true");
        }
        if (!search.getValue().isBlank()) {
            query.put("q", search.getValue().strip());
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("factories", QueryParameters.simple(query)));
    }

    /** What the address says and cannot be understood is no filter. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        showing = true;
        city.setValue(query.getSingleParameter("city")
                .flatMap(code -> city.getListDataView()
                        .getItems()
                        .filter(each -> each.code().equals(code))
                        .findFirst())
                .orElse(null));
        year.setValue(query.getSingleParameter("year")
                .filter(word -> word.matches("\\d{4}"))
                .map(Integer::valueOf)
                .orElse(null));
        alarmed.setValue(
                query.getSingleParameter("alarmed").filter("true"::equals).isPresent());
        search.setValue(query.getSingleParameter("q").orElse(""));
        showing = false;
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("factory.register");
    }
}
