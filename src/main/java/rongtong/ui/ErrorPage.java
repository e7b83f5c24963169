package rongtong.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;

/** What is shown instead of a page that cannot be shown: what happened, what to do, the way back. */
class ErrorPage extends Composite<Div> implements HasDynamicTitle {

    private String title = "";

    /** @param key of the title; the sentence below has the same with {@code .do} */
    void say(String mark, String key, Object... arguments) {
        title = getTranslation(key);
        var number = new Span(mark);
        number.addClassName("error-mark");
        var home = new Anchor("/", getTranslation("ui.to-workbench"));
        home.addClassName("button-link");
        getContent().removeAll();
        getContent().addClassName("error-page");
        getContent().add(number, new H1(title), new Paragraph(getTranslation(key + ".do", arguments)), home);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
