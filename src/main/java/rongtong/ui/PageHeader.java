package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** Title of a page, a line below it where one helps, and on the right what can be done with the whole page. */
public class PageHeader extends Composite<Header> {

    private final H1 title = new H1();
    private final Paragraph line = new Paragraph();
    private final Div actions = new Div();

    public PageHeader(String title, Component... actions) {
        this.title.setText(title);
        line.setVisible(false);
        this.actions.addClassName("page-actions");
        this.actions.add(actions);
        var words = new Div(this.title, line);
        words.addClassName("page-words");
        getContent().addClassName("page-header");
        getContent().add(words, this.actions);
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    public PageHeader withLine(String text) {
        line.setText(text);
        line.setVisible(!text.isBlank());
        return this;
    }

    public void addAction(Component action) {
        actions.add(action);
    }
}
