package rongtong.form.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import rongtong.form.FieldInstance;

/** Renders {@code iframe} as a link: no foreign page is shown inside ours. */
class FrameRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "iframe";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var link = new Anchor();
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener noreferrer");
        canvas.model()
                .source(instance)
                .ifPresentOrElse(
                        address -> {
                            var label = canvas.model().label(instance);
                            link.setHref(address);
                            link.setText(label.isEmpty() ? address : label);
                        },
                        () -> link.setVisible(false));
        return () -> link;
    }
}
