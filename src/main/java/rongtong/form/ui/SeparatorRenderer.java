package rongtong.form.ui;

import com.vaadin.flow.component.html.Hr;
import rongtong.form.FieldInstance;

/** Renders {@code separator}. */
class SeparatorRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "separator";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var line = new Hr();
        return () -> line;
    }
}
