package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.selection.panel.Assigned;
import rongtong.selection.review.ReviewState;
import rongtong.selection.review.ReviewedApplication;
import rongtong.selection.review.ScoringDesk;
import rongtong.ui.Badge;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;
import rongtong.ui.PageHeader;
import rongtong.ui.Panel;

/** All that an expert has to judge, by review, with the own progress; nothing else exists here. */
@Route("reviews")
@RolesAllowed("EXPERT")
@Menu(title = "selection.scoring.reviews", order = 12, icon = "vaadin:star-half-left-o")
@StyleSheet("selection-scoring.css")
class ReviewListView extends Div implements HasDynamicTitle {

    private static final int SHORT_LIST = 10;

    private final transient ScoringDesk desk;
    private final Select<ReviewState> state = new Select<>();
    private final TextField search = new TextField();
    private final Div body = new Div();

    ReviewListView(ScoringDesk desk) {
        this.desk = desk;
        addClassName("page");
        state.setLabel(getTranslation("selection.scoring.state"));
        state.setItems(ReviewState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(getTranslation("selection.scoring.all"));
        state.setItemLabelGenerator(
                each -> getTranslation(each == null ? "selection.scoring.all" : "selection.scoring.state." + each));
        state.addValueChangeListener(change -> show());
        search.setLabel(getTranslation("selection.scoring.search"));
        search.setMaxLength(100);
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> show());
        var filters = new Div(state, search);
        filters.addClassName("filters");
        body.addClassName("stack");
        add(
                new PageHeader(getTranslation("selection.scoring.reviews"))
                        .withLine(getTranslation("selection.scoring.reviews.line")),
                filters,
                body);
        show();
    }

    private void show() {
        body.removeAll();
        var reviews = desk.mine().stream()
                .collect(Collectors.groupingBy(
                        Assigned::review, LinkedHashMap<UUID, List<Assigned>>::new, Collectors.toList()));
        if (reviews.isEmpty()) {
            body.add(new EmptyState(getTranslation("selection.scoring.none")));
        }
        reviews.values().forEach(assigned -> body.add(review(assigned)));
    }

    private Component review(List<Assigned> assigned) {
        var first = assigned.getFirst();
        var heading = desk.heading(first);
        var done = assigned.stream()
                .filter(each -> ScoringDesk.missing(heading.criteria(), ScoringDesk.scores(each))
                        .isEmpty())
                .count();
        var panel = new Panel(heading.roundTitle() + " · " + trackName(heading));
        panel.setCount(assigned.size());
        var line = new Paragraph(String.join(
                " · ",
                getTranslation("selection.panel.turn." + first.turn()),
                getTranslation("selection.scoring.due", Formats.moment(first.dueAt())),
                getTranslation("selection.scoring.progress", done, assigned.size())));
        line.addClassName("list-line");
        var bar = new ProgressBar(0, assigned.size(), done);
        bar.getElement()
                .setAttribute("aria-label", getTranslation("selection.scoring.progress", done, assigned.size()));
        panel.add(line, bar);
        if (!first.declared() && first.open()) {
            panel.add(promise(first));
        }
        panel.add(list(assigned.stream().filter(this::isAsked).toList()));
        return panel;
    }

    /** A review may have hundreds of rows: a long one scrolls by itself, and only what is seen of it is drawn. */
    private Component list(List<Assigned> assigned) {
        var list = new Grid<Assigned>();
        list.addComponentColumn(this::row);
        list.setItems(assigned);
        list.setSelectionMode(Grid.SelectionMode.NONE);
        list.setAllRowsVisible(assigned.size() <= SHORT_LIST);
        list.setEmptyStateText(getTranslation("selection.scoring.none-found"));
        list.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        list.addClassName("scoring-list");
        return list;
    }

    private Component promise(Assigned first) {
        var hint = new Paragraph(getTranslation("selection.scoring.promise-first"));
        hint.addClassNames("hint", "hint-warning");
        desk.promiseTask(first.review())
                .ifPresent(task -> hint.add(
                        new Span(" "), new Anchor("tasks/" + task, getTranslation("selection.scoring.promise"))));
        return hint;
    }

    private boolean isAsked(Assigned assigned) {
        var text = search.getValue().strip();
        return (state.getValue() == null || state.getValue() == ReviewState.of(assigned))
                && (assigned.title() + assigned.number()).contains(text);
    }

    private Component row(Assigned assigned) {
        var title = assigned.declared()
                ? new Anchor("reviews/" + assigned.application(), assigned.title())
                : new Span(assigned.title());
        title.getElement().getClassList().add("list-title");
        var number = new Span(assigned.number());
        number.addClassName("list-line");
        var words = new Div(title, number);
        words.addClassName("cell-two");
        var row = new Div(words, badge(assigned));
        row.addClassName("scoring-row");
        return row;
    }

    private Component badge(Assigned assigned) {
        var found = ReviewState.of(assigned);
        return new Badge(getTranslation("selection.scoring.state." + found), tone(found));
    }

    static Badge.Tone tone(ReviewState state) {
        return switch (state) {
            case NOT_BEGUN -> Badge.Tone.NEUTRAL;
            case DRAFT -> Badge.Tone.ACTIVE;
            case SUBMITTED -> Badge.Tone.GOOD;
        };
    }

    static String trackName(ReviewedApplication found) {
        return LocaleContextHolder.getLocale().getLanguage().equals("en")
                ? found.track().nameEn()
                : found.track().name();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("selection.scoring.reviews");
    }
}
