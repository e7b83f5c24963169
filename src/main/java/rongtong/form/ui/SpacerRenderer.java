package rongtong.form.ui;

import com.vaadin.flow.component.html.Div;
import rongtong.form.FieldInstance;

/** Renders {@code spacer}. */
class SpacerRenderer implements FieldRenderer {

    private static final int HEIGHT = 60;

    @Override
    public String type() {
        return "spacer";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var space = new Div();
        var height = instance.field().property("height") instanceof Number pixels ? pixels.intValue() : HEIGHT;
        space.setHeight(height + "px");
        return () -> space;
    }
}
