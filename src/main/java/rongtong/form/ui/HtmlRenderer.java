package rongtong.form.ui;

import rongtong.form.FieldInstance;

/** Renders {@code html}. */
class HtmlRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "html";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        return new TextRenderer.Prose(instance, canvas);
    }
}
