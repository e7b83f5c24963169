package rongtong.form.ui;

import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.shared.InputField;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rongtong.form.FieldInstance;

/**
 * A box into which a person puts an answer. Where the answer may only be read it stands as text instead, whole and
 * printable.
 *
 * @param <V> what the box holds
 */
final class Input<V> implements Shown {

    private final FieldInstance instance;
    private final Canvas canvas;
    private final Component box;
    private final InputField<?, V> field;
    private final Supplier<@Nullable V> fromModel;
    private final Supplier<String> asText;
    private final Div place;
    private final Span name = new Span();
    private final Div text = new Div();
    private final Div fact;
    private Runnable beforeValue = () -> {};

    private Input(
            FieldInstance instance,
            Canvas canvas,
            Component box,
            InputField<?, V> field,
            Supplier<@Nullable V> fromModel,
            Supplier<String> asText) {
        this.instance = instance;
        this.canvas = canvas;
        this.box = box;
        this.field = field;
        this.fromModel = fromModel;
        this.asText = asText;
        name.addClassName("form-fact-name");
        text.addClassName("form-fact-text");
        this.fact = new Div(name, text);
        fact.addClassName("form-fact");
        this.place = new Div(box, fact);
        place.addClassName("form-input");
    }

    /**
     * @param fromModel what the box shall hold, null for empty
     * @param toModel what a person has put in, null for empty
     * @param asText the answer in words, where it may only be read
     */
    static <V, B extends Component & InputField<? extends HasValue.ValueChangeEvent<V>, V> & HasValidation> Input<V> of(
            FieldInstance instance,
            Canvas canvas,
            B box,
            Supplier<@Nullable V> fromModel,
            Consumer<@Nullable V> toModel,
            Supplier<String> asText) {
        var input = new Input<V>(instance, canvas, box, box, fromModel, asText);
        box.setManualValidation(true);
        box.setWidthFull();
        box.addValueChangeListener(
                event -> canvas.change(instance, () -> toModel.accept(box.isEmpty() ? null : event.getValue())));
        if (box instanceof BlurNotifier<?> leaving) {
            leaving.addBlurListener(event -> canvas.leave(instance));
        } else {
            box.getElement().addEventListener("focusout", event -> canvas.leave(instance));
        }
        return input;
    }

    /** Something to do each time before the box takes its value, such as offering other choices. */
    Input<V> before(Runnable step) {
        this.beforeValue = step;
        return this;
    }

    @Override
    public Component component() {
        return place;
    }

    @Override
    public void follow() {
        var model = canvas.model();
        var readonly = model.isReadonly(instance);
        box.setVisible(!readonly);
        fact.setVisible(readonly);
        var label = model.label(instance);
        if (readonly) {
            name.setText(label);
            text.setText(asText.get());
            return;
        }
        field.setLabel(label);
        field.setHelperText(model.line(instance, "description"));
        field.setRequiredIndicatorVisible(instance.field().isRequired());
        field.setEnabled(!model.isDisabled(instance));
        beforeValue.run();
        var value = fromModel.get();
        var wanted = value == null ? field.getEmptyValue() : value;
        if (!Objects.equals(wanted, field.getValue())) {
            field.setValue(wanted);
        }
    }

    @Override
    public void say(String error) {
        if (box instanceof HasValidation validation) {
            validation.setErrorMessage(error);
            validation.setInvalid(!error.isEmpty());
        }
    }

    @Override
    public void focus() {
        box.scrollIntoView();
        if (box instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
