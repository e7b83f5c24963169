package rongtong.form.ui;

import com.vaadin.flow.component.html.Div;
import rongtong.form.FieldInstance;

/** Renders {@code text}: Markdown with values inserted. */
class TextRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "text";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        return new Prose(instance, canvas);
    }

    /** Markup that follows the answers which it mentions. The model has made it safe. */
    static final class Prose implements Shown {

        private final FieldInstance instance;
        private final Canvas canvas;
        private final Div text = new Div();
        private String html = "";

        Prose(FieldInstance instance, Canvas canvas) {
            this.instance = instance;
            this.canvas = canvas;
            text.addClassName("form-prose");
        }

        @Override
        public Div component() {
            return text;
        }

        @Override
        public void follow() {
            var now = canvas.model().html(instance);
            if (!now.equals(html)) {
                html = now;
                text.getElement().setProperty("innerHTML", now);
            }
        }
    }
}
