package rongtong.form.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import rongtong.form.FieldInstance;

/** Renders {@code group}. */
class GroupRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "group";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        return new Group(instance, canvas);
    }

    private static final class Group implements Shown {

        private final FieldInstance instance;
        private final Canvas canvas;
        private final H3 title = new H3();
        private final Div frame = new Div();
        private final Container inside;

        private Group(FieldInstance instance, Canvas canvas) {
            this.instance = instance;
            this.canvas = canvas;
            this.inside = new Container(canvas, instance, instance.indexes());
            frame.addClassName("form-group");
            frame.getElement().setAttribute("role", "group");
            if (!Boolean.FALSE.equals(instance.field().property("showOutline"))) {
                frame.addClassName("form-outlined");
            }
            frame.add(title, inside.component());
        }

        @Override
        public Component component() {
            return frame;
        }

        @Override
        public void follow() {
            var label = canvas.model().label(instance);
            title.setText(label);
            title.setVisible(!label.isEmpty());
            frame.getElement().setAttribute("aria-label", label);
            inside.follow();
        }

        @Override
        public void focus() {
            inside.focusFirst();
        }

        @Override
        public void forget() {
            inside.forget();
        }
    }
}
