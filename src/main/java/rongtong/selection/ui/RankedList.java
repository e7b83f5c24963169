package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rongtong.selection.programme.Track;
import rongtong.selection.ranking.Comparisons;
import rongtong.selection.ranking.Figures;
import rongtong.selection.ranking.Position;
import rongtong.selection.ranking.RankingRow;
import rongtong.selection.round.Round;
import rongtong.shared.PageRequest;
import rongtong.ui.Badge;
import rongtong.ui.NarrowScreen;
import rongtong.ui.Notices;

/**
 * The ranked list of one track with the line of the quota drawn in it. A row opens its arithmetic; two to four may be
 * chosen to be compared.
 */
class RankedList extends Composite<Div> {

    private static final int PAGE_SIZE = 50;
    private static final String CARD = "card";

    private final transient WorkbenchServices services;
    private final transient Round round;
    private final transient Track track;
    private final Set<UUID> chosen = new LinkedHashSet<>();
    private final Set<UUID> unreasoned = new LinkedHashSet<>();
    private final Grid<RankingRow> grid = new Grid<>();
    private final Button compare = new Button();
    private final Div bar = new Div();
    private final boolean proposing;
    private final SerializableConsumer<@Nullable UUID> opened;
    private final SerializableConsumer<RankedList> changed;

    /**
     * @param comparison takes those that are to be compared
     * @param opened takes the application whose arithmetic is open, or nothing
     * @param changed told after a proposal was written
     */
    RankedList(
            WorkbenchServices services,
            Round round,
            Track track,
            SerializableConsumer<List<UUID>> comparison,
            SerializableConsumer<@Nullable UUID> opened,
            SerializableConsumer<RankedList> changed) {
        this.services = services;
        this.round = round;
        this.track = track;
        this.opened = opened;
        this.changed = changed;
        this.proposing = services.proposals().mayPropose(round);
        compare.addClickListener(click -> comparison.accept(List.copyOf(chosen)));
        compare.addThemeVariants(ButtonVariant.LUMO_SMALL);
        showChosen();
        configure();
        bar.addClassName("filters");
        bar.add(compare, hint());
        getContent().addClassName("ranked-list");
        getContent().add(bar, grid);
        NarrowScreen.observe(getContent(), this::showForWidth);
    }

    private Component hint() {
        var hint = new Span(getTranslation("selection.ranking.list-hint"));
        hint.addClassName("list-line");
        return hint;
    }

    private void configure() {
        grid.addClassName("clickable");
        grid.addComponentColumn(this::choice).setKey("choice").setWidth("64px").setFlexGrow(0);
        grid.addComponentColumn(this::card).setKey(CARD).setHeader(getTranslation("selection.ranking.column.title"));
        grid.addComponentColumn(this::place)
                .setKey("place")
                .setHeader(getTranslation("selection.ranking.column.place"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("90px")
                .setFlexGrow(0);
        grid.addComponentColumn(row -> lines(row.title(), applicant(row)))
                .setKey("title")
                .setHeader(getTranslation("selection.ranking.column.title"))
                .setFlexGrow(4);
        number("score", row -> Figures.shown(row.score()), "78px");
        grid.addComponentColumn(this::spread)
                .setKey("spread")
                .setHeader(getTranslation("selection.ranking.column.spread"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("122px")
                .setFlexGrow(0);
        grid.addComponentColumn(SelectionWorkbenchView::position)
                .setKey("position")
                .setHeader(getTranslation("selection.ranking.column.position"))
                .setWidth("104px")
                .setFlexGrow(0);
        number("margin", row -> SelectionWords.margin(row.margin()), "96px");
        grid.addComponentColumn(this::range)
                .setKey("range")
                .setHeader(getTranslation("selection.ranking.column.range"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("120px")
                .setFlexGrow(0)
                .setTooltipGenerator(row -> getTranslation("selection.ranking.range-hint"));
        grid.addComponentColumn(this::proposal)
                .setKey("proposal")
                .setHeader(getTranslation("selection.ranking.column.outcome"))
                .setWidth("116px")
                .setFlexGrow(0);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setItemDetailsRenderer(new ComponentRenderer<>(this::details));
        grid.addItemClickListener(click -> opened.accept(
                grid.isDetailsVisible(click.getItem()) ? click.getItem().application() : null));
        drawLine();
        grid.setPageSize(PAGE_SIZE);
        grid.setItemsPageable(
                page -> services.rankings()
                        .page(round.caseId(), track.key(), new PageRequest(page.getPageNumber(), page.getPageSize()))
                        .items(),
                page -> services.rankings()
                        .page(round.caseId(), track.key(), new PageRequest(0, 1))
                        .total());
        showForWidth(false);
    }

    private void number(String column, ValueProvider<RankingRow, String> figure, String width) {
        grid.addColumn(figure)
                .setKey(column)
                .setHeader(getTranslation("selection.ranking.column." + column))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth(width)
                .setFlexGrow(0);
    }

    /** Above the first that is not within the places; who is tied across it is shaded. */
    private void drawLine() {
        var first = services.rankings().firstBeyond(round.caseId(), track.key()).orElse(null);
        grid.setPartNameGenerator(row -> {
            var line = row.application().equals(first) ? "quota-line " : "";
            return (line + (row.position() == Position.ON_LINE ? "quota-tie" : "")).strip();
        });
    }

    private Component choice(RankingRow row) {
        var box = new Checkbox();
        box.setAriaLabel(getTranslation("selection.ranking.choose", row.title()));
        box.setValue(chosen.contains(row.application()));
        box.addValueChangeListener(change -> {
            if (!change.getValue()) {
                chosen.remove(row.application());
            } else if (chosen.size() == Comparisons.MOST) {
                box.setValue(false);
                Notices.refusal(getTranslation("selection.ranking.compare-most", Comparisons.MOST));
            } else {
                chosen.add(row.application());
            }
            showChosen();
        });
        // a click on the box must not open the row
        box.getElement().executeJs("this.addEventListener('click', event => event.stopPropagation())");
        return box;
    }

    private void showChosen() {
        compare.setText(getTranslation("selection.ranking.compare", chosen.size()));
        compare.setEnabled(chosen.size() >= 2);
    }

    private Component place(RankingRow row) {
        var place = new Span(String.valueOf(row.place()));
        place.addClassName("place");
        if (!row.tied()) {
            return place;
        }
        var cell = new Div(new Badge(getTranslation("selection.ranking.tie-mark"), Badge.Tone.WARNING), place);
        cell.addClassName("figure-cell");
        return cell;
    }

    private Component spread(RankingRow row) {
        var figure = new Span(Figures.shown(row.spread()));
        if (!row.alarm()) {
            return figure;
        }
        var cell = new Div(new Badge(getTranslation("selection.ranking.alarm-mark"), Badge.Tone.BAD), figure);
        cell.addClassName("figure-cell");
        return cell;
    }

    private Component range(RankingRow row) {
        var figure = new Span(SelectionWords.range(row.best(), row.worst()));
        if (!row.crossesLine()) {
            return figure;
        }
        var cell = new Div(new Badge(getTranslation("selection.ranking.crosses"), Badge.Tone.WARNING), figure);
        cell.addClassName("figure-cell");
        return cell;
    }

    private Component proposal(RankingRow row) {
        if (proposing) {
            var button = new Button(
                    row.outcome() == null
                            ? getTranslation("selection.ranking.propose")
                            : getTranslation("selection.ranking.outcome." + row.outcome()),
                    click -> new ProposalDialog(services.proposals(), round.caseId(), row, () -> {
                                changed.accept(this);
                                refresh();
                            })
                            .open());
            button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            button.setTooltipText(row.reason().isBlank() ? null : row.reason());
            button.getElement().executeJs("this.addEventListener('click', event => event.stopPropagation())");
            return unreasoned.contains(row.application()) ? marked(button) : button;
        }
        return SelectionWorkbenchView.outcome(row);
    }

    private Component marked(Component proposal) {
        var cell = new Div(proposal, new Badge(getTranslation("selection.ranking.reason-missing"), Badge.Tone.WARNING));
        cell.addClassNames("badges", "card-marks");
        return cell;
    }

    /** Marks those whose proposal departs from the rank without a reason. */
    void mark(Set<UUID> applications) {
        unreasoned.clear();
        unreasoned.addAll(applications);
    }

    private Component card(RankingRow row) {
        var card = lines(getTranslation("selection.ranking.card-title", row.place(), row.title()), applicant(row));
        var figures = new Span(getTranslation(
                "selection.ranking.card-figures",
                Figures.shown(row.score()),
                SelectionWords.margin(row.margin()),
                SelectionWords.range(row.best(), row.worst())));
        figures.addClassName("list-line");
        var marks = new Div(SelectionWorkbenchView.position(row));
        marks.addClassNames("badges", "card-marks");
        if (row.tied()) {
            marks.add(new Badge(getTranslation("selection.ranking.tie-mark"), Badge.Tone.WARNING));
        }
        if (row.alarm()) {
            marks.add(new Badge(getTranslation("selection.ranking.alarm"), Badge.Tone.BAD));
        }
        if (row.crossesLine()) {
            marks.add(new Badge(getTranslation("selection.ranking.crosses"), Badge.Tone.WARNING));
        }
        marks.add(proposal(row));
        card.add(figures, marks);
        return card;
    }

    private static String applicant(RankingRow row) {
        return row.region().isEmpty() ? row.applicantName() : row.applicantName() + " · " + row.region();
    }

    private static Div lines(String title, String line) {
        var above = new Span(title);
        above.addClassName("list-title");
        above.setTitle(title);
        var below = new Span(line);
        below.addClassName("list-line");
        below.setTitle(line);
        var cell = new Div(above, below);
        cell.addClassName("cell-two");
        return cell;
    }

    private Component details(RankingRow row) {
        return new ArithmeticPanel(
                services.rankings().explain(row.application()),
                track,
                services.comparisons().comments(row.application()),
                services.accounts());
    }

    /** What else can be done with the whole list. */
    void addAction(Component action) {
        bar.addComponentAsFirst(action);
    }

    /** Reads the rows again. */
    void refresh() {
        grid.getDataProvider().refreshAll();
    }

    /** Opens the arithmetic of the application that the address names. */
    void open(UUID application) {
        grid.setDetailsVisible(services.rankings().explain(application).row(), true);
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> {
            if (!"choice".equals(column.getKey())) {
                column.setVisible(narrow == CARD.equals(column.getKey()));
            }
        });
    }
}
