package rongtong.form.ui;

import com.vaadin.flow.component.html.Div;
import rongtong.form.FieldInstance;

/** Renders what is not seen. */
class NothingRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var nothing = new Div();
        nothing.setVisible(false);
        return () -> nothing;
    }
}
