package rongtong.selection.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.Texts;

/** Where on the page of a programme each of its places is, so that what is wrong is said there. */
class Places {

    private final Map<String, Component> byPath = new LinkedHashMap<>();
    private final Texts texts;
    private final Runnable onChange;

    /** @param onChange called after each change of a field */
    Places(Texts texts, Runnable onChange) {
        this.texts = texts;
        this.onChange = onChange;
    }

    /** @param path such as {@code tracks[0].key} */
    <C extends Component & HasValue<?, ?>> C at(String path, C field) {
        byPath.put(path, field);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                onChange.run();
            }
        });
        return field;
    }

    void changed() {
        onChange.run();
    }

    void forget() {
        byPath.clear();
    }

    /** Says each error at its place, or at the nearest place around it. */
    void show(List<FieldError> errors) {
        byPath.values().forEach(field -> mark(field, ""));
        for (var error : errors) {
            for (var path = error.field(); ; path = path.substring(0, Math.max(0, path.lastIndexOf('.')))) {
                var field = byPath.get(path);
                if (field != null) {
                    mark(field, texts.of(error.message()));
                    break;
                }
                if (path.isEmpty()) {
                    break;
                }
            }
        }
    }

    private static void mark(Component field, String words) {
        if (field instanceof HasValidationProperties validated) {
            validated.setErrorMessage(words);
            validated.setInvalid(!words.isEmpty());
        }
    }
}
