package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import rongtong.selection.application.Outcome;
import rongtong.selection.decision.ResultLine;
import rongtong.selection.decision.ResultLines;
import rongtong.selection.programme.Programme;
import rongtong.ui.Badge;
import rongtong.ui.ListLines;
import rongtong.ui.NarrowScreen;
import rongtong.workflow.ui.CaseNavigation;

/** The preview of the joint decision: one line for each application, what follows from it, and what has become of it. */
class ResultList extends Composite<Div> {

    private static final int PAGE_SIZE = 50;
    private static final String CARD = "card";

    private final transient Programme programme;
    private final Grid<ResultLine> grid = new Grid<>();

    ResultList(ResultLines lines, UUID round, Programme programme) {
        this.programme = programme;
        var hint = new Paragraph(getTranslation("selection.ranking.result.hint"));
        hint.addClassName("hint");
        grid.addComponentColumn(this::card).setKey(CARD).setHeader(getTranslation("selection.ranking.column.title"));
        grid.addColumn(line ->
                        programme.track(line.track()).map(SelectionWords::name).orElse(line.track()))
                .setKey("track")
                .setHeader(getTranslation("selection.ranking.column.track"))
                .setWidth("150px")
                .setFlexGrow(0);
        grid.addColumn(line -> String.valueOf(line.place()))
                .setKey("place")
                .setHeader(getTranslation("selection.ranking.column.place"))
                .setTextAlign(ColumnTextAlign.END)
                .setWidth("72px")
                .setFlexGrow(0);
        grid.addComponentColumn(ResultList::name)
                .setKey("title")
                .setHeader(getTranslation("selection.ranking.column.title"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::outcome)
                .setKey("outcome")
                .setHeader(getTranslation("selection.ranking.column.outcome"))
                .setWidth("110px")
                .setFlexGrow(0);
        grid.addColumn(ResultLine::reason)
                .setKey("reason")
                .setHeader(getTranslation("selection.ranking.column.reason"))
                .setFlexGrow(2)
                .setTooltipGenerator(ResultLine::reason);
        grid.addColumn(this::consequence)
                .setKey("consequence")
                .setHeader(getTranslation("selection.ranking.column.consequence"))
                .setFlexGrow(2)
                .setTooltipGenerator(this::consequence);
        grid.addColumn(this::result)
                .setKey("result")
                .setHeader(getTranslation("selection.ranking.column.state"))
                .setWidth("130px")
                .setFlexGrow(0);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setPageSize(PAGE_SIZE);
        grid.setEmptyStateText(getTranslation("selection.ranking.result.empty"));
        grid.setItemsPageable(
                page -> lines.page(round, page.getPageNumber(), page.getPageSize())
                        .items(),
                page -> lines.page(round, 0, 1).total());
        showForWidth(false);
        getContent().addClassName("ranked-list");
        getContent().add(hint, grid);
        NarrowScreen.observe(getContent(), this::showForWidth);
    }

    private static ListLines name(ResultLine line) {
        return new ListLines(CaseNavigation.address(line.application()), line.title(), line.applicantName());
    }

    private Component outcome(ResultLine line) {
        return line.proposed() == null
                ? new Span(getTranslation("selection.ranking.result.none"))
                : new Badge(
                        getTranslation("selection.ranking.outcome." + line.proposed()),
                        line.proposed() == Outcome.SELECTED ? Badge.Tone.GOOD : Badge.Tone.NEUTRAL);
    }

    private String consequence(ResultLine line) {
        var outcome = line.decided() == null ? line.proposed() : line.decided();
        return outcome == null ? "—" : getTranslation("selection.ranking.consequence." + outcome);
    }

    private String result(ResultLine line) {
        if (line.decided() == null) {
            return getTranslation("selection.ranking.result.open");
        }
        return getTranslation(
                line.status() == line.decided().status()
                        ? "selection.ranking.result.published"
                        : "selection.ranking.result.decided",
                getTranslation("selection.ranking.outcome." + line.decided()));
    }

    private Component card(ResultLine line) {
        var card = name(line);
        var words = new Span(consequence(line) + " · " + result(line));
        words.addClassNames("list-line", "card-words");
        var track = programme.track(line.track()).map(SelectionWords::name).orElse(line.track());
        var marks =
                new Div(outcome(line), new Span(getTranslation("selection.ranking.result.place", track, line.place())));
        marks.addClassNames("badges", "card-marks");
        card.add(marks, words);
        return card;
    }

    private void showForWidth(boolean narrow) {
        grid.getColumns().forEach(column -> column.setVisible(narrow == CARD.equals(column.getKey())));
    }
}
