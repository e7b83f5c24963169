package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Says that there is nothing, and what to do. */
public class EmptyState extends Composite<Div> {

    public EmptyState(String text, Component... ways) {
        getContent().addClassName("empty");
        getContent().add(new Paragraph(text));
        getContent().add(ways);
    }
}
