package rongtong.form.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rongtong.form.Choice;
import rongtong.form.FieldInstance;

/** What a choice field offers now, and what each choice is called. Boxes hold the values; this knows the names. */
final class Offer {

    private final FieldInstance instance;
    private final Canvas canvas;
    private final Map<Object, String> names = new LinkedHashMap<>();
    private List<Choice> choices = List.of();
    private @Nullable String address;

    Offer(FieldInstance instance, Canvas canvas) {
        this.instance = instance;
        this.canvas = canvas;
    }

    boolean isLookup() {
        return instance.field().lookup().isPresent();
    }

    /** Whether the choices differ from those of the last call. */
    boolean hasChanged() {
        if (isLookup()) {
            var now = canvas.model().lookup(instance).orElse("");
            var changed = !now.equals(address);
            address = now;
            return changed;
        }
        var now = canvas.model().choices(instance);
        if (now.equals(choices)) {
            return false;
        }
        choices = now;
        names.clear();
        now.forEach(choice -> names.put(choice.value(), choice.label()));
        return true;
    }

    List<Object> values() {
        return new ArrayList<>(names.keySet());
    }

    /** A page of the records whose name holds what is typed. */
    Stream<Object> find(String filter, int page, int size) {
        var found = canvas.references().find(address(), filter, page, size).items();
        found.forEach(choice -> names.put(choice.value(), choice.label()));
        return found.stream().map(Choice::value);
    }

    String name(Object value) {
        var known = names.get(value);
        if (known != null) {
            return known;
        }
        if (!isLookup()) {
            return canvas.model().choices(instance).stream()
                    .filter(choice -> choice.value().equals(value))
                    .map(Choice::label)
                    .findFirst()
                    .orElseGet(() -> Answers.bare(value));
        }
        var name = canvas.references().name(address(), Answers.bare(value)).orElseGet(() -> Answers.bare(value));
        names.put(value, name);
        return name;
    }

    /** The chosen ones in words. */
    String chosen() {
        return switch (canvas.model().value(instance)) {
            case null -> Answers.text(null);
            case List<?> several ->
                Answers.list(several.stream().map(each -> name((Object) each)).toList());
            case Object one -> name(one);
        };
    }

    private String address() {
        return canvas.model().lookup(instance).orElse("");
    }
}
