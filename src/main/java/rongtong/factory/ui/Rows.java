package rongtong.factory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;

/** A short table of texts that is shown whole. */
class Rows extends Composite<Div> {

    private final NativeTable table = new NativeTable();

    Rows(String... headers) {
        var head = new NativeTableRow();
        Arrays.stream(headers).forEach(header -> {
            var cell = new NativeTableHeaderCell(header);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        });
        table.addClassName("plain-table");
        table.getHead().add(head);
        getContent().addClassName("table-scroll");
        getContent().add(table);
    }

    /** A text becomes a cell of its own; a component is put into one. */
    Rows with(Object... cells) {
        var row = new NativeTableRow();
        Arrays.stream(cells)
                .forEach(cell -> row.add(
                        new NativeTableCell(cell instanceof Component part ? part : new Span(String.valueOf(cell)))));
        table.getBody().add(row);
        return this;
    }
}
