package rongtong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds the model against what form-js itself does: each case is a schema, data, what a person does and what must be
 * seen. {@code -Drongtong.form-cases=PATH} runs the cases of another file as well.
 */
class FormCasesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @TestFactory
    Stream<DynamicTest> everyCaseHolds() throws IOException {
        try (var file = getClass().getResourceAsStream("/form-cases.json")) {
            return tests(file);
        }
    }

    /** What form-js 1.23.0 did with further schemas. */
    @TestFactory
    Stream<DynamicTest> everyFurtherObservationHolds() throws IOException {
        try (var file = getClass().getResourceAsStream("/form-cases-observed.json")) {
            return tests(file);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCaseOfTheGivenFileHolds() throws IOException {
        var given = System.getProperty("rongtong.form-cases");
        if (given == null || given.isBlank()) {
            return Stream.empty();
        }
        try (var file = Files.newInputStream(Path.of(given))) {
            return tests(file);
        }
    }

    private static Stream<DynamicTest> tests(InputStream file) {
        var all = map(JSON.readValue(file, Map.class));
        return maps(all.get("cases")).stream()
                .map(one -> DynamicTest.dynamicTest(one.get("id") + " " + one.get("title"), () -> holds(one)));
    }

    private static void holds(Map<String, Object> one) {
        var expected = map(one.get("expect"));
        var schema = map(one.get("schema"));
        if (expected.get("importError") != null) {
            assertThatThrownBy(() -> Form.of(schema)).isInstanceOf(FormRefused.class);
            return;
        }
        var properties = one.get("properties") instanceof Map<?, ?> given ? map(given) : Map.<String, Object>of();
        var locked = properties.containsValue(true);
        var data = one.get("data") == null ? Map.<String, Object>of() : map(one.get("data"));
        var form = Form.of(schema);
        var run = new Run(locked ? FormModel.readOnly(form, data) : new FormModel(form, data), locked);
        for (var action : maps(one.get("action"))) {
            run.act(action);
        }
        expected.forEach(run::expect);
    }

    /** One form under the hands of a person. */
    private static final class Run {

        private final FormModel model;
        private final boolean locked;
        private Map<String, Object> before = Map.of();
        private Map<String, List<Violation>> errors = Map.of();
        private Map<String, Object> submitted = Map.of();
        private String refusal;

        private Run(FormModel model, boolean locked) {
            this.model = model;
            this.locked = locked;
        }

        private void act(Map<String, Object> action) {
            var path = String.valueOf(action.get("path"));
            switch (String.valueOf(action.get("do"))) {
                case "import", "wait" -> {}
                case "set" -> model.set(path, action.get("value"));
                case "typeInto" -> model.typeInto(find(path), number(action, "nth", 0), (String) action.get("text"));
                case "pressNumberArrow" -> model.step(find(path), "up".equals(action.get("dir")));
                case "addItem" -> model.add(find(path));
                case "removeItem" -> model.remove(find(path), number(action, "index", 0));
                case "validate" -> errors = model.validate();
                case "submit" -> submit();
                case "reset" -> model.reset();
                default -> throw new AssertionError("unknown action " + action);
            }
        }

        private void submit() {
            before = model.values();
            if (locked) {
                refusal = "form is read-only";
                return;
            }
            var submission = model.submit();
            errors = submission.violations();
            submitted = submission.values();
        }

        private FieldInstance find(String path) {
            return model.find(path).orElseThrow(() -> new AssertionError("not on the screen: " + path));
        }

        private void expect(String what, Object value) {
            switch (what) {
                case "importError", "errorMessages" -> {}
                case "errors" -> assertThat(codes(errors)).as(what).isEqualTo(withoutCustom(value));
                case "shownErrors" ->
                    assertThat(codes(model.shownViolations())).as(what).isEqualTo(withoutCustom(value));
                case "submitData" -> same(what, submitted, value);
                case "formData" -> same(what, model.values(), value);
                case "formDataBeforeSubmit" -> same(what, before, value);
                case "visible" ->
                    assertThat(model.visible().stream().map(FieldInstance::name).distinct())
                            .as(what)
                            .containsExactlyInAnyOrderElementsOf(new TreeSet<>(strings(value)));
                case "readonly" ->
                    assertThat(keyed().filter(model::isReadonly).map(FieldInstance::path))
                            .as(what)
                            .containsExactlyInAnyOrderElementsOf(strings(value));
                case "disabled" ->
                    assertThat(keyed().filter(model::isDisabled).map(FieldInstance::path))
                            .as(what)
                            .containsExactlyInAnyOrderElementsOf(strings(value));
                case "submitError" -> assertThat(refusal).as(what).isEqualTo(value);
                case "texts" ->
                    assertThat(of("text").map(model::html).map(html -> plain(html)))
                            .as(what)
                            .containsExactlyElementsOf(strings(value).stream()
                                    .map(text -> text.replaceAll("\\s+", " ").strip())
                                    .toList());
                case "html" ->
                    assertThat(normal(of("text", "html")
                                    .map(model::html)
                                    .findFirst()
                                    .orElse("")))
                            .as(what)
                            .isEqualTo(normal((String) value));
                case "iframes" ->
                    assertThat(of("iframe").flatMap(frame -> model.source(frame).stream()))
                            .as(what)
                            .containsExactlyElementsOf(strings(value));
                case "optionLabels" ->
                    assertThat(of("radio", "checklist")
                                    .map(field -> model.choices(field).stream()
                                            .map(Choice::label)
                                            .toList())
                                    .toList())
                            .as(what)
                            .isEqualTo(value);
                case "tables" ->
                    assertThat(of("table")
                                    .filter(table -> !model.columns(table).isEmpty())
                                    .map(this::table)
                                    .toList())
                            .as(what)
                            .isEqualTo(value);
                case "inputs" ->
                    assertThat(of("textfield", "textarea", "number", "datetime").flatMap(this::boxes))
                            .as(what)
                            .containsExactlyElementsOf(strings(value));
                default -> System.out.println("form case expects \"" + what + "\", which is not compared");
            }
        }

        private Stream<FieldInstance> keyed() {
            return model.visible().stream()
                    .filter(instance -> instance.field().kind().isKeyed());
        }

        private Stream<FieldInstance> of(String... types) {
            return model.visible().stream()
                    .filter(instance -> List.of(types).contains(instance.field().type()));
        }

        private Stream<String> boxes(FieldInstance instance) {
            return model.inputTexts(instance).stream();
        }

        private Map<String, Object> table(FieldInstance table) {
            var columns = model.columns(table);
            var rows = new ArrayList<List<String>>();
            for (var row : model.rows(table)) {
                rows.add(columns.stream().map(column -> model.cell(row, column)).toList());
            }
            var size = table.field().property("rowCount") instanceof Number count ? count.intValue() : rows.size();
            var table1 = new LinkedHashMap<String, Object>();
            table1.put("head", columns.stream().map(FormModel.Column::title).toList());
            table1.put(
                    "rows",
                    rows.isEmpty()
                            ? List.of(List.of("Nothing to show."))
                            : rows.subList(0, Math.min(size, rows.size())));
            return table1;
        }
    }

    private static Map<String, List<String>> codes(Map<String, List<Violation>> violations) {
        var codes = new LinkedHashMap<String, List<String>>();
        violations.forEach((path, list) ->
                codes.put(path, list.stream().map(Violation::code).toList()));
        return codes;
    }

    private static Map<String, List<String>> withoutCustom(Object errors) {
        var codes = new LinkedHashMap<String, List<String>>();
        map(errors)
                .forEach((path, list) -> codes.put(
                        path,
                        strings(list).stream()
                                .map(code -> code.replaceFirst("\\(.*", ""))
                                .toList()));
        return codes;
    }

    /** Numbers that differ only by the binary arithmetic of JavaScript count as equal. */
    private static Object rounded(Object value) {
        return switch (value) {
            case Number number -> Values.decimal(number).round(new MathContext(15));
            case List<?> list ->
                list.stream().map(each -> rounded(each)).collect(Collectors.toCollection(ArrayList::new));
            case Map<?, ?> map -> {
                var all = new LinkedHashMap<Object, Object>();
                map.forEach((key, each) -> all.put(key, rounded(each)));
                yield all;
            }
            case null, default -> value;
        };
    }

    private static void same(String what, Object actual, Object expected) {
        assertThat(Values.equal(rounded(actual), rounded(expected)))
                .as("%s%nis       %s%nexpected %s", what, actual, expected)
                .isTrue();
    }

    private static String plain(String html) {
        var text = new StringBuilder();
        Jsoup.parseBodyFragment(html).body().forEachNode(node -> {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            }
        });
        return text.toString().replaceAll("\\s+", " ").strip();
    }

    /** Two pieces of markup are the same whatever the order of their attributes. */
    private static String normal(String html) {
        var body = Jsoup.parseBodyFragment(html.strip()).body();
        body.ownerDocument().outputSettings().prettyPrint(false);
        body.getAllElements().forEach(element -> {
            var attributes = element.attributes().asList();
            element.clearAttributes();
            attributes.stream()
                    .sorted(Comparator.comparing(Attribute::getKey))
                    .forEach(each -> element.attr(each.getKey(), each.getValue()));
        });
        return body.html()
                .replaceAll("\\s+", " ")
                .replaceAll("(<p>) | (</p>)", "$1$2")
                .replaceAll("> <", "><")
                .strip();
    }

    private static int number(Map<String, Object> action, String key, int otherwise) {
        return action.get(key) instanceof Number number ? number.intValue() : otherwise;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(Object value) {
        return (List<Map<String, Object>>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<String> strings(Object value) {
        return (List<String>) value;
    }
}
