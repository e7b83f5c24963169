package rongtong.form;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds of components that form-js knows. */
enum FieldType {
    TEXTFIELD(Binding.KEY, ""),
    TEXTAREA(Binding.KEY, ""),
    NUMBER(Binding.KEY, null),
    DATETIME(Binding.KEY, null),
    EXPRESSION(Binding.KEY, null),
    FILEPICKER(Binding.KEY, null),
    CHECKBOX(Binding.KEY, false),
    CHECKLIST(Binding.KEY, List.of()),
    RADIO(Binding.KEY, null),
    SELECT(Binding.KEY, null),
    TAGLIST(Binding.KEY, List.of()),
    TEXT,
    IMAGE,
    TABLE,
    HTML,
    DOCUMENTPREVIEW,
    SPACER,
    SEPARATOR,
    IFRAME,
    BUTTON,
    GROUP(Binding.PATH, null),
    DYNAMICLIST(Binding.PATH, null),
    DEFAULT;

    private enum Binding {
        NONE,
        KEY,
        PATH
    }

    private static final Map<String, FieldType> BY_NAME = new HashMap<>();

    static {
        for (var type : values()) {
            BY_NAME.put(
                    type == DOCUMENTPREVIEW ? "documentPreview" : type.name().toLowerCase(Locale.ROOT), type);
        }
    }

    private final Binding binding;
    private final @Nullable Object emptyValue;

    FieldType() {
        this(Binding.NONE, null);
    }

    FieldType(Binding binding, @Nullable Object emptyValue) {
        this.binding = binding;
        this.emptyValue = emptyValue;
    }

    static Optional<FieldType> named(@Nullable Object name) {
        return Optional.ofNullable(BY_NAME.get(String.valueOf(name)));
    }

    /** Has an answer. */
    boolean isKeyed() {
        return binding == Binding.KEY;
    }

    /** Groups the answers of others, perhaps under a path. */
    boolean isPathed() {
        return binding == Binding.PATH;
    }

    /** Offers options of which one is chosen. */
    boolean isSingleChoice() {
        return this == RADIO || this == SELECT;
    }

    /** Offers options of which several are chosen. */
    boolean isMultipleChoice() {
        return this == CHECKLIST || this == TAGLIST;
    }

    boolean isChoice() {
        return isSingleChoice() || isMultipleChoice();
    }

    /** The answer before anybody answers. */
    @Nullable
    Object emptyValue() {
        return emptyValue;
    }
}
