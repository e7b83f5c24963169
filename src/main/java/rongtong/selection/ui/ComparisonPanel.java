package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableFunction;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import rongtong.identity.Accounts;
import rongtong.selection.programme.Track;
import rongtong.selection.ranking.ComparedApplication;
import rongtong.selection.ranking.Figures;

/**
 * Two to four applications side by side: place, scores by criterion, comments, answers; answers that differ are
 * marked.
 */
class ComparisonPanel extends Composite<Div> {

    private final NativeTable table = new NativeTable();
    private final transient List<ComparedApplication> compared;
    private final transient Accounts accounts;

    ComparisonPanel(List<ComparedApplication> compared, Track track, Accounts accounts) {
        this.compared = compared;
        this.accounts = accounts;
        table.addClassNames("plain-table", "comparison");
        head();
        part("selection.ranking.compare.result");
        line(
                getTranslation("selection.ranking.column.place"),
                each -> String.valueOf(each.explained().row().place()));
        line(
                getTranslation("selection.ranking.column.score"),
                each -> Figures.shown(each.explained().row().score()));
        line(
                getTranslation("selection.ranking.column.position"),
                each -> getTranslation("selection.ranking.position."
                                + each.explained().row().position())
                        + " " + SelectionWords.margin(each.explained().row().margin()));
        line(
                getTranslation("selection.ranking.column.range"),
                each -> SelectionWords.range(
                        each.explained().row().best(), each.explained().row().worst()));
        line(
                getTranslation("selection.ranking.column.spread"),
                each -> Figures.shown(each.explained().row().spread()));
        part("selection.ranking.compare.criteria");
        for (var criterion : track.criteria()) {
            line(
                    getTranslation(
                            "selection.ranking.criterion-head",
                            SelectionWords.name(criterion),
                            criterion.max(),
                            criterion.weight()),
                    each -> Figures.shown(each.criteria().get(criterion.key())));
        }
        part("selection.ranking.compare.comments");
        line(getTranslation("selection.ranking.compare.comments"), this::comments);
        var fields = new LinkedHashSet<String>();
        compared.forEach(each -> fields.addAll(each.answers().keySet()));
        if (!fields.isEmpty()) {
            part("selection.ranking.compare.answers");
            fields.forEach(field ->
                    line(field, each -> each.answers().getOrDefault(field, "—")).addClassName("answer"));
        }
        getContent().addClassName("table-scroll");
        getContent().add(table);
    }

    private void head() {
        var row = new NativeTableRow();
        row.add(new NativeTableHeaderCell(""));
        for (var each : compared) {
            var title = new Span(each.explained().row().title());
            title.addClassName("list-title");
            var applicant = new Span(each.explained().row().applicantName());
            applicant.addClassName("list-line");
            var both = new Div(title, applicant);
            both.addClassName("compared-head");
            var cell = new NativeTableHeaderCell();
            cell.add(both);
            cell.getElement().setAttribute("scope", "col");
            row.add(cell);
        }
        table.getHead().add(row);
    }

    private void part(String title) {
        var cell = new NativeTableHeaderCell(getTranslation(title));
        cell.getElement()
                .setAttribute("scope", "colgroup")
                .setAttribute("colspan", String.valueOf(compared.size() + 1));
        cell.addClassName("comparison-part");
        table.getBody().add(new NativeTableRow(cell));
    }

    private NativeTableRow line(String name, SerializableFunction<ComparedApplication, String> value) {
        var row = new NativeTableRow();
        var head = new NativeTableHeaderCell(name);
        head.getElement().setAttribute("scope", "row");
        row.add(head);
        var values = compared.stream().map(value).toList();
        boolean differ = values.stream().distinct().count() > 1;
        for (var each : values) {
            var words = new Span(each.isBlank() ? "—" : each);
            words.addClassName("compared-value");
            row.add(new NativeTableCell((Component) words));
        }
        row.setClassName("differs", differ);
        table.getBody().add(row);
        return row;
    }

    private String comments(ComparedApplication each) {
        return each.comments().stream()
                .map(comment -> getTranslation(
                        "selection.ranking.comment", accounts.displayName(comment.expert()), comment.text()))
                .collect(Collectors.joining("\n"));
    }
}
