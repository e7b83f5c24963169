package rongtong.form;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rongtong.shared.Message;

/**
 * The answers of one person to one form: what is filled in, visible, wrong and submitted, as form-js has it. Knows no
 * screen and is not safe for several threads.
 *
 * <p>A server that receives answers makes a model of what it knows itself, then {@link #fill}s in what was sent (which
 * changes nothing that is hidden, read-only or disabled), then {@link #submit}s.
 */
public final class FormModel {

    /** Times are those of China; there is no other zone here. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Expressions that answer each other settle within a few rounds; those that never do are left as they are. */
    private static final int MOST_ROUNDS = 50;

    private final Form form;
    private final boolean allReadonly;
    private final Map<String, Object> initial;
    private Map<String, Object> data;
    private Map<FieldInstance, List<Violation>> violations = new HashMap<>();
    private final Set<FieldInstance> checkedOnce = new HashSet<>();
    private final Set<FieldInstance> computed = new HashSet<>();
    private final Map<FieldInstance, String> typed = new HashMap<>();
    private @Nullable Picture picture;

    /** @param data values to start with, and variables that expressions may use */
    public FormModel(Form form, Map<String, ? extends @Nullable Object> data) {
        this(form, data, false);
    }

    private FormModel(Form form, Map<String, ? extends @Nullable Object> data, boolean allReadonly) {
        this.form = form;
        this.allReadonly = allReadonly;
        this.initial = new Initializer(data).initialized();
        this.data = Values.copyOf(initial);
        settle();
    }

    /** A form to be read only: every field is read-only. */
    public static FormModel readOnly(Form form, Map<String, ? extends @Nullable Object> data) {
        return new FormModel(form, data, true);
    }

    /** What is on the screen at one moment: each component that is visible, with what its expressions see. */
    private record Picture(Map<FieldInstance, Scope> visible, Scope root) {}

    public Form form() {
        return form;
    }

    // What is known

    /** Everything known: answers of all fields, also hidden ones, and variables without a field. A copy. */
    public Map<String, Object> values() {
        return Values.copyOf(data);
    }

    /** The answers alone, without the variables that expressions use; what a draft keeps. A copy. */
    public Map<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        for (var field : form.fields()) {
            var path = field.path(List.of());
            if (!path.isRoot() && field.kind() != FieldType.EXPRESSION) {
                var key = String.valueOf(path.steps().getFirst());
                if (data.containsKey(key)) {
                    answers.put(key, Values.copy(data.get(key)));
                }
            }
        }
        return answers;
    }

    /** Null where there is no value. @param path such as {@code members[0].name} */
    public @Nullable Object value(String path) {
        return Values.copy(DataPath.parse(path).value(data));
    }

    public @Nullable Object value(FieldInstance instance) {
        return Values.copy(instance.dataPath().value(data));
    }

    /** All components that a person sees now, in the order of the form; those in a list once for each element. */
    public List<FieldInstance> visible() {
        return List.copyOf(picture().visible().keySet());
    }

    /** Components of the form, a group, or one element of a list, that a person sees now. */
    public List<FieldInstance> visibleIn(@Nullable FieldInstance container, List<Integer> indexes) {
        var components =
                container == null ? form.components() : container.field().components();
        return components.stream()
                .map(component -> new FieldInstance(component, indexes))
                .filter(this::isVisible)
                .toList();
    }

    public boolean isVisible(FieldInstance instance) {
        return picture().visible().containsKey(instance);
    }

    /** Whether the field that answers this path is on the screen. */
    public boolean isVisible(String path) {
        return find(path).isPresent();
    }

    /** The visible component with this data path. */
    public Optional<FieldInstance> find(String path) {
        return visible().stream()
                .filter(instance -> instance.path().equals(path) && !path.isEmpty())
                .findFirst();
    }

    /** Shown and submitted, but not to be changed. */
    public boolean isReadonly(FieldInstance instance) {
        if (allReadonly) {
            return true;
        }
        var readonly = instance.field().property("readonly");
        return Feel.isExpression(readonly) ? form.feel().holds(readonly, scope(instance)) : Values.truthy(readonly);
    }

    /** Shown, but neither changed, checked nor submitted. */
    public boolean isDisabled(FieldInstance instance) {
        return !allReadonly && instance.field().isDisabled();
    }

    private boolean isEditable(FieldInstance instance) {
        return !isReadonly(instance) && !isDisabled(instance);
    }

    /** Label with what its template inserts; empty if it has none. A date without one bears that of its box. */
    public String label(FieldInstance instance) {
        return Stream.of("label", "dateLabel", "timeLabel")
                .map(property -> line(instance, property))
                .filter(label -> !label.isBlank())
                .findFirst()
                .orElse("");
    }

    /** First line of a text property, such as {@code description}, with what its template inserts; empty if absent. */
    public String line(FieldInstance instance, String property) {
        return instance.field().text(property).map(text -> line(text, instance)).orElse("");
    }

    private String line(String template, FieldInstance instance) {
        return render(template, instance, UnaryOperator.identity()).split("\n", -1)[0];
    }

    private String render(String template, FieldInstance instance, UnaryOperator<String> escape) {
        return Template.render(template, scope(instance), form.feel(), escape);
    }

    /** Markup of a {@code text} or {@code html} component, safe to show. */
    public String html(FieldInstance instance) {
        if (instance.field().kind() == FieldType.HTML) {
            return RichText.ofHtml(instance.field()
                    .text("content")
                    .map(content -> render(content, instance, RichText::escape))
                    .orElse(""));
        }
        return RichText.ofMarkdown(instance.field()
                .text("text")
                .map(text -> render(text, instance, UnaryOperator.identity()))
                .orElse(""));
    }

    /** Address of an {@code iframe} (https only) or {@code image} (https, http, data); nothing if it is another. */
    public Optional<String> source(FieldInstance instance) {
        var frame = instance.field().kind() == FieldType.IFRAME;
        var address = line(instance, frame ? "url" : "source");
        return address.matches(frame ? "(?is)https://.*" : "(?is)(https?|data):.*")
                ? Optional.of(address)
                : Optional.empty();
    }

    /** Value of a property that may be an expression. */
    public @Nullable Object evaluated(FieldInstance instance, String property) {
        return form.feel().evaluate(instance.field().property(property), scope(instance));
    }

    /** The address of the records that a picker offers, with what its template inserts. */
    public Optional<String> lookup(FieldInstance instance) {
        return instance.field().lookup().map(address -> line(address, instance));
    }

    /** The choices that are written in the form, in its data or computed; none for a picker of records. */
    public List<Choice> choices(FieldInstance instance) {
        var field = instance.field();
        Object options = null;
        if (field.property("valuesKey") != null) {
            options = initial.get(String.valueOf(field.property("valuesKey")));
        } else if (field.property("values") != null) {
            options = field.property("values");
        } else if (field.text("valuesExpression").isPresent()) {
            options = evaluated(instance, "valuesExpression");
        }
        return Options.of(options).stream()
                .map(choice -> new Choice(choice.value(), line(choice.label(), instance)))
                .toList();
    }

    /** Head of a {@code table}: a map of {@code key} and {@code label} for each column. */
    public List<Column> columns(FieldInstance instance) {
        var computed = evaluated(instance, "columnsExpression");
        var columns = computed instanceof List<?> found && found.stream().allMatch(FormModel::isColumn)
                ? computed
                : instance.field().property("columns");
        if (!(columns instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .map(column -> (Map<?, ?>) column)
                .map(column -> new Column(String.valueOf(column.get("key")), String.valueOf(column.get("label"))))
                .toList();
    }

    /** One column of a {@code table}. */
    public record Column(String key, String label) {
        /** What stands above the column. */
        public String title() {
            return label.isEmpty() ? key : label;
        }
    }

    static boolean isColumn(@Nullable Object column) {
        return column instanceof Map<?, ?> map
                && map.get("key") instanceof String
                && map.get("label") instanceof String;
    }

    /** All rows of a {@code table}; each is a map, or a bare value that has no cells. */
    public List<Object> rows(FieldInstance instance) {
        return evaluated(instance, "dataSource") instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).map(Object.class::cast).toList()
                : List.of();
    }

    /** Text of a cell. */
    public String cell(Object row, Column column) {
        return Cells.text(row instanceof Map<?, ?> map ? map.get(column.key()) : null);
    }

    /**
     * The answer of a {@code number} as people read it, with separators of thousands; a number that is no amount, such as a
     * year, has the property {@code grouping} = {@code none}. Empty for nothing.
     */
    public String number(FieldInstance instance) {
        var value = value(instance);
        return "none".equals(instance.field().property("properties.grouping"))
                ? Values.text(value)
                : Values.grouped(value);
    }

    /** How many elements a list has. */
    public int size(FieldInstance list) {
        return list.dataPath().value(data) instanceof List<?> items ? items.size() : 0;
    }

    // What a person does

    /**
     * Answers fields the way a person could: only those that are visible and may be changed, lists grow and shrink only
     * where that is allowed. A null empties the field, a missing key leaves it as it is. Values of the wrong kind become
     * empty, as on import.
     */
    public FormModel fill(Map<String, ? extends @Nullable Object> answers) {
        for (var round = 0; round < MOST_ROUNDS && fillOnce(answers); round++) {
            settle();
        }
        return this;
    }

    private boolean fillOnce(Map<String, ? extends @Nullable Object> answers) {
        var changed = false;
        for (var instance : visible()) {
            var field = instance.field();
            var answer = instance.dataPath().read(answers);
            if (answer == DataPath.MISSING || !isEditable(instance)) {
                continue;
            }
            if (field.allowsAddRemove() && answer instanceof List<?> items) {
                changed |= resize(instance, items.size());
            } else if (field.kind().isKeyed() && field.kind() != FieldType.EXPRESSION) {
                var value = sanitized(field, answer, data);
                if (!Values.equal(value, value(instance))
                        && !Values.equal(normalized(instance, value), value(instance))) {
                    change(instance, value);
                    changed = true;
                }
            }
        }
        return changed;
    }

    private boolean resize(FieldInstance list, int wanted) {
        var had = size(list);
        for (var size = had; size < wanted; size++) {
            append(list);
        }
        if (had > wanted) {
            for (var size = had; size > wanted; size--) {
                drop(list, size - 1);
            }
        }
        return had != wanted;
    }

    /**
     * Gives one field a value.
     *
     * @param path such as {@code members[0].name}
     * @throws IllegalArgumentException if no field has this path
     */
    public void set(String path, @Nullable Object value) {
        var instance = find(path);
        if (instance.isPresent()) {
            set(instance.get(), value);
            return;
        }
        var wanted = DataPath.parse(path);
        if (wanted.isRoot()) {
            throw new IllegalArgumentException("no field has the path " + path);
        }
        wanted.write(data, Values.copy(value));
        changed();
    }

    public void set(FieldInstance instance, @Nullable Object value) {
        typed.remove(instance);
        change(instance, Values.copy(value));
        changed();
    }

    /**
     * Types into the box of a field. A number may be written with a comma; what is no number empties the answer, and the
     * box says so.
     *
     * @param box which box of the field, from 0: a date with time has two
     */
    public void typeInto(FieldInstance instance, int box, String text) {
        if (!isEditable(instance)) {
            return;
        }
        if (instance.field().kind() == FieldType.NUMBER) {
            typeNumber(instance, text);
        } else if (instance.field().kind() == FieldType.DATETIME) {
            typeDateTime(instance, box, text);
        } else {
            set(instance, text);
        }
    }

    private void typeNumber(FieldInstance instance, String text) {
        var number = text.replace(',', '.');
        if (number.equals("-")) {
            typed.put(instance, number);
            return;
        }
        var value = number.isEmpty() ? null : sanitizedNumber(instance.field(), number);
        set(instance, value);
        typed.put(instance, value == null && !number.isEmpty() ? "NaN" : number);
    }

    private void typeDateTime(FieldInstance instance, int box, String text) {
        var field = instance.field();
        var subtype = Dates.subtype(field);
        var minutes = Dates.typed(text);
        if (subtype.equals("time")) {
            set(instance, minutes == null ? null : Dates.time(field, minutes, ZONE));
            return;
        }
        var current = value(instance) instanceof String known ? Dates.local(known, ZONE) : null;
        var date = box == 0 ? Dates.date(text) : current == null ? null : current.toLocalDate();
        if (subtype.equals("date")) {
            set(instance, date == null ? null : date.toString());
            return;
        }
        var time = box == 1
                ? minutes
                : current == null ? null : Integer.valueOf(current.getHour() * 60 + current.getMinute());
        set(
                instance,
                date == null || time == null ? null : Dates.dateTime(field, date.atTime(time / 60, time % 60), ZONE));
    }

    /** The local date and time that a date field holds; a mere date at midnight, a mere time on 1 January 1970. */
    public Optional<LocalDateTime> moment(FieldInstance instance) {
        return value(instance) instanceof String text
                ? Optional.ofNullable(Dates.moment(instance.field(), text, ZONE))
                : Optional.empty();
    }

    /** Answers a date field, in the way in which it writes its values. */
    public void setMoment(FieldInstance instance, @Nullable LocalDateTime moment) {
        set(instance, moment == null ? null : Dates.written(instance.field(), moment, ZONE));
    }

    /** Minutes between the times that a date field offers. */
    public int interval(FieldInstance instance) {
        return Dates.interval(instance.field());
    }

    /** What stands in the boxes of a text, number or date field: one, or two for a date with time. */
    public List<String> inputTexts(FieldInstance instance) {
        var value = value(instance);
        if (instance.field().kind() == FieldType.DATETIME) {
            return Dates.boxes(instance.field(), value instanceof String text ? text : "", ZONE);
        }
        var text = typed.get(instance);
        return List.of(text != null ? text : Values.text(value));
    }

    /** Presses the arrow of a number: one step up or down, to the next multiple of the step. */
    public void step(FieldInstance instance, boolean up) {
        if (!isEditable(instance)) {
            return;
        }
        typeNumber(instance, Values.plain(Steps.from(instance.field(), value(instance), up)));
    }

    /** Adds an empty element at the end of a list, if it may be changed. */
    public void add(FieldInstance list) {
        if (isEditable(list)) {
            append(list);
            changed();
        }
    }

    /** Removes one element of a list, if it may be changed. @param index from 0 */
    public void remove(FieldInstance list, int index) {
        if (isEditable(list)) {
            drop(list, index);
            changed();
        }
    }

    /** Back to the values at the start. */
    public void reset() {
        data = Values.copyOf(initial);
        violations.clear();
        checkedOnce.clear();
        typed.clear();
        changed();
    }

    // What is wrong, and what is handed in

    /** Violations by data path of all fields that are visible and not disabled; they are shown from now on. */
    public Map<String, List<Violation>> validate() {
        var found = check(picture());
        violations = found;
        return byPath(found);
    }

    /** Violations that a person sees now: of fields that were changed, filled in from the start, or validated. */
    public Map<String, List<Violation>> shownViolations() {
        return byPath(violations);
    }

    /** What is wrong with the answer of one field, whether shown or not. */
    public List<Violation> violations(FieldInstance instance) {
        return check(instance, instance.dataPath().value(data), scope(instance));
    }

    /** Checks everything and says what is handed in; look at the violations before you use the values. */
    public Submission submit() {
        var seen = picture();
        for (var instance : seen.visible().keySet()) {
            if (isComputedOn(instance, "presubmit") && isEditable(instance)) {
                instance.dataPath().write(data, evaluated(instance, "expression"));
            }
        }
        var submitted = new LinkedHashMap<String, Object>();
        for (var instance : seen.visible().keySet()) {
            if (instance.field().kind().isKeyed() && !isDisabled(instance)) {
                instance.dataPath().write(submitted, value(instance));
            }
        }
        violations = check(seen);
        var found = byPath(violations);
        settle();
        return new Submission(submitted, found);
    }

    private Map<FieldInstance, List<Violation>> check(Picture seen) {
        var found = new HashMap<FieldInstance, List<Violation>>();
        seen.visible().forEach((instance, scope) -> {
            if (instance.field().kind().isKeyed() && !isDisabled(instance)) {
                keep(found, instance, check(instance, instance.dataPath().value(data), scope));
            }
        });
        return found;
    }

    private List<Violation> check(FieldInstance instance, @Nullable Object value, Scope scope) {
        return Rules.violations(instance.field(), value, scope, form.feel(), () -> {
            var label = label(instance);
            return label.isEmpty() ? Message.of("form.this-field") : label;
        });
    }

    private static void keep(
            Map<FieldInstance, List<Violation>> all, FieldInstance instance, List<Violation> violations) {
        if (violations.isEmpty()) {
            all.remove(instance);
        } else {
            all.put(instance, violations);
        }
    }

    private Map<String, List<Violation>> byPath(Map<FieldInstance, List<Violation>> found) {
        var ordered = new LinkedHashMap<String, List<Violation>>();
        for (var instance : visible()) {
            var own = found.get(instance);
            if (own != null) {
                ordered.put(instance.path(), own);
            }
        }
        return ordered;
    }

    // How answers change

    private void change(FieldInstance instance, @Nullable Object given) {
        var value = instance.field().kind() == FieldType.NUMBER ? sanitizedNumber(instance.field(), given) : given;
        if (isVisible(instance)) {
            keep(violations, instance, check(instance, value, scope(instance)));
        }
        checkedOnce.add(instance);
        computed.clear();
        instance.dataPath().write(data, value);
    }

    private void changed() {
        computed.clear();
        picture = null;
        settle();
    }

    private void append(FieldInstance list) {
        var items = elements(list);
        items.add(new Initializer(data).element(list, items.size()));
        list.dataPath().write(data, items);
        picture = null;
    }

    private void drop(FieldInstance list, int index) {
        var items = elements(list);
        if (index < 0 || index >= items.size()) {
            return;
        }
        items.remove(index);
        list.dataPath().write(data, items);
        var depth = list.indexes().size();
        violations = shifted(violations, list, depth, index);
        var texts = shifted(typed, list, depth, index);
        typed.clear();
        typed.putAll(texts);
        picture = null;
    }

    /** What was known of the elements after the one that went now belongs to one position before. */
    private static <T> Map<FieldInstance, T> shifted(
            Map<FieldInstance, T> known, FieldInstance list, int depth, int removed) {
        var kept = new HashMap<FieldInstance, T>();
        known.forEach((instance, what) -> {
            var inside = isInside(instance.field(), list.field())
                    && instance.indexes().subList(0, depth).equals(list.indexes());
            var position = inside ? instance.indexes().get(depth) : -1;
            if (position < removed) {
                kept.put(instance, what);
            } else if (position > removed) {
                var moved = new ArrayList<>(instance.indexes());
                moved.set(depth, position - 1);
                kept.put(new FieldInstance(instance.field(), moved), what);
            }
        });
        return kept;
    }

    private static boolean isInside(Field field, Field list) {
        return Stream.iterate(field.parent(), above -> above != null, Field::parent)
                .anyMatch(above -> above == list);
    }

    private List<@Nullable Object> elements(FieldInstance list) {
        return list.dataPath().value(data) instanceof List<?> items ? new ArrayList<>(items) : new ArrayList<>();
    }

    // What follows from a change

    /** Lets everything follow that depends on an answer: choices that are gone, times, expressions, first checks. */
    private void settle() {
        for (var round = 0; round < MOST_ROUNDS; round++) {
            picture = null;
            var seen = picture();
            var updates = new LinkedHashMap<FieldInstance, @Nullable Object>();
            for (var instance : seen.visible().keySet()) {
                checkAtStart(instance);
                follow(instance, updates);
            }
            if (updates.isEmpty()) {
                return;
            }
            var recompute = updates.keySet().stream().anyMatch(instance -> !isComputedOn(instance, "change"));
            updates.forEach((instance, value) -> {
                keep(violations, instance, check(instance, value, scope(instance)));
                checkedOnce.add(instance);
                instance.dataPath().write(data, value);
            });
            if (recompute) {
                computed.clear();
            }
        }
    }

    private void follow(FieldInstance instance, Map<FieldInstance, @Nullable Object> updates) {
        if (!instance.field().kind().isKeyed() || !isEditable(instance)) {
            return;
        }
        var value = value(instance);
        if (isComputedOn(instance, "change")) {
            var result = evaluated(instance, "expression");
            if (!Values.equal(result, value) && computed.add(instance)) {
                updates.put(instance, result);
            }
            return;
        }
        var followed = normalized(instance, value);
        if (!Values.equal(followed, value)) {
            updates.put(instance, followed);
        }
    }

    /** The answer as the field itself would leave it. */
    private @Nullable Object normalized(FieldInstance instance, @Nullable Object value) {
        var field = instance.field();
        return switch (field.kind()) {
            case SELECT, RADIO ->
                field.lookup().isPresent() || !Values.truthy(value) || Values.contains(offered(instance), value)
                        ? value
                        : null;
            case CHECKLIST, TAGLIST -> {
                if (field.lookup().isPresent() || !(value instanceof List<?> chosen)) {
                    yield value;
                }
                var offered = offered(instance);
                yield chosen.stream()
                        .filter(each -> Values.contains(offered, each))
                        .toList();
            }
            case DATETIME -> value instanceof String text ? Dates.normalized(field, text, ZONE) : null;
            case FILEPICKER -> value instanceof String ? null : value;
            default -> value;
        };
    }

    private List<Object> offered(FieldInstance instance) {
        return choices(instance).stream().map(Choice::value).toList();
    }

    private void checkAtStart(FieldInstance instance) {
        var start = instance.dataPath().value(initial);
        var hasStart = Values.truthy(start) && !(start instanceof List<?> list && list.isEmpty())
                || start instanceof Number && isEditable(instance);
        if (instance.field().kind().isKeyed() && hasStart && checkedOnce.add(instance)) {
            keep(violations, instance, check(instance, start, scope(instance)));
        }
    }

    private static boolean isComputedOn(FieldInstance instance, String moment) {
        return instance.field().kind() == FieldType.EXPRESSION
                && moment.equals(instance.field().property("computeOn"));
    }

    // What is visible

    private Picture picture() {
        var known = picture;
        if (known == null) {
            var root = Scope.of(expressionData());
            known = new Picture(new LinkedHashMap<>(), root);
            look(form.components(), List.of(), root, known.visible());
            picture = known;
        }
        return known;
    }

    private Scope scope(FieldInstance instance) {
        var seen = picture();
        return seen.visible().getOrDefault(instance, seen.root());
    }

    private void look(List<Field> components, List<Integer> indexes, Scope scope, Map<FieldInstance, Scope> visible) {
        for (var field : components) {
            if (form.feel().holds(field.property("conditional.hide"), scope)) {
                continue;
            }
            var instance = new FieldInstance(field, indexes);
            visible.put(instance, scope);
            if (field.isRepeating()) {
                var items = elements(instance);
                for (var index = 0; index < items.size(); index++) {
                    look(field.components(), longer(indexes, index), scope.of(items.get(index), index), visible);
                }
            } else {
                look(field.components(), indexes, scope, visible);
            }
        }
    }

    /** What expressions see: answers of visible fields over all that was there at the start. */
    private Map<String, Object> expressionData() {
        var filtered = Values.copyOf(data);
        withoutHidden(form.components(), List.of(), Scope.of(data), false, filtered);
        var seen = new LinkedHashMap<>(initial);
        seen.putAll(filtered);
        return seen;
    }

    private void withoutHidden(
            List<Field> components, List<Integer> indexes, Scope scope, boolean hidden, Map<String, Object> filtered) {
        for (var field : components) {
            var pathed = field.kind().isKeyed() || field.kind().isPathed();
            var gone = hidden || pathed && form.feel().holds(field.property("conditional.hide"), scope);
            var path = field.path(indexes);
            if (gone && pathed && field.kind() != FieldType.GROUP) {
                path.clear(filtered);
            } else if (field.isRepeating()) {
                var items = elements(new FieldInstance(field, indexes));
                for (var index = 0; index < items.size(); index++) {
                    var inside = scope.ofBare(items.get(index), index);
                    withoutHidden(field.components(), longer(indexes, index), inside, false, filtered);
                }
            } else {
                withoutHidden(field.components(), indexes, scope, gone, filtered);
            }
        }
    }

    private static List<Integer> longer(List<Integer> indexes, int index) {
        var longer = new ArrayList<>(indexes);
        longer.add(index);
        return longer;
    }

    // How values start

    /** Fills in what is missing and throws out what does not fit, field by field. */
    private final class Initializer {

        private final Map<String, Object> given;
        private final Map<String, Object> filled;

        private Initializer(Map<String, ?> given) {
            this.given = Values.copyOf(given);
            this.filled = Values.copyOf(given);
        }

        private Map<String, Object> initialized() {
            form.components().forEach(field -> start(field, List.of()));
            return filled;
        }

        /** The element that a list gets at this position. */
        private Object element(FieldInstance list, int index) {
            var indexes = longer(list.indexes(), index);
            list.field().components().forEach(component -> start(component, indexes));
            var element = list.dataPath().at(index).value(filled);
            return element == null ? new LinkedHashMap<String, Object>() : element;
        }

        private void start(Field field, List<Integer> indexes) {
            var path = field.path(indexes);
            var value = path.read(given);
            if (field.kind().isKeyed()) {
                path.write(filled, startValue(field, value));
                return;
            }
            if (!field.isRepeating()) {
                field.components().forEach(component -> start(component, indexes));
                return;
            }
            var items = value instanceof List<?> list ? maps(list) : repeated(field);
            path.write(filled, items);
            for (var index = 0; index < items.size(); index++) {
                var inside = longer(indexes, index);
                field.components().forEach(component -> start(component, inside));
            }
        }

        private @Nullable Object startValue(Field field, @Nullable Object value) {
            if (value != DataPath.MISSING) {
                return sanitized(field, value, given);
            }
            return field.hasDefault()
                    ? Values.copy(field.property("defaultValue"))
                    : Values.copy(field.kind().emptyValue());
        }

        private static List<Object> maps(List<?> list) {
            var maps = new ArrayList<Object>();
            list.forEach(element -> maps.add(element instanceof Map ? element : new LinkedHashMap<String, Object>()));
            return maps;
        }

        private static List<Object> repeated(Field field) {
            var times = field.property("defaultRepetitions") instanceof Number number ? number.intValue() : 1;
            var elements = new ArrayList<Object>();
            for (var each = 0; each < times; each++) {
                elements.add(new LinkedHashMap<String, Object>());
            }
            return elements;
        }
    }

    private @Nullable Object sanitized(Field field, @Nullable Object value, Map<String, Object> known) {
        return switch (field.kind()) {
            case TEXTFIELD ->
                value instanceof String text
                        ? text.replaceAll("[\r\n\t]", " ")
                        : Values.isPrimitive(value) ? Values.text(value) : "";
            case TEXTAREA -> Values.isPrimitive(value) ? Values.text(value) : "";
            case NUMBER -> sanitizedNumber(field, value);
            case CHECKBOX -> Boolean.TRUE.equals(value);
            case DATETIME -> Dates.sanitized(field, value);
            case RADIO, SELECT -> {
                if (field.lookup().isPresent()) {
                    yield Values.isPrimitive(value) && !"".equals(value) ? value : null;
                }
                var computed = field.text("valuesExpression").isPresent();
                yield computed || Values.contains(written(field, known), value) ? value : null;
            }
            case CHECKLIST, TAGLIST -> {
                if (field.lookup().isPresent()) {
                    yield value instanceof List<?> chosen
                            ? new ArrayList<>(new LinkedHashSet<Object>(
                                    chosen.stream().filter(Values::isPrimitive).toList()))
                            : new ArrayList<>();
                }
                if (field.text("valuesExpression").isPresent()) {
                    yield value;
                }
                var offered = written(field, known);
                yield value instanceof List<?> chosen
                        ? chosen.stream()
                                .filter(each -> Values.contains(offered, each))
                                .toList()
                        : new ArrayList<>();
            }
            case FILEPICKER ->
                value instanceof List<?> files
                        ? files.stream().filter(String.class::isInstance).toList()
                        : value instanceof String ? value : null;
            default -> value;
        };
    }

    private static List<Object> written(Field field, Map<String, Object> known) {
        var key = field.text("valuesKey");
        return Options.of(key.isPresent() ? known.get(key.get()) : field.property("values")).stream()
                .map(Choice::value)
                .toList();
    }

    private static @Nullable Object sanitizedNumber(Field field, @Nullable Object value) {
        var number = Values.number(value);
        if (number == null) {
            return null;
        }
        return Values.truthy(field.property("serializeToString")) ? Values.text(value) : number;
    }
}
