package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/** A part of a page with a title of its own. */
public class Panel extends Composite<Section> implements HasComponents {

    private final H2 title = new H2();
    private final Span count = new Span();
    private final Div side = new Div();
    private final Div body = new Div();

    public Panel(String title, Component... content) {
        this.title.setText(title);
        count.addClassName("count");
        count.setVisible(false);
        side.addClassName("panel-side");
        body.addClassName("panel-body");
        body.add(content);
        var head = new Div(this.title, count, side);
        head.addClassName("panel-head");
        getContent().addClassName("panel");
        getContent().add(head, body);
    }

    /** How many there are, beside the title. */
    public void setCount(long number) {
        count.setText(Formats.number(number));
        count.setVisible(true);
    }

    /** Shown at the right of the title. */
    public void addToSide(Component component) {
        side.add(component);
    }

    @Override
    public void add(Component... components) {
        body.add(components);
    }

    @Override
    public void removeAll() {
        body.removeAll();
    }
}
