package rongtong.form.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import rongtong.form.FieldInstance;

/** Renders {@code taglist}: several of some choices, or of the records at an address ({@code properties.lookup}). */
class TagListRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "taglist";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var offer = new Offer(instance, canvas);
        var box = new MultiSelectComboBox<Object>();
        box.setItemLabelGenerator(offer::name);
        box.setClearButtonVisible(true);
        box.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        box.setPlaceholder(canvas.say(offer.isLookup() ? "form.ui.search" : "form.ui.choose"));
        return Input.<Set<Object>, MultiSelectComboBox<Object>>of(
                        instance,
                        canvas,
                        box,
                        () -> chosen(instance, canvas),
                        values -> canvas.model().set(instance, values == null ? List.of() : new ArrayList<>(values)),
                        offer::chosen)
                .before(() -> offer(box, offer));
    }

    /** In the order in which they were chosen. */
    static Set<Object> chosen(FieldInstance instance, Canvas canvas) {
        var chosen = new LinkedHashSet<Object>();
        if (canvas.model().value(instance) instanceof List<?> several) {
            chosen.addAll(several);
        }
        return chosen;
    }

    private static void offer(MultiSelectComboBox<Object> box, Offer offer) {
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
