package rongtong.form.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import rongtong.form.FieldInstance;

/** Renders {@code select}: one of some choices, or of the records at an address ({@code properties.lookup}). */
class SelectRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "select";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var offer = new Offer(instance, canvas);
        var box = new ComboBox<Object>();
        box.setItemLabelGenerator(offer::name);
        box.setClearButtonVisible(!instance.field().isRequired());
        box.setPlaceholder(canvas.say(offer.isLookup() ? "form.ui.search" : "form.ui.choose"));
        return Input.of(
                        instance,
                        canvas,
                        box,
                        () -> canvas.model().value(instance),
                        value -> canvas.model().set(instance, value),
                        offer::chosen)
                .before(() -> offer(box, offer));
    }

    private static void offer(ComboBox<Object> box, Offer offer) {
        if (!offer.hasChanged()) {
            return;
        }
        if (offer.isLookup()) {
            box.setItems(query -> offer.find(query.getFilter().orElse(""), query.getPage(), query.getPageSize()));
        } else {
            box.setItems(offer.values());
        }
    }
}
