package rongtong.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;

/** Names and values of one thing, in two columns. */
public class Facts extends Composite<DescriptionList> {

    public Facts() {
        getContent().addClassName("facts");
    }

    public Facts with(String name, String value) {
        return with(name, new Text(value.isBlank() ? "—" : value));
    }

    public Facts with(String name, Component value) {
        getContent().add(new DescriptionList.Term(name), new DescriptionList.Description(value));
        return this;
    }
}
