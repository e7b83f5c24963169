package rongtong.form.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rongtong.form.FieldInstance;
import rongtong.form.FormModel;

/**
 * Renders {@code dynamiclist}: a card for each element; where its fields fit into one row, a line. A long list is shown page
 * by page: a browser does not bear the fields of hundreds of elements.
 */
class DynamicListRenderer implements FieldRenderer {

    private static final int MOST_AT_ONCE = 30;

    @Override
    public String type() {
        return "dynamiclist";
    }

    @Override
    public Shown show(FieldInstance instance, Canvas canvas) {
        return new Elements(instance, canvas);
    }

    private static final class Elements implements Shown {

        private final FieldInstance instance;
        private final Canvas canvas;
        private final H3 title = new H3();
        private final Span count = new Span();
        private final Paragraph nothing = new Paragraph();
        private final Div body = new Div();
        private final Button add;
        private final Div error = new Div();
        private final Div frame = new Div();
        private final Pages pages;
        private final List<Element> elements = new ArrayList<>();

        private Elements(FieldInstance instance, Canvas canvas) {
            this.instance = instance;
            this.canvas = canvas;
            this.add = new Button(canvas.say("form.ui.add"), VaadinIcon.PLUS.create(), click -> add());
            this.pages = new Pages(canvas, this::turned);
            add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add.addClassName("form-add");
            count.addClassName("count");
            nothing.setText(canvas.say("form.ui.empty-list"));
            nothing.addClassName("form-empty");
            body.addClassName("form-elements");
            var head = new Div(title, count);
            head.addClassName("form-list-head");
            frame.addClassName("form-list");
            frame.getElement().setAttribute("role", "group");
            if (!Boolean.FALSE.equals(instance.field().property("showOutline"))) {
                frame.addClassName("form-outlined");
            }
            error.addClassName("form-files-error");
            error.getElement().setAttribute("role", "alert");
            frame.add(head, nothing, body, pages.component(), add, error);
        }

        @Override
        public Component component() {
            return frame;
        }

        @Override
        public void follow() {
            var model = canvas.model();
            var label = model.label(instance);
            var size = model.size(instance);
            title.setText(label);
            frame.getElement().setAttribute("aria-label", label);
            count.setText(String.valueOf(size));
            pages.count((size + MOST_AT_ONCE - 1) / MOST_AT_ONCE);
            var first = pages.page() * MOST_AT_ONCE;
            if (!elements.isEmpty() && elements.getFirst().index != first) {
                elements.forEach(Element::leave);
                elements.clear();
            }
            var shown = Math.min(size - first, MOST_AT_ONCE);
            while (elements.size() > shown) {
                elements.removeLast().leave();
            }
            while (elements.size() < shown) {
                elements.add(new Element(first + elements.size()));
            }
            nothing.setVisible(size == 0);
            add.setVisible(mayChange());
            elements.forEach(Element::follow);
        }

        @Override
        public void say(String words) {
            error.setText(words);
        }

        private boolean mayChange() {
            FormModel model = canvas.model();
            return instance.field().allowsAddRemove() && !model.isReadonly(instance) && !model.isDisabled(instance);
        }

        private void turned() {
            canvas.follow();
            frame.scrollIntoView();
        }

        @Override
        public void reveal(FieldInstance inside) {
            if (inside.indexes().size() > instance.indexes().size()
                    && inside.path().startsWith(instance.path() + "[")) {
                pages.turnTo(inside.indexes().get(instance.indexes().size()) / MOST_AT_ONCE);
                canvas.follow();
            }
        }

        private void add() {
            canvas.change(instance, () -> {
                canvas.model().add(instance);
                var size = canvas.model().size(instance);
                pages.count((size + MOST_AT_ONCE - 1) / MOST_AT_ONCE);
                pages.turnTo((size - 1) / MOST_AT_ONCE);
            });
            if (!elements.isEmpty()) {
                elements.getLast().inside.focusFirst();
            }
        }

        private void remove(int index) {
            canvas.change(instance, () -> canvas.model().remove(instance, index));
            add.focus();
        }

        @Override
        public void focus() {
            if (elements.isEmpty()) {
                frame.scrollIntoView();
            } else {
                elements.getFirst().inside.focusFirst();
            }
        }

        @Override
        public void forget() {
            elements.forEach(element -> element.inside.forget());
        }

        /** One element of the list on the screen. */
        private final class Element {

            private final int index;
            private final Container inside;
            private final Button remove;
            private final Div card = new Div();

            private Element(int index) {
                this.index = index;
                var indexes = new ArrayList<>(instance.indexes());
                indexes.add(index);
                this.inside = new Container(canvas, instance, indexes);
                this.remove = new Button(VaadinIcon.TRASH.create(), click -> askAndRemove());
                remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
                remove.addClassName("form-remove");
                remove.setAriaLabel(canvas.say("form.ui.remove", String.valueOf(index + 1)));
                remove.setTooltipText(canvas.say("form.ui.remove", String.valueOf(index + 1)));
                var number = new Span(String.valueOf(index + 1));
                number.addClassName("form-number-mark");
                card.addClassName("form-element");
                card.addClassName(inside.hasOneRow() ? "form-line" : "form-card");
                card.add(number, inside.component(), remove);
                body.add(card);
            }

            private void follow() {
                inside.follow();
                remove.setVisible(mayChange());
            }

            private void leave() {
                inside.forget();
                body.remove(card);
            }

            private void askAndRemove() {
                if (isBlank()) {
                    remove(index);
                    return;
                }
                var number = String.valueOf(index + 1);
                var question = new ConfirmDialog();
                question.setHeader(canvas.say("form.ui.remove.title", number));
                question.setText(canvas.say("form.ui.remove.text"));
                question.setCancelable(true);
                question.setCancelText(canvas.say("form.ui.cancel"));
                question.setConfirmText(canvas.say("form.ui.remove.confirm"));
                question.setConfirmButtonTheme("error primary");
                question.addConfirmListener(confirmed -> remove(index));
                question.open();
            }

            private boolean isBlank() {
                var value = canvas.model().value(instance) instanceof List<?> items && index < items.size()
                        ? items.get(index)
                        : null;
                return !(value instanceof Map<?, ?> map)
                        || map.values().stream()
                                .allMatch(each -> each == null
                                        || each.equals("")
                                        || each.equals(false)
                                        || each instanceof List<?> list && list.isEmpty());
            }
        }
    }
}
