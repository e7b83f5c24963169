package rongtong.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import rongtong.ledger.Entry;
import rongtong.ledger.EntryFilter;
import rongtong.ledger.EntryKind;
import rongtong.ledger.EntryState;
import rongtong.ledger.FieldOfWork;
import rongtong.ledger.Ledger;
import rongtong.ledger.LedgerSheets;
import rongtong.ledger.Ledgers;
import rongtong.ledger.Survey;
import rongtong.ledger.TalentLevel;
import rongtong.shared.Listed;
import rongtong.ui.Badge;
import rongtong.ui.Formats;
import rongtong.ui.NarrowScreen;
import rongtong.ui.Notices;
import rongtong.ui.PageHeader;

/** One ledger: its entries, which those in charge write here or bring from Excel, and the surveys it rests on. */
@Route("ledgers/:ledger")
@PermitAll
class LedgerDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int TYPING_PAUSE_MILLISECONDS = 350;

    /** The only column on a phone. */
    private static final String CARD = "card";

    private final transient Ledgers ledgers;
    private final transient LedgerSheets sheets;
    private final transient EntrySources sources;

    private final TextField text = new TextField();
    private final ComboBox<FieldOfWork> field = new ComboBox<>();
    private final Select<EntryKind> kind = new Select<>();
    private final Select<TalentLevel> level = new Select<>();
    private final Select<EntryState> state = new Select<>();
    private final Span count = new Span();
    private final Grid<Entry> grid = new Grid<>();
    private AddressLine address = new AddressLine();
    private String title = "";
    private boolean narrow;

    LedgerDetailView(Ledgers ledgers, LedgerSheets sheets, EntrySources sources) {
        this.ledgers = ledgers;
        this.sheets = sheets;
        this.sources = sources;
        addClassNames("page", "page-full");
        NarrowScreen.observe(this, this::showForWidth);
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = AddressLine.of(event.getLocation());
        show(AddressLine.id("ledger", event.getRouteParameters().get("ledger")));
    }

    void show(UUID id) {
        var ledger = ledgers.ledger(id);
        var permissions = ledgers.permissions(ledger);
        title = LedgerWords.name(this, ledger) + " · " + LedgerWords.edition(this, ledger);
        removeAll();
        add(header(ledger, permissions), facts(ledger, permissions), filters(ledger), grid);
        configureGrid(ledger, permissions);
        refresh(ledger);
    }

    private Component header(Ledger ledger, Ledgers.Permissions permissions) {
        var back = new Anchor("ledgers", getTranslation("ledger.pages.back"));
        back.addClassName("page-back");
        var header = new PageHeader(LedgerWords.name(this, ledger)).withLine(LedgerWords.edition(this, ledger));
        header.addAction(LedgerWords.state(this, ledger));
        header.addAction(
                new Anchor(LedgerNavigation.comparison(ledger.roundId()), getTranslation("ledger.pages.comparison")));
        if (permissions.add()) {
            if (ledger.entries() == 0) {
                ledgers.earlier(ledger).ifPresent(earlier -> header.addAction(carryOver(ledger, earlier)));
            }
            header.addAction(button("ledger.pages.import", VaadinIcon.UPLOAD_ALT, () -> importSheet(ledger)));
        }
        header.addAction(Downloads.export(this, ledger, sheets));
        if (permissions.add() || permissions.propose()) {
            var key = permissions.add() ? "ledger.pages.add" : "ledger.pages.propose";
            var add = button(key, VaadinIcon.PLUS, () -> add(ledger, permissions, key));
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.addAction(add);
        }
        return new Div(back, header);
    }

    private Button carryOver(Ledger ledger, Ledger earlier) {
        var button = button("ledger.pages.carry-over", VaadinIcon.COPY_O, () -> {
            int carried = ledgers.carryOver(ledger.id());
            Notices.done(getTranslation("ledger.pages.carried-over", Formats.number(carried)));
            show(ledger.id());
        });
        button.setTooltipText(getTranslation("ledger.pages.carry-over.from", LedgerWords.edition(this, earlier)));
        return button;
    }

    private Button button(String key, VaadinIcon icon, SerializableRunnable action) {
        return new Button(getTranslation(key), icon.create(), click -> action.run());
    }

    private Component facts(Ledger ledger, Ledgers.Permissions permissions) {
        var facts = new Div();
        facts.addClassName("ledger-facts");
        facts.add(new Span(getTranslation(
                "ledger.pages.facts",
                sources.organizations().name(ledger.owner()),
                sources.organizations().name(ledger.coOwner()))));
        if (ledger.type().isMerged()) {
            facts.add(new Span(getTranslation(
                    "ledger.pages.facts.author", sources.organizations().name(ledger.author()))));
        }
        var reason = ledger.returnReason();
        if (reason != null) {
            facts.add(new Badge(getTranslation("ledger.pages.returned", reason), Badge.Tone.WARNING));
        }
        facts.add(surveys(ledgers.surveys(ledger.id())));
        if (permissions.change()) {
            var add = new Button(
                    getTranslation("ledger.pages.survey.add"),
                    click -> new SurveyDialog(ledger.id(), ledgers, sources.texts(), () -> show(ledger.id())).open());
            add.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            facts.add(add);
        }
        return facts;
    }

    private Span surveys(List<Survey> surveys) {
        if (surveys.isEmpty()) {
            return new Span(getTranslation("ledger.pages.no-surveys"));
        }
        var names = surveys.stream()
                .map(survey -> getTranslation(
                        "ledger.pages.survey.line",
                        survey.title(),
                        Formats.day(survey.date()),
                        survey.method(),
                        Formats.number(survey.sample())))
                .toList();
        return new Span(
                getTranslation("ledger.pages.surveys", String.join(getTranslation("ledger.pages.semicolon"), names)));
    }

    private Component filters(Ledger ledger) {
        text.setPlaceholder(getTranslation("ledger.pages.filter.text"));
        text.setAriaLabel(getTranslation("ledger.pages.filter.text"));
        text.setPrefixComponent(VaadinIcon.SEARCH.create());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(TYPING_PAUSE_MILLISECONDS);
        text.setValue(address.text("q").orElse(""));
        text.addValueChangeListener(change -> filter(ledger, "q", change.getValue(), change.isFromClient()));
        field.setPlaceholder(getTranslation("ledger.pages.all-fields"));
        field.setAriaLabel(getTranslation("ledger.column.field"));
        field.setClearButtonVisible(true);
        field.setItemLabelGenerator(FieldOfWork::name);
        field.setItemsPageable((page, typed) -> sources.fields()
                .find(ledger.type().sector(), typed, page.getPageNumber(), page.getPageSize())
                .items());
        address.text("field").flatMap(code -> sources.fields().find(code)).ifPresent(field::setValue);
        field.addValueChangeListener(change -> filter(
                ledger,
                "field",
                change.getValue() == null ? "" : change.getValue().code(),
                change.isFromClient()));
        configure(ledger, kind, "kind", EntryKind.class, "ledger.kind.", "ledger.pages.all-kinds");
        configure(ledger, level, "level", TalentLevel.class, "ledger.level.", "ledger.pages.all-levels");
        configure(ledger, state, "state", EntryState.class, "ledger.state.", "ledger.pages.all-entries");
        count.addClassName("list-count");
        var filters = new Div(text, field, kind, level);
        if (ledger.proposals() > 0 || state.getValue() != null) {
            filters.add(state);
        }
        filters.add(count);
        filters.addClassName("filters");
        return filters;
    }

    private <E extends Enum<E>> void configure(
            Ledger ledger, Select<E> select, String name, Class<E> type, String prefix, String all) {
        select.setItems(Arrays.asList(type.getEnumConstants()));
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation(all));
        select.setAriaLabel(getTranslation(all));
        select.setItemLabelGenerator(each -> getTranslation(each == null ? all : prefix + each));
        select.setValue(address.word(name, type));
        select.addValueChangeListener(change -> filter(
                ledger,
                name,
                change.getValue() == null ? "" : change.getValue().name().toLowerCase(Locale.ROOT),
                change.isFromClient()));
    }

    private void filter(Ledger ledger, String name, String value, boolean byPerson) {
        if (byPerson) {
            address.put(LedgerNavigation.address(ledger.id()), name, value);
            refresh(ledger);
        }
    }

    private void configureGrid(Ledger ledger, Ledgers.Permissions permissions) {
        grid.removeAllColumns();
        grid.addComponentColumn(entry -> card(ledger, entry, permissions))
                .setKey(CARD)
                .setHeader(getTranslation("ledger.pages.card"));
        column(Entry::organizationName, "organization").setFlexGrow(4).setTooltipGenerator(Entry::organizationName);
        if (ledger.type().sector() == null) {
            column(entry -> getTranslation("ledger.sector." + entry.sector()), "sector")
                    .setWidth("90px")
                    .setFlexGrow(0);
        }
        column(Entry::fieldName, "field").setFlexGrow(2);
        column(entry -> getTranslation("ledger.kind." + entry.kind()), "kind")
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(entry -> LedgerWords.category(this, entry))
                .setHeader(getTranslation("ledger.pages.category"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(LedgerWords::subject)
                .setHeader(getTranslation("ledger.pages.subject"))
                .setFlexGrow(3)
                .setTooltipGenerator(LedgerWords::subject);
        column(entry -> Formats.number(entry.number()), "number")
                .setTextAlign(ColumnTextAlign.END)
                .setAutoWidth(true)
                .setFlexGrow(0);
        column(entry -> String.valueOf(entry.year()), "year").setWidth("80px").setFlexGrow(0);
        grid.addComponentColumn(entry -> actions(ledger, entry, permissions))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setSizeFull();
        showForWidth(narrow);
    }

    /** An entry in one column, for a phone. */
    private Component card(Ledger ledger, Entry entry, Ledgers.Permissions permissions) {
        var name = new Span(entry.organizationName());
        name.addClassName("list-title");
        var facts = new Span(Listed.facts(
                getLocale(),
                List.of(
                        entry.fieldName(),
                        getTranslation("ledger.kind." + entry.kind()),
                        LedgerWords.category(this, entry),
                        getTranslation("ledger.column.number") + " " + Formats.number(entry.number()),
                        String.valueOf(entry.year()))));
        facts.addClassName("list-line");
        var subject = new Span(LedgerWords.subject(entry));
        subject.addClassName("list-line");
        var card = new Div(name, facts, subject, actions(ledger, entry, permissions));
        card.addClassName("cell-two");
        return card;
    }

    private void showForWidth(boolean nowNarrow) {
        narrow = nowNarrow;
        grid.getColumns().forEach(column -> column.setVisible(narrow == CARD.equals(column.getKey())));
    }

    private Grid.Column<Entry> column(Function<Entry, String> value, String component) {
        return grid.addColumn(value::apply).setHeader(getTranslation("ledger.column." + component));
    }

    private Component actions(Ledger ledger, Entry entry, Ledgers.Permissions permissions) {
        var actions = new Div();
        actions.addClassName("badges");
        if (entry.state() == EntryState.PROPOSED) {
            actions.add(new Badge(getTranslation("ledger.state.PROPOSED"), Badge.Tone.WARNING));
            if (permissions.add()) {
                actions.add(icon("ledger.pages.accept", VaadinIcon.CHECK, () -> accept(ledger, entry)));
            }
        }
        if (permissions.change()) {
            actions.add(
                    icon("ledger.pages.edit", VaadinIcon.EDIT, () -> edit(ledger, entry)),
                    icon("ledger.pages.remove", VaadinIcon.TRASH, () -> askToRemove(ledger, entry)));
        }
        return actions;
    }

    private Button icon(String key, VaadinIcon icon, SerializableRunnable action) {
        var button = new Button(icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(getTranslation(key));
        button.setTooltipText(getTranslation(key));
        return button;
    }

    private void add(Ledger ledger, Ledgers.Permissions permissions, String key) {
        new EntryDialog(getTranslation(key), ledger, null, sources, draft -> {
                    if (permissions.add()) {
                        ledgers.add(ledger.id(), draft);
                        Notices.done(getTranslation("ledger.pages.added"));
                    } else {
                        ledgers.propose(ledger.id(), draft);
                        Notices.done(getTranslation("ledger.pages.proposed"));
                    }
                    show(ledger.id());
                })
                .open();
    }

    private void edit(Ledger ledger, Entry entry) {
        new EntryDialog(getTranslation("ledger.pages.edit"), ledger, entry, sources, draft -> {
                    ledgers.change(entry.id(), draft);
                    Notices.done(getTranslation("ledger.pages.changed"));
                    refresh(ledger);
                })
                .open();
    }

    private void accept(Ledger ledger, Entry entry) {
        ledgers.accept(entry.id());
        Notices.done(getTranslation("ledger.pages.accepted"));
        show(ledger.id());
    }

    private void askToRemove(Ledger ledger, Entry entry) {
        var dialog = new ConfirmDialog(
                getTranslation("ledger.pages.remove"),
                getTranslation(
                        "ledger.pages.remove.consequence",
                        entry.organizationName(),
                        entry.fieldName(),
                        LedgerWords.category(this, entry),
                        Formats.number(entry.number())),
                getTranslation("ledger.pages.remove.do"),
                confirm -> {
                    ledgers.remove(entry.id());
                    Notices.done(getTranslation("ledger.pages.removed"));
                    show(ledger.id());
                });
        dialog.setCancelable(true);
        dialog.setCancelText(getTranslation("ui.cancel"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void importSheet(Ledger ledger) {
        new ImportDialog(
                        ledger,
                        sheets,
                        sources.texts(),
                        Downloads.template(this, ledger, sheets),
                        () -> show(ledger.id()))
                .open();
    }

    private void refresh(Ledger ledger) {
        var filter = filter();
        grid.setEmptyStateText(getTranslation(
                address.isEmpty()
                        ? ledger.isOpen() ? "ledger.pages.empty.open" : "ledger.pages.empty"
                        : "ledger.pages.none-found"));
        grid.setItemsPageable(
                page -> ledgers.entriesFrom(ledger.id(), filter, page.getOffset(), page.getPageSize()),
                page -> total(ledger, filter));
    }

    private long total(Ledger ledger, EntryFilter filter) {
        var totals = ledgers.totals(ledger.id(), filter);
        count.setText(getTranslation(
                "ledger.pages.totals", Formats.number(totals.entries()), Formats.number(totals.number())));
        return totals.entries();
    }

    private EntryFilter filter() {
        return new EntryFilter(
                address.text("q").orElse(null),
                null,
                address.text("field").orElse(null),
                address.word("kind", EntryKind.class),
                address.word("level", TalentLevel.class),
                address.word("state", EntryState.class));
    }
}
