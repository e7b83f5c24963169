package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;

/** A short table that is shown whole. */
class PlainTable extends Composite<Div> {

    private final NativeTableBody body;

    PlainTable(String... headers) {
        var head = new NativeTableRow();
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

    /** A text becomes a cell of its own; a component is put into one. */
    void row(Object... cells) {
        var row = new NativeTableRow();
        for (var cell : cells) {
            row.add(new NativeTableCell(cell instanceof Component part ? part : new Span(String.valueOf(cell))));
        }
        body.add(row);
    }
}
