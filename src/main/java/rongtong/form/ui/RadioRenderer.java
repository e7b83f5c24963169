package rongtong.form.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import rongtong.form.FieldInstance;

/** Renders {@code radio}. */
class RadioRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "radio";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var offer = new Offer(instance, canvas);
        var box = new RadioButtonGroup<Object>();
        box.setItemLabelGenerator(offer::name);
        return Input.of(
                        instance,
                        canvas,
                        box,
                        () -> canvas.model().value(instance),
                        value -> canvas.model().set(instance, value),
                        offer::chosen)
                .before(() -> {
                    if (offer.hasChanged()) {
                        box.setItems(offer.values());
                    }
                });
    }
}
