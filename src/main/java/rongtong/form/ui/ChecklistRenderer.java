package rongtong.form.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rongtong.form.FieldInstance;

/** Renders {@code checklist}. */
class ChecklistRenderer implements FieldRenderer {

    @Override
    public String type() {
        return "checklist";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        var offer = new Offer(instance, canvas);
        var box = new CheckboxGroup<Object>();
        box.setItemLabelGenerator(offer::name);
        return Input.<Set<Object>, CheckboxGroup<Object>>of(
                        instance,
                        canvas,
                        box,
                        () -> TagListRenderer.chosen(instance, canvas),
                        values -> canvas.model().set(instance, values == null ? List.of() : inOrder(offer, values)),
                        offer::chosen)
                .before(() -> {
                    if (offer.hasChanged()) {
                        box.setItems(offer.values());
                    }
                });
    }

    private static List<Object> inOrder(Offer offer, Set<Object> chosen) {
        var ordered = new ArrayList<>(offer.values());
        ordered.retainAll(chosen);
        return ordered;
    }
}
