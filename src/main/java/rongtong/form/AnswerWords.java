package rongtong.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.shared.Listed;
import rongtong.shared.Message;
import rongtong.shared.Texts;

/** Answers and their places in words, for lists and documents that speak of a form without showing it. */
@Component
public class AnswerWords {

    /** Of a list longer than this only whole rows are named, not each of their fields. */
    private static final int MOST_ROWS = 30;

    private static final Pattern ROW = Pattern.compile("(.+)\\[(\\d{1,6})]");
    private static final String NONE = "—";

    private final References references;
    private final Texts texts;

    AnswerWords(References references, Texts texts) {
        this.references = references;
        this.texts = texts;
    }

    /** All places that a person can point at: fields, lists and their rows, by data path, named in a language. */
    public List<Choice> places(FormModel model, Locale locale) {
        var places = new ArrayList<Choice>();
        for (var instance : model.visible()) {
            var path = instance.path();
            var keyed = instance.field().kind().isKeyed();
            if (path.isEmpty() || !keyed && !instance.field().isRepeating()) {
                continue;
            }
            if (keyed && instance.indexes().stream().anyMatch(index -> index >= MOST_ROWS)) {
                continue;
            }
            places.add(new Choice(path, place(model, instance, locale)));
            for (var row = 0; !keyed && row < model.size(instance); row++) {
                places.add(new Choice(path + "[" + row + "]", row(place(model, instance, locale), row, locale)));
            }
        }
        return places;
    }

    /** What the place is called, such as 资产清单第 2 行 · 账面价值; the path itself if the form does not show it. */
    public String place(FormModel model, String path, Locale locale) {
        var row = ROW.matcher(path);
        if (row.matches()) {
            return model.find(row.group(1))
                    .map(list -> row(place(model, list, locale), Integer.parseInt(row.group(2)), locale))
                    .orElse(path);
        }
        return model.find(path).map(instance -> place(model, instance, locale)).orElse(path);
    }

    private String place(FormModel model, FieldInstance instance, Locale locale) {
        var label = model.label(instance);
        var own = label.isBlank() ? instance.path().replaceFirst(".*[.]", "") : label;
        for (var around = instance.field().parent(); around != null; around = around.parent()) {
            if (around.isRepeating()) {
                var list = new FieldInstance(around, instance.indexes());
                var depth = list.dataPath().steps().stream()
                        .filter(Integer.class::isInstance)
                        .count();
                var index = instance.indexes().get((int) depth);
                return row(place(model, list, locale), index, locale) + " · " + own;
            }
        }
        return own;
    }

    private String row(String list, int index, Locale locale) {
        return texts.in(locale, Message.of("form.place.row", list, String.valueOf(index + 1)));
    }

    /** The answer at a place, whole lists and rows too; a dash for nothing. */
    public String answer(FormModel model, String path, Locale locale) {
        var row = ROW.matcher(path);
        var found = row.matches()
                ? model.find(row.group(1))
                        .filter(list -> Integer.parseInt(row.group(2)) < model.size(list))
                        .map(list -> cells(model, list, Integer.parseInt(row.group(2)), locale))
                : model.find(path).map(instance -> answer(model, instance, locale));
        return found.filter(words -> !words.isBlank()).orElse(NONE);
    }

    private String answer(FormModel model, FieldInstance instance, Locale locale) {
        if (!instance.field().isRepeating()) {
            return words(model, instance, locale);
        }
        return Stream.iterate(0, row -> row < model.size(instance), row -> row + 1)
                .map(row -> Listed.named(
                        locale, row(model.label(instance), row, locale), cells(model, instance, row, locale)))
                .collect(Collectors.joining("\n"));
    }

    private String cells(FormModel model, FieldInstance list, int row, Locale locale) {
        var indexes = new ArrayList<>(list.indexes());
        indexes.add(row);
        var facts = model.visible().stream()
                .filter(cell -> cell.field().kind().isKeyed() && cell.indexes().equals(indexes))
                .filter(cell -> FormChanges.covers(list.path(), cell.path()))
                .map(cell -> Optional.of(model.label(cell))
                                .filter(label -> !label.isBlank())
                                .map(label -> label + " ")
                                .orElse("")
                        + words(model, cell, locale))
                .toList();
        return Listed.facts(locale, facts);
    }

    private String words(FormModel model, FieldInstance instance, Locale locale) {
        var value = model.value(instance);
        return switch (instance.field().kind()) {
            case CHECKBOX -> texts.in(locale, Message.of(Boolean.TRUE.equals(value) ? "form.ui.yes" : "form.ui.no"));
            case FILEPICKER -> joined(value, locale, this::file);
            case RADIO, SELECT, CHECKLIST, TAGLIST -> joined(value, locale, one -> choice(model, instance, one));
            case DATETIME -> Values.text(value).replace('T', ' ');
            case NUMBER -> value == null ? NONE : model.number(instance);
            default -> value == null || value.equals("") ? NONE : Values.text(value);
        };
    }

    private static String joined(@Nullable Object value, Locale locale, Function<Object, String> name) {
        var each = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return each.isEmpty()
                ? NONE
                : Listed.in(
                        locale,
                        each.stream().map(one -> name.apply((Object) one)).toList());
    }

    private String file(Object id) {
        return references
                .files()
                .flatMap(store -> store.find(String.valueOf(id)))
                .map(FileStore.StoredFile::name)
                .orElse(String.valueOf(id));
    }

    private String choice(FormModel model, FieldInstance instance, Object value) {
        var address = model.lookup(instance);
        if (address.isPresent()) {
            return references.name(address.get(), Values.text(value)).orElseGet(() -> Values.text(value));
        }
        return model.choices(instance).stream()
                .filter(choice -> Values.equal(choice.value(), value))
                .map(Choice::label)
                .findFirst()
                .orElseGet(() -> Values.text(value));
    }
}
