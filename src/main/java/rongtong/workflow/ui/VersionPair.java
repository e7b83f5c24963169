package rongtong.workflow.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** What an answer was, beside what it is now. */
class VersionPair extends Composite<Div> {

    VersionPair(String before, String after) {
        getContent().addClassName("version-pair");
        getContent()
                .add(
                        version("desk.defects.before", before, "version-before"),
                        version("desk.defects.after", after, "version-after"));
    }

    private Div version(String key, String words, String look) {
        var name = new Span(getTranslation(key));
        name.addClassName("version-name");
        var text = new Div(words);
        text.addClassName("version-text");
        var version = new Div(name, text);
        version.addClassNames("version", look);
        return version;
    }
}
