package rongtong.credit.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import rongtong.credit.CreditKind;
import rongtong.credit.CreditRecord;
import rongtong.credit.Credits;
import rongtong.organization.Organizations;
import rongtong.ui.Badge;
import rongtong.ui.Formats;
import rongtong.ui.NarrowScreen;
import rongtong.ui.PageHeader;

/** The register of credit, to look things up. */
@Route("credits")
@RolesAllowed({"ADMINISTRATOR", "AUDITOR"})
@Menu(title = "credit.register", order = 880, icon = "vaadin:records")
class CreditListView extends Div implements HasDynamicTitle {

    /** The only column on a phone. */
    private static final String CARD = "card";

    private final transient Credits credits;
    private final transient Organizations organizations;
    private final transient Clock clock;

    private final TextField search = new TextField();
    private final Grid<CreditRecord> grid = new Grid<>();
    private final PageHeader header = new PageHeader(getTranslation("credit.register"));

    CreditListView(Credits credits, Organizations organizations, Clock clock) {
        this.credits = credits;
        this.organizations = organizations;
        this.clock = clock;
        addClassNames("page", "page-full");
        search.setPlaceholder(getTranslation("credit.search"));
        search.setAriaLabel(getTranslation("credit.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        configureGrid();
        var filters = new Div(search);
        filters.addClassName("filters");
        add(header, filters, grid);
        NarrowScreen.observe(this, this::showForWidth);
    }

    private void configureGrid() {
        grid.addComponentColumn(this::card).setKey(CARD).setHeader(getTranslation("credit.register"));
        grid.addColumn(new ComponentRenderer<>(this::subject))
                .setHeader(getTranslation("credit.column.organization"))
                .setWidth("15em")
                .setFlexGrow(2);
        grid.addColumn(new ComponentRenderer<>(this::kind))
                .setHeader(getTranslation("credit.column.kind"))
                .setAutoWidth(true);
        grid.addColumn(new ComponentRenderer<>(record -> {
                    var reason = new Span(record.reason());
                    reason.getElement().setAttribute("title", record.reason());
                    return reason;
                }))
                .setHeader(getTranslation("credit.column.reason"))
                .setWidth("14em")
                .setFlexGrow(3);
        grid.addColumn(this::period)
                .setHeader(getTranslation("credit.column.period"))
                .setAutoWidth(true);
        grid.addColumn(CreditRecord::source)
                .setHeader(getTranslation("credit.column.source"))
                .setWidth("10em")
                .setFlexGrow(1);
        showForWidth(false);
        grid.setEmptyStateText(getTranslation("credit.empty"));
        grid.setItemsPageable(
                page -> credits.find(search.getValue(), page.getPageNumber(), page.getPageSize())
                        .items(),
                page -> count());
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == CARD.equals(column.getKey())));
    }

    private Div card(CreditRecord record) {
        var reason = new Span(record.reason());
        reason.addClassName("card-words");
        var period = new Span(period(record) + " · " + record.source());
        period.addClassNames("list-line", "card-words");
        var card = subject(record);
        card.add(new Div(kind(record)), reason, period);
        return card;
    }

    private long count() {
        long total = credits.find(search.getValue(), 0, 1).total();
        header.withLine(getTranslation("credit.count", total));
        return total;
    }

    private Div subject(CreditRecord record) {
        var name = new Span(organizations.name(record.organization()));
        name.addClassName("list-title");
        var code = new Span(record.organization());
        code.addClassName("list-line");
        var cell = new Div(name, code);
        cell.addClassName("cell-two");
        return cell;
    }

    private Badge kind(CreditRecord record) {
        var tone = switch (record.kind()) {
            case DISHONESTY -> Badge.Tone.BAD;
            case SANCTION -> Badge.Tone.WARNING;
            case REMARK -> Badge.Tone.NEUTRAL;
        };
        return new Badge(
                getTranslation("credit.kind." + record.kind()),
                record.kind() == CreditKind.REMARK || record.isInForce(LocalDate.now(clock))
                        ? tone
                        : Badge.Tone.NEUTRAL);
    }

    private String period(CreditRecord record) {
        if (record.repairedOn() != null) {
            return getTranslation("credit.repaired", Formats.day(record.validFrom()), Formats.day(record.repairedOn()));
        }
        return record.validTo() == null
                ? getTranslation("credit.open-end", Formats.day(record.validFrom()))
                : getTranslation("credit.until", Formats.day(record.validFrom()), Formats.day(record.validTo()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("credit.register");
    }
}
