package rongtong.form.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import rongtong.form.FieldInstance;
import rongtong.form.FormChanges;
import rongtong.form.FormModel;
import rongtong.form.References;
import rongtong.shared.Message;

/** What the parts of one form on the screen share: the model, the words, which fields a person has been at. */
final class Canvas {

    private final FormModel model;
    private final References references;
    private final Function<Message, String> words;
    private final Clock clock;
    private final Consumer<FieldInstance> changed;
    private final Map<FieldInstance, Shown> shown = new LinkedHashMap<>();
    private final Map<FieldInstance, Div> places = new HashMap<>();
    private final Set<FieldInstance> left = new HashSet<>();
    private final Map<String, String> found = new HashMap<>();
    private Runnable layout = () -> {};
    private boolean everythingChecked;
    private boolean following;

    Canvas(
            FormModel model,
            References references,
            Function<Message, String> words,
            Clock clock,
            Consumer<FieldInstance> changed) {
        this.model = model;
        this.references = references;
        this.words = words;
        this.clock = clock;
        this.changed = changed;
    }

    /** What arranges the form as a whole each time. */
    void layout(Runnable step) {
        this.layout = step;
    }

    FormModel model() {
        return model;
    }

    References references() {
        return references;
    }

    String say(Message message) {
        return words.apply(message);
    }

    String say(String key, Object... arguments) {
        return say(Message.of(key, arguments));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Puts a component of the form on the screen. */
    Shown show(FieldInstance instance) {
        var component = FieldRenderer.of(instance.field().type()).show(instance, this);
        shown.put(instance, component);
        return component;
    }

    /** Where on the screen a component stands. */
    void place(FieldInstance instance, Div place) {
        places.put(instance, place);
    }

    /** The place of a path; that of a row is its first field. */
    Optional<FieldInstance> at(String path) {
        return model.find(path)
                .or(() -> model.visible().stream()
                        .filter(instance -> FormChanges.covers(path, instance.path()))
                        .findFirst());
    }

    /** Puts something beside the field of a path. @return whether the form shows such a field */
    boolean note(String path, Component note) {
        var place = at(path).map(instance -> {
            reveal(instance);
            return places.get(instance);
        });
        place.ifPresent(found -> found.add(note));
        return place.isPresent();
    }

    /** Leads the person to the field of a path. */
    void lead(String path) {
        at(path).ifPresent(instance -> {
            reveal(instance);
            Optional.ofNullable(places.get(instance)).ifPresent(Component::scrollIntoView);
            Optional.ofNullable(shown.get(instance)).ifPresent(Shown::focus);
        });
    }

    void forget(FieldInstance instance) {
        places.remove(instance);
        shown.remove(instance);
        left.remove(instance);
    }

    /** A person has changed a field. Not called while the screen follows the model. */
    void change(FieldInstance instance, Runnable change) {
        if (following) {
            return;
        }
        change.run();
        found.remove(instance.path());
        follow();
        changed.accept(instance);
    }

    /** A person has left a field: from now on it says what is wrong. */
    void leave(FieldInstance instance) {
        if (left.add(instance)) {
            follow();
        }
    }

    /** Brings every part of the screen up to the model. */
    void follow() {
        following = true;
        try {
            var done = new HashSet<FieldInstance>();
            var more = List.copyOf(shown.keySet());
            while (!more.isEmpty()) {
                more.forEach(this::follow);
                done.addAll(more);
                more = shown.keySet().stream()
                        .filter(instance -> !done.contains(instance))
                        .toList();
            }
            layout.run();
        } finally {
            following = false;
        }
    }

    private void follow(FieldInstance instance) {
        var component = shown.get(instance);
        if (component != null) {
            component.follow();
            component.say(error(instance));
        }
    }

    private String error(FieldInstance instance) {
        if (!model.isVisible(instance) || model.isDisabled(instance)) {
            return "";
        }
        var fromServer = found.get(instance.path());
        if (fromServer != null && !instance.path().isEmpty()) {
            return fromServer;
        }
        if (!everythingChecked && !left.contains(instance)
                || instance.field().key().isEmpty()) {
            return "";
        }
        var violations = model.violations(instance);
        return violations.isEmpty() ? "" : say(violations.getFirst().message());
    }

    /** Shows these errors and whatever else is wrong, and leads to the first. */
    void showAll(Map<String, String> errors) {
        everythingChecked = true;
        found.clear();
        found.putAll(errors);
        follow();
        first(errors.keySet()).ifPresent(Shown::focus);
    }

    private Optional<Shown> first(Set<String> paths) {
        return model.visible().stream()
                .filter(instance -> paths.contains(instance.path()))
                .findFirst()
                .map(instance -> {
                    reveal(instance);
                    return shown.get(instance);
                });
    }

    private void reveal(FieldInstance instance) {
        if (!shown.containsKey(instance)) {
            List.copyOf(shown.values()).forEach(each -> each.reveal(instance));
        }
    }
}
