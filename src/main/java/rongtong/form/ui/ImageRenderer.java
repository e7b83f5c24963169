package rongtong.form.ui;

import com.vaadin.flow.component.html.Image;
import rongtong.form.FieldInstance;

/** Renders {@code image}. */
class ImageRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "image";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var image = new Image();
        image.addClassName("form-picture");
        image.setAlt(canvas.model().line(instance, "alt"));
        canvas.model()
                .source(instance)
                .ifPresentOrElse(address -> image.setSrc(address), () -> image.setVisible(false));
        return () -> image;
    }
}
