package rongtong.ui;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A state in one word. The colour repeats what the word says and never says it alone. */
public class Badge extends Span {

    /** What the word means for the person who reads it. */
    public enum Tone {
        NEUTRAL,
        ACTIVE,
        GOOD,
        WARNING,
        BAD
    }

    public Badge(String text, Tone tone) {
        super(text);
        addClassNames("badge", "badge-" + tone.name().toLowerCase(Locale.ROOT));
    }
}
