package rongtong.alliance.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
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
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.LinkedHashMap;
import rongtong.alliance.register.AllianceFilter;
import rongtong.alliance.register.AllianceRow;
import rongtong.alliance.register.Register;
import rongtong.organization.Sector;
import rongtong.shared.Listed;
import rongtong.shared.Texts;
import rongtong.ui.Formats;
import rongtong.ui.ListLines;
import rongtong.ui.NarrowScreen;
import rongtong.ui.PageHeader;

/** The register of alliances; its filter stays in the address. */
@Route("alliances")
@PermitAll
@Menu(title = "alliance.register", order = 120, icon = "vaadin:group")
class AllianceListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** The province whose coverage is shown: the documents set the target for it alone. */
    private static final String JURISDICTION = "LN";

    /** The only column on a phone. */
    private static final String CARD = "card";

    private final transient Register register;

    private final Select<Sector> sector = new Select<>();
    private final TextField search = new TextField();
    private final Grid<AllianceRow> grid = new Grid<>();
    private final PageHeader header = new PageHeader(getTranslation("alliance.register"));
    private boolean showing;

    AllianceListView(Register register, Texts texts) {
        this.register = register;
        addClassNames("page", "page-full");
        configureFilters();
        configureGrid();
        var filters = new Div(search, sector);
        filters.addClassName("filters");
        add(header, new CoveragePanel(register.coverage(JURISDICTION), texts), filters, grid);
        NarrowScreen.observe(this, this::showForWidth);
    }

    private void configureFilters() {
        sector.setAriaLabel(getTranslation("alliance.column.sector"));
        sector.setItems(Sector.values());
        sector.setEmptySelectionAllowed(true);
        sector.setEmptySelectionCaption(getTranslation("alliance.sector.all"));
        sector.setItemLabelGenerator(each ->
                each == null ? getTranslation("alliance.sector.all") : getTranslation("alliance.sector." + each));
        sector.addValueChangeListener(change -> filterChanged());
        search.setPlaceholder(getTranslation("alliance.search"));
        search.setAriaLabel(getTranslation("alliance.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filterChanged());
    }

    private void configureGrid() {
        grid.addClassName("clickable");
        grid.addComponentColumn(this::card).setKey(CARD).setHeader(getTranslation("alliance.column.name"));
        grid.addColumn(new ComponentRenderer<>(this::name))
                .setHeader(getTranslation("alliance.column.name"))
                .setWidth("14em")
                .setFlexGrow(3);
        grid.addColumn(AllianceRow::number)
                .setHeader(getTranslation("alliance.column.number"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> getTranslation("alliance.sector." + row.sector()))
                .setHeader(getTranslation("alliance.column.sector"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Listed.of(row.fieldNames()))
                .setHeader(getTranslation("alliance.column.fields"))
                .setWidth("12em")
                .setFlexGrow(2)
                .setTooltipGenerator(row -> Listed.of(row.fieldNames()));
        grid.addColumn(AllianceRow::chairUnitName)
                .setHeader(getTranslation("alliance.column.chair"))
                .setWidth("12em")
                .setFlexGrow(2)
                .setTooltipGenerator(AllianceRow::chairUnitName);
        grid.addColumn(AllianceRow::members)
                .setHeader(getTranslation("alliance.column.members"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> Formats.day(row.foundedOn()))
                .setHeader(getTranslation("alliance.column.founded"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        showForWidth(false);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate("alliances/" + click.getItem().number()));
        grid.setEmptyStateText(getTranslation("alliance.register.empty"));
        grid.setItemsPageable(
                page -> register.find(filter(), page.getPageNumber(), page.getPageSize())
                        .items(),
                page -> count());
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == CARD.equals(column.getKey())));
    }

    private Anchor name(AllianceRow row) {
        var name = new Anchor("alliances/" + row.number(), row.name());
        name.addClassName("list-title");
        return name;
    }

    private ListLines card(AllianceRow row) {
        return new ListLines(
                "alliances/" + row.number(),
                row.name(),
                row.number() + " · " + getTranslation("alliance.sector." + row.sector()) + " · " + row.chairUnitName());
    }

    private long count() {
        long total = register.find(filter(), 0, 1).total();
        header.withLine(getTranslation("alliance.register.count", total));
        return total;
    }

    private AllianceFilter filter() {
        var kind = sector.getValue();
        return AllianceFilter.parse(kind == null ? null : kind.name(), null, search.getValue());
    }

    private void filterChanged() {
        if (showing) {
            return;
        }
        grid.getDataProvider().refreshAll();
        var query = new LinkedHashMap<String, String>();
        if (sector.getValue() != null) {
            query.put("sector", sector.getValue().name());
        }
        if (!search.getValue().isBlank()) {
            query.put("q", search.getValue().strip());
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("alliances", QueryParameters.simple(query)));
    }

    /** An unknown sector in the address is no filter. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        showing = true;
        sector.setValue(query.getSingleParameter("sector")
                .flatMap(word -> Arrays.stream(Sector.values())
                        .filter(each -> each.name().equalsIgnoreCase(word))
                        .findFirst())
                .orElse(null));
        search.setValue(query.getSingleParameter("q").orElse(""));
        showing = false;
        grid.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("alliance.register");
    }
}
