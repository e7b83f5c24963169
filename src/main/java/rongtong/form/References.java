package rongtong.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.shared.Page;

/** Records and files that answers refer to: whether they exist, what they are called, which may be chosen. */
@Component
public class References {

    private final Supplier<Stream<LookupSource>> sources;
    private final Supplier<Optional<FileStore>> files;

    /** Asks for the other modules' beans only when needed: they may in turn need what uses this. */
    @Autowired
    References(ObjectProvider<LookupSource> sources, ObjectProvider<FileStore> files) {
        this.sources = sources::orderedStream;
        this.files = () -> Optional.ofNullable(files.getIfAvailable());
    }

    public References(List<LookupSource> sources, Optional<FileStore> files) {
        this.sources = sources::stream;
        this.files = () -> files;
    }

    /** Where files go; nothing if no module keeps any. */
    public Optional<FileStore> files() {
        return files.get();
    }

    /** Records at the address whose name or code holds the filter; none if no module serves the address. */
    public Page<Choice> find(String address, String filter, int page, int size) {
        return source(address)
                .map(source -> source.find(address, filter, page, size))
                .orElseGet(() -> new Page<>(List.of(), page, size, 0));
    }

    /** Name of the record, or nothing if the address does not offer it. */
    public Optional<String> name(String address, String code) {
        return source(address).flatMap(source -> source.name(address, code));
    }

    /**
     * {@link FormModel#submit} with one more check, that whatever was chosen or uploaded is there for the person at work.
     * What a server accepts goes through here.
     */
    public Submission submit(FormModel model) {
        var submission = model.submit();
        var violations = new LinkedHashMap<>(submission.violations());
        for (var instance : model.visible()) {
            if (model.isReadonly(instance) || model.isDisabled(instance)) {
                continue;
            }
            if (model.lookup(instance).isPresent() && !allOffered(model, instance)) {
                add(violations, model, instance, "unknownRecord");
            }
            if (instance.field().kind() == FieldType.FILEPICKER && !allStored(model, instance)) {
                add(violations, model, instance, "unknownFile");
            }
        }
        return new Submission(submission.values(), violations);
    }

    private boolean allOffered(FormModel model, FieldInstance instance) {
        var address = model.lookup(instance).orElseThrow();
        return source(address).isEmpty()
                || texts(model.value(instance)).stream()
                        .allMatch(code -> name(address, code).isPresent());
    }

    private boolean allStored(FormModel model, FieldInstance instance) {
        var store = files();
        return store.isEmpty()
                || texts(model.value(instance)).stream()
                        .allMatch(id -> store.get().find(id).isPresent());
    }

    private static List<String> texts(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Values::text).toList();
        }
        return value == null ? List.of() : List.of(Values.text(value));
    }

    private static void add(
            LinkedHashMap<String, List<Violation>> violations, FormModel model, FieldInstance instance, String code) {
        var label = model.label(instance);
        var all = new ArrayList<>(violations.getOrDefault(instance.path(), List.of()));
        all.add(new Violation(
                code, Message.of("form.violation." + code, label.isEmpty() ? Message.of("form.this-field") : label)));
        violations.put(instance.path(), all);
    }

    private Optional<LookupSource> source(String address) {
        return sources.get().filter(source -> source.serves(address)).findFirst();
    }
}
