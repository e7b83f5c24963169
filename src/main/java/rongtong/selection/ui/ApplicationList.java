package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import rongtong.selection.application.ApplicationFilter;
import rongtong.selection.application.ApplicationRow;
import rongtong.selection.application.ApplicationSearch;
import rongtong.selection.application.ApplicationStatus;
import rongtong.selection.programme.Programme;
import rongtong.selection.programme.Track;
import rongtong.selection.round.Round;
import rongtong.ui.Badge;
import rongtong.ui.Formats;
import rongtong.ui.ListLines;
import rongtong.ui.NarrowScreen;

/** The applications of one round that the person may see, by track, status and words. For the page of the round. */
public class ApplicationList extends Composite<Div> {

    private static final int LONGEST_SEARCH = 100;
    private static final String CARD = "card";

    private final transient ApplicationSearch search;
    private final Round round;
    private final Select<Track> track = new Select<>();
    private final Select<ApplicationStatus> status = new Select<>();
    private final TextField text = new TextField();
    private final Span count = new Span();
    private final Grid<ApplicationRow> grid = new Grid<>();

    /** @param programme in the version of the round */
    public ApplicationList(ApplicationSearch search, Programme programme, Round round) {
        this.search = search;
        this.round = round;
        configureFilters(programme.tracks());
        configureGrid();
        count.addClassName("muted");
        count.getElement().setAttribute("role", "status");
        var filters = new Div(track, status, text, count);
        filters.addClassName("filters");
        getContent().addClassName("case-table");
        getContent().add(filters, grid);
        NarrowScreen.observe(this, this::showForWidth);
        refresh();
    }

    /** On a phone all that tells one application from another stands in one cell. */
    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == CARD.equals(column.getKey())));
    }

    private Component card(ApplicationRow row) {
        var applicant = new Span(row.applicantName());
        applicant.addClassNames("list-line", "card-words");
        var card = new ListLines("cases/" + row.id(), row.title(), row.number());
        card.add(applicant, new Div(state(row)));
        return card;
    }

    private void configureFilters(List<Track> tracks) {
        track.setLabel(getTranslation("selection.list.track"));
        choose(track, tracks, each -> nameOf(each));
        status.setLabel(getTranslation("selection.list.status"));
        choose(status, Arrays.asList(ApplicationStatus.values()), each -> getTranslation("selection.status." + each));
        text.setLabel(getTranslation("selection.list.search"));
        text.setClearButtonVisible(true);
        text.setMaxLength(LONGEST_SEARCH);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> refresh());
    }

    private <T> void choose(Select<T> select, List<T> all, java.util.function.Function<T, String> name) {
        select.setItems(all);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(getTranslation("selection.list.all"));
        select.setItemLabelGenerator(each -> each == null ? getTranslation("selection.list.all") : name.apply(each));
        select.addValueChangeListener(change -> refresh());
    }

    private static String nameOf(Track track) {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? track.nameEn()
                : track.name();
    }

    private void configureGrid() {
        grid.addColumn(new ComponentRenderer<>(this::card))
                .setKey(CARD)
                .setHeader(getTranslation("selection.application.fact.title"));
        grid.addColumn(new ComponentRenderer<>(row -> new ListLines("cases/" + row.id(), row.title(), row.number())))
                .setKey("title")
                .setHeader(getTranslation("selection.application.fact.title"))
                .setWidth("14em")
                .setFlexGrow(3);
        grid.addColumn(ApplicationRow::applicantName)
                .setKey("applicant")
                .setHeader(getTranslation("selection.application.fact.applicant"))
                .setWidth("10em")
                .setFlexGrow(2);
        grid.addColumn(ApplicationRow::trackName)
                .setKey("track")
                .setHeader(getTranslation("selection.list.track"))
                .setWidth("8em")
                .setFlexGrow(1);
        grid.addColumn(new ComponentRenderer<>(this::state))
                .setKey("status")
                .setHeader(getTranslation("selection.list.status"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(this::recommended)
                .setKey("recommended")
                .setHeader(getTranslation("selection.application.recommendations"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        grid.addColumn(row -> row.receivedAt() == null ? "—" : Formats.second(row.receivedAt()))
                .setKey("received")
                .setHeader(getTranslation("selection.receipt.at"))
                .setAutoWidth(true)
                .setFlexGrow(0);
        showForWidth(false);
        grid.setEmptyStateText(getTranslation("selection.list.empty"));
        grid.setItemsPageable(
                page -> search.find(filter(), page.getPageNumber(), page.getPageSize())
                        .items(),
                page -> search.find(filter(), 0, 1).total());
    }

    private Component state(ApplicationRow row) {
        return new Badge(getTranslation("selection.status." + row.status()), ApplicationParts.tone(row.status()));
    }

    private String recommended(ApplicationRow row) {
        if (row.recommenders() == 0) {
            return row.receivedAt() == null ? "—" : getTranslation("selection.list.direct");
        }
        return row.refused()
                ? getTranslation("selection.recommendation.no")
                : row.recommended() + " / " + row.recommenders();
    }

    private ApplicationFilter filter() {
        var chosen = track.getValue();
        return new ApplicationFilter(
                round.programme(),
                round.caseId(),
                chosen == null ? null : chosen.key(),
                status.getValue(),
                orNull(text.getValue()));
    }

    private static @Nullable String orNull(String typed) {
        return typed.isBlank() ? null : typed.strip();
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
        IntFunction<String> words = number -> getTranslation("selection.list.count", number);
        count.setText(words.apply((int) search.find(filter(), 0, 1).total()));
    }
}
