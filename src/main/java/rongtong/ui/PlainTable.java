package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.TreeSet;

/** A short table that is shown whole. */
public class PlainTable extends Composite<Div> {

    private final String[] headers;
    private final NativeTableRow head = new NativeTableRow();
    private final NativeTableBody body;
    private final Set<Integer> numbers = new TreeSet<>();

    public PlainTable(String... headers) {
        this.headers = headers.clone();
        for (var header : headers) {
            var cell = new NativeTableHeaderCell(header);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        var table = new NativeTable();
        table.addClassName("plain-table");
        table.getHead().add(head);
        body = table.getBody();
        getContent().addClassName("table-scroll");
        getContent().add(table);
    }

    /** Sets a column of numbers, from 0, to the right. */
    public PlainTable withNumbers(int... columns) {
        for (int column : columns) {
            numbers.add(column);
            head.getComponentAt(column).addClassName("number");
        }
        return this;
    }

    /** A text becomes a cell of its own; a component is put into one. */
    public void row(Object... cells) {
        var row = new NativeTableRow();
        for (int column = 0; column < cells.length; column++) {
            var content = cells[column];
            var cell =
                    new NativeTableCell(content instanceof Component part ? part : new Span(String.valueOf(content)));
            // for narrow screens, on which a table has no head
            cell.getElement().setAttribute("data-header", headers[column]);
            row.add(cell);
        }
        numbers.forEach(column -> row.getComponentAt(column).addClassName("number"));
        body.add(row);
    }
}
