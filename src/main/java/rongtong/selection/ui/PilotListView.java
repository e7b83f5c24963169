package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
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
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.selection.programme.RegisterKind;
import rongtong.selection.register.RecognitionFilter;
import rongtong.selection.register.RecognitionRow;
import rongtong.selection.register.RecognitionStatus;
import rongtong.ui.NarrowScreen;
import rongtong.ui.PageHeader;

/** The registers of what was selected, with progress against the policy targets; the filter stays in the address. */
@Route("pilots")
@PermitAll
@Menu(title = "selection.register.title", order = 146, icon = "vaadin:flag-checkered")
@StyleSheet("selection-register.css")
class PilotListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CARD = "card";
    private static final List<String> PROVINCES = List.of("LN", "JL", "ZJ");

    private final transient PilotParts parts;

    private final Tabs registers = new Tabs();
    private final Select<String> province = new Select<>();
    private final Select<RecognitionStatus> status = new Select<>();
    private final TextField search = new TextField();
    private final Div targets = new Div();
    private final Grid<RecognitionRow> grid = new Grid<>();
    private final PageHeader header;
    private boolean showing;

    PilotListView(PilotParts parts) {
        this.parts = parts;
        this.header = new PageHeader(getTranslation("selection.register.title"), export());
        addClassNames("page", "page-full");
        configureFilters();
        configureGrid();
        var filters = new Div(province, status, search);
        filters.addClassName("filters");
        add(header, registers, filters, grid, targets);
    }

    private Component export() {
        var locale = LocaleContextHolder.getLocale();
        DownloadHandler handler = event -> {
            event.setFileName(getTranslation("selection.register.title") + ".xlsx");
            event.setContentType(XLSX);
            var before = LocaleContextHolder.getLocaleContext();
            LocaleContextHolder.setLocale(locale);
            try {
                parts.sheets().export(filter(), event.getOutputStream());
            } finally {
                LocaleContextHolder.setLocaleContext(before);
            }
        };
        var link = new Anchor(handler, getTranslation("selection.register.export"));
        link.getElement().setAttribute("download", true);
        return link;
    }

    private void configureFilters() {
        registers.add(new Tab(getTranslation("selection.register.all")));
        for (var register : RegisterKind.values()) {
            var tab = new Tab(getTranslation("selection.register.kind." + register));
            tab.setId("register-" + word(register));
            registers.add(tab);
        }
        registers.addSelectedChangeListener(change -> filterChanged());
        province.setLabel(getTranslation("selection.register.column.province"));
        province.setItems(PROVINCES);
        province.setEmptySelectionAllowed(true);
        province.setEmptySelectionCaption(getTranslation("selection.register.all"));
        province.setItemLabelGenerator(each ->
                getTranslation(each == null ? "selection.register.all" : "selection.register.province." + each));
        province.addValueChangeListener(change -> filterChanged());
        status.setLabel(getTranslation("selection.register.column.status"));
        status.setItems(RecognitionStatus.values());
        status.setEmptySelectionAllowed(true);
        status.setEmptySelectionCaption(getTranslation("selection.register.all"));
        status.setItemLabelGenerator(
                each -> getTranslation(each == null ? "selection.register.all" : "selection.register.status." + each));
        status.addValueChangeListener(change -> filterChanged());
        search.setLabel(getTranslation("selection.register.search"));
        search.setMaxLength(100);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> filterChanged());
    }

    private static String word(RegisterKind register) {
        return register.name().toLowerCase(Locale.ROOT);
    }

    private void configureGrid() {
        grid.addColumn(new ComponentRenderer<>(this::card))
                .setKey(CARD)
                .setHeader(getTranslation("selection.register.column.title"));
        grid.addColumn(new ComponentRenderer<>(row -> two(link(row), row.number())))
                .setHeader(getTranslation("selection.register.column.title"))
                .setWidth("13em")
                .setFlexGrow(3);
        grid.addColumn(RecognitionRow::organizationName)
                .setHeader(getTranslation("selection.register.column.organization"))
                .setWidth("10em")
                .setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(row -> two(new Span(row.programmeName()), row.trackName())))
                .setHeader(getTranslation("selection.register.column.programme"))
                .setWidth("11em")
                .setFlexGrow(2);
        grid.addColumn(row -> getTranslation("selection.register.province." + row.province()))
                .setHeader(getTranslation("selection.register.column.province"))
                .setAutoWidth(true);
        grid.addColumn(new ComponentRenderer<>(parts::state))
                .setHeader(getTranslation("selection.register.column.status"))
                .setWidth("9em")
                .setFlexGrow(0);
        grid.addColumn(parts::validity)
                .setHeader(getTranslation("selection.register.column.validity"))
                .setAutoWidth(true);
        grid.addColumn(parts::grade)
                .setHeader(getTranslation("selection.register.column.grade"))
                .setAutoWidth(true);
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate("pilots/" + click.getItem().id()));
        showForWidth(false);
        NarrowScreen.observe(this, this::showForWidth);
        grid.setEmptyStateText(getTranslation("selection.register.empty"));
        grid.setItemsPageable(
                page -> parts.recognitions()
                        .find(filter(), page.getPageNumber(), page.getPageSize())
                        .items(),
                page -> parts.recognitions().find(filter(), 0, 1).total());
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == CARD.equals(column.getKey())));
    }

    /** On a phone all of it in one cell. */
    private Component card(RecognitionRow row) {
        var organization = new Span(row.organizationName());
        organization.addClassNames("list-line", "card-words");
        var line = new Span(row.number() + " · " + parts.validity(row));
        line.addClassNames("list-line", "card-words");
        var card = new Div(link(row), organization, line, parts.state(row));
        card.addClassName("cell-two");
        return card;
    }

    private static Component link(RecognitionRow row) {
        var link = new Anchor("pilots/" + row.id(), row.title());
        link.addClassName("list-title");
        return link;
    }

    private static Component two(Component upper, String lower) {
        var line = new Span(lower);
        line.addClassName("list-line");
        var cell = new Div(upper, line);
        cell.addClassName("cell-two");
        return cell;
    }

    private @Nullable RegisterKind register() {
        var chosen = registers.getSelectedIndex();
        return chosen <= 0 ? null : RegisterKind.values()[chosen - 1];
    }

    private RecognitionFilter filter() {
        return new RecognitionFilter(
                register(),
                province.getValue(),
                null,
                status.getValue(),
                null,
                search.getValue().isBlank() ? null : search.getValue().strip());
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        header.withLine(getTranslation(
                "selection.register.count",
                parts.recognitions().find(filter(), 0, 1).total()));
        targets.removeAll();
        targets.add(parts.targets(register(), province.getValue()));
    }

    private void filterChanged() {
        if (showing) {
            return;
        }
        refresh();
        var query = new LinkedHashMap<String, String>();
        var register = register();
        if (register != null) {
            query.put("register", word(register));
        }
        if (province.getValue() != null) {
            query.put("province", province.getValue());
        }
        if (status.getValue() != null) {
            query.put("status", status.getValue().name().toLowerCase(Locale.ROOT));
        }
        if (!search.getValue().isBlank()) {
            query.put("q", search.getValue().strip());
        }
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(null, new Location("pilots", QueryParameters.simple(query)));
    }

    /** What the address says and cannot be understood is no filter. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var asked = RecognitionFilter.of(
                query.getSingleParameter("register").orElse(null),
                query.getSingleParameter("province").filter(PROVINCES::contains).orElse(null),
                null,
                query.getSingleParameter("status").orElse(null),
                null,
                query.getSingleParameter("q").orElse(null));
        showing = true;
        var register = asked.register();
        registers.setSelectedIndex(register == null ? 0 : register.ordinal() + 1);
        province.setValue(asked.province());
        status.setValue(asked.status());
        search.setValue(asked.text() == null ? "" : asked.text());
        showing = false;
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("selection.register.title");
    }
}
