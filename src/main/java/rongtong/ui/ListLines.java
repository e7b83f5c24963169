package rongtong.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Two lines in a cell of a list: the title, which is the link to the thing itself, and what else names it. */
public class ListLines extends Div {

    /** @param address of the page of the thing itself */
    public ListLines(String address, String title, String line) {
        var link = new Anchor(address, title);
        link.addClassName("list-title");
        link.setTitle(title);
        var below = new Span(line);
        below.addClassName("list-line");
        below.setTitle(line);
        addClassName("cell-two");
        add(link, below);
    }
}
