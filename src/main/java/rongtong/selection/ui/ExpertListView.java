package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import rongtong.identity.Account;
import rongtong.ledger.FieldOfWork;
import rongtong.ledger.Fields;
import rongtong.organization.Organizations;
import rongtong.selection.panel.Expert;
import rongtong.selection.panel.ExpertPool;
import rongtong.shared.Texts;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.NarrowScreen;
import rongtong.ui.PageHeader;

/** The pool of experts, for the departments that keep it. */
@Route("experts")
@RolesAllowed({"HANDLER", "LEADER", "ADMINISTRATOR", "AUDITOR"})
@Menu(title = "selection.panel.experts", order = 170, icon = "vaadin:academy-cap")
class ExpertListView extends Div implements HasDynamicTitle {

    /** The only column on a phone. */
    private static final String CARD = "card";

    private static final int MOST_FIELDS = 500;

    private final transient ExpertPool pool;
    private final transient Organizations organizations;
    private final transient Fields fields;
    private final transient Texts texts;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> loads = new HashMap<>();

    private final TextField search = new TextField();
    private final Select<String> province = new Select<>();
    private final ComboBox<FieldOfWork> field = new ComboBox<>();
    private final Grid<Expert> grid = new Grid<>();
    private final PageHeader header = new PageHeader(getTranslation("selection.panel.experts"));

    ExpertListView(ExpertPool pool, Organizations organizations, Fields fields, Texts texts) {
        this.pool = pool;
        this.organizations = organizations;
        this.fields = fields;
        this.texts = texts;
        addClassNames("page", "page-full");
        add(header);
        if (!pool.mayLook()) {
            add(new EmptyState(getTranslation("selection.panel.no-pool")));
            return;
        }
        var all = fields.find(null, "", 0, MOST_FIELDS).items();
        all.forEach(each -> names.put(each.code(), each.name()));
        configureFilters(all);
        configureGrid();
        var filters = new Div(search, province, field);
        filters.addClassName("filters");
        add(filters, grid);
        NarrowScreen.observe(this, this::showForWidth);
        if (!pool.kept().isEmpty()) {
            var enter = new Button(getTranslation("selection.panel.enter"), VaadinIcon.PLUS.create(), click -> enter());
            enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.addAction(enter);
        }
        refresh();
    }

    private void configureFilters(List<FieldOfWork> all) {
        search.setPlaceholder(getTranslation("selection.panel.search"));
        search.setAriaLabel(getTranslation("selection.panel.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> refresh());
        province.setAriaLabel(getTranslation("selection.panel.province"));
        province.setItems("JL", "LN", "ZJ");
        province.setEmptySelectionAllowed(true);
        province.setEmptySelectionCaption(getTranslation("selection.panel.province.all"));
        province.setItemLabelGenerator(each ->
                getTranslation(each == null ? "selection.panel.province.all" : "selection.panel.province." + each));
        province.addValueChangeListener(change -> refresh());
        field.setAriaLabel(getTranslation("selection.panel.fields"));
        field.setPlaceholder(getTranslation("selection.panel.fields.all"));
        field.setItems(all);
        field.setItemLabelGenerator(FieldOfWork::name);
        field.setClearButtonVisible(true);
        field.addValueChangeListener(change -> refresh());
    }

    private void configureGrid() {
        grid.addClassName("clickable");
        grid.addComponentColumn(this::card).setKey(CARD).setHeader(getTranslation("selection.panel.expert"));
        grid.addColumn(new ComponentRenderer<>(this::person))
                .setHeader(getTranslation("selection.panel.expert"))
                .setWidth("11em")
                .setFlexGrow(1);
        grid.addColumn(expert -> organizations.name(expert.organization()))
                .setHeader(getTranslation("selection.panel.organization"))
                .setWidth("13em")
                .setFlexGrow(2);
        grid.addColumn(this::fieldsOf)
                .setHeader(getTranslation("selection.panel.fields"))
                .setWidth("16em")
                .setFlexGrow(3);
        grid.addColumn(expert -> getTranslation("selection.panel.province." + expert.province()))
                .setHeader(getTranslation("selection.panel.province"))
                .setAutoWidth(true);
        grid.addColumn(this::load)
                .setHeader(getTranslation("selection.panel.load"))
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true);
        grid.addColumn(new ComponentRenderer<>(this::state))
                .setHeader(getTranslation("selection.panel.state"))
                .setAutoWidth(true);
        showForWidth(false);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addItemClickListener(click -> edit(click.getItem()));
        grid.setEmptyStateText(getTranslation("selection.panel.experts.empty"));
        grid.setItemsPageable(
                page -> find(page.getPageNumber(), page.getPageSize()).items(), page -> count());
    }

    private rongtong.shared.Page<Expert> find(int page, int size) {
        var chosen = field.getValue();
        return pool.find(province.getValue(), chosen == null ? null : chosen.code(), search.getValue(), page, size);
    }

    private long count() {
        long total = find(0, 1).total();
        header.withLine(getTranslation("selection.panel.experts.count", total));
        return total;
    }

    private void refresh() {
        loads.clear();
        List.of("JL", "LN", "ZJ").forEach(each -> loads.putAll(pool.loads(each)));
        grid.getDataProvider().refreshAll();
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == CARD.equals(column.getKey())));
    }

    private Component person(Expert expert) {
        var name = new Span(expert.name());
        name.addClassName("list-title");
        var title = new Span(expert.title());
        title.addClassName("list-line");
        var cell = new Div(name, title);
        cell.addClassName("cell-two");
        return cell;
    }

    private Component card(Expert expert) {
        var name = new Span(expert.name() + " · " + expert.title());
        name.addClassName("list-title");
        var organization = new Span(organizations.name(expert.organization()));
        organization.addClassNames("list-line", "card-words");
        var knows = new Span(fieldsOf(expert));
        knows.addClassNames("list-line", "card-words");
        var card = new Div(name, organization, knows, new Div(state(expert)));
        card.addClassName("cell-two");
        return card;
    }

    private String fieldsOf(Expert expert) {
        return expert.fields().stream()
                .map(code -> names.getOrDefault(code, code))
                .collect(Collectors.joining(getTranslation("selection.panel.comma")));
    }

    private String load(Expert expert) {
        var now = Formats.number(loads.getOrDefault(expert.username(), 0));
        return expert.greatestLoad() == null ? now : now + " / " + Formats.number(expert.greatestLoad());
    }

    private Component state(Expert expert) {
        return expert.active()
                ? new Badge(getTranslation("selection.panel.active"), Badge.Tone.GOOD)
                : new Badge(getTranslation("selection.panel.inactive"), Badge.Tone.NEUTRAL);
    }

    private void edit(Expert expert) {
        new ExpertDialog(pool, organizations, fields, texts, expert, this::refresh).open();
    }

    /** Asks which account; what the pool says of it follows. */
    private void enter() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("selection.panel.enter"));
        dialog.setWidth("28rem");
        var account = new ComboBox<Account>(getTranslation("selection.panel.account"));
        account.setItems(pool.newcomers());
        account.setItemLabelGenerator(each -> each.displayName() + " · " + organizations.name(each.organization()));
        account.setWidthFull();
        account.setHelperText(getTranslation("selection.panel.account.help"));
        var next = new Button(getTranslation("selection.panel.next"), click -> {
            var chosen = account.getValue();
            account.setInvalid(chosen == null);
            if (chosen != null) {
                dialog.close();
                edit(new Expert(
                        chosen.username(),
                        chosen.displayName(),
                        chosen.organization(),
                        pool.kept().getFirst(),
                        List.of(),
                        "",
                        null,
                        true));
            }
        });
        next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.add(account);
        dialog.getFooter().add(new Button(getTranslation("ui.cancel"), click -> dialog.close()), next);
        dialog.open();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("selection.panel.experts");
    }
}
