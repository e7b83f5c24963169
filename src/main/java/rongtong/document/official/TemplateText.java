package rongtong.document.official;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import rongtong.shared.Csv;
import rongtong.shared.Listed;
import rongtong.shared.Message;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;

/**
 * The wording of a kind of document: a few elements of XHTML with gaps in Mustache. Since people write it, it is looked
 * through before it is used: only the gaps of its kind, only elements of text, no attributes that fetch or run anything.
 *
 * @param source the text as it was typed; its first element is the title, {@code h1}
 */
record TemplateText(OfficialKind kind, String source) {

    static final int LONGEST = 20_000;

    /** Elements and what they may carry. All else is refused: what is not named here cannot fetch, run or hide. */
    private static final Map<String, Set<String>> ELEMENTS = Map.ofEntries(
            Map.entry("h1", Set.of()),
            Map.entry("h2", Set.of()),
            Map.entry("h3", Set.of()),
            Map.entry("p", Set.of()),
            Map.entry("b", Set.of()),
            Map.entry("br", Set.of()),
            Map.entry("table", Set.of()),
            Map.entry("thead", Set.of()),
            Map.entry("tbody", Set.of()),
            Map.entry("tr", Set.of()),
            Map.entry("th", Set.of("class", "colspan")),
            Map.entry("td", Set.of("class", "colspan")));

    private static final Set<String> CLASSES = Set.of("number", "item");

    private static final Pattern GAP = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("\\A\\s*<h1>(.*?)</h1>", Pattern.DOTALL);

    /** Mustache's own names inside rows, and the lambda that makes paragraphs of lines. */
    private static final Set<String> IN_ROWS = Set.of("-index", "-first", "-last");

    private static final String PARAGRAPHS = "paragraphs";

    private static final Map<String, String> SAMPLES = Csv.read("data/document-places.csv").stream()
            .collect(Collectors.toMap(row -> row.text("place"), row -> row.text("sample")));

    private static final Mustache.Lambda TO_PARAGRAPHS =
            (fragment, out) -> out.write(OfficialText.paragraphs(fragment.execute()));

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(true)
            .nullValue("")
            .emptyStringIsFalse(true)
            .withLoader(name -> {
                throw new IllegalArgumentException("A template does not include others: " + name);
            });

    /**
     * What a template says when its gaps are filled.
     *
     * @param title plain text
     * @param body XHTML
     */
    record Filled(String title, String body) {}

    /** @throws RuleViolation at the field {@code text}, naming the line, if the text is not one that may be printed */
    static TemplateText checked(OfficialKind kind, String source) {
        var text = new TemplateText(kind, source.strip());
        text.check();
        return text;
    }

    /** @param facts texts, and lists of maps; what is missing stays empty */
    Filled fill(Map<String, ?> facts) {
        var model = new HashMap<String, Object>();
        kind.texts().forEach(place -> model.put(place, text(facts.get(place))));
        kind.lists().forEach((place, fields) -> model.put(place, rows(facts.get(place), fields)));
        model.put(PARAGRAPHS, TO_PARAGRAPHS);
        var filled = COMPILER.compile(source).execute(model);
        var title = TITLE.matcher(filled);
        if (!title.find()) {
            throw new IllegalStateException("Template of %s has no title".formatted(kind.key()));
        }
        return new Filled(
                OfficialText.unescaped(title.group(1)).replaceAll("\\s+", " ").strip(),
                filled.substring(title.end()).strip());
    }

    /** Facts to look at a template with. */
    static Map<String, Object> sample(OfficialKind kind) {
        var facts = new LinkedHashMap<String, Object>();
        kind.texts().forEach(place -> facts.put(place, SAMPLES.getOrDefault(place, "")));
        kind.lists()
                .forEach((place, fields) -> facts.put(
                        place,
                        List.of(
                                fields.stream()
                                        .collect(Collectors.toMap(
                                                field -> field, field -> SAMPLES.getOrDefault(field, ""))),
                                fields.stream()
                                        .collect(Collectors.toMap(
                                                field -> field, field -> SAMPLES.getOrDefault(field, ""))))));
        return facts;
    }

    private static String text(@org.jspecify.annotations.Nullable Object fact) {
        return fact == null ? "" : fact.toString();
    }

    private static List<Map<String, String>> rows(@org.jspecify.annotations.Nullable Object fact, List<String> fields) {
        if (!(fact instanceof List<?> list)) {
            return List.of();
        }
        var rows = new ArrayList<Map<String, String>>();
        for (var each : list) {
            var row = new HashMap<String, String>();
            for (var field : fields) {
                row.put(field, each instanceof Map<?, ?> map ? text(map.get(field)) : "");
            }
            if (!(each instanceof Map<?, ?>)) {
                row.put(fields.getFirst(), text(each));
            }
            rows.add(row);
        }
        return rows;
    }

    private void check() {
        Printable.require("text", source);
        if (source.length() > LONGEST) {
            throw refused(Message.of("document.template.too-long", LONGEST));
        }
        checkGaps();
        checkMarkup(source, true);
        if (!TITLE.matcher(source).find() || source.indexOf("<h1>") != source.lastIndexOf("<h1>")) {
            throw refused(Message.of("document.template.title-missing"));
        }
        try {
            for (var facts : List.of(sample(kind), Map.<String, Object>of())) {
                var filled = fill(facts);
                if (filled.title().isEmpty()) {
                    throw refused(Message.of("document.template.title-missing"));
                }
                checkMarkup(filled.body(), false);
            }
        } catch (MustacheException | IllegalArgumentException wrong) {
            throw refused(Message.of("document.template.gaps-crossed"));
        }
    }

    private void checkGaps() {
        Deque<String> open = new ArrayDeque<>();
        var gap = GAP.matcher(source);
        var end = 0;
        while (gap.find()) {
            requireNoBrace(source.substring(end, gap.start()), end);
            end = gap.end();
            checkGap(gap, open);
        }
        requireNoBrace(source.substring(end), end);
        if (!open.isEmpty()) {
            throw refused(Message.of("document.template.section-open", open.getLast()));
        }
    }

    private void requireNoBrace(String between, int offset) {
        var brace = between.indexOf("{{");
        if (brace < 0) {
            brace = between.indexOf("}}");
        }
        if (brace >= 0) {
            throw refused(Message.of("document.template.brace", line(offset + brace)));
        }
    }

    private void checkGap(Matcher gap, Deque<String> open) {
        var inside = gap.group(1).strip();
        var sign = inside.isEmpty() ? ' ' : inside.charAt(0);
        var section = sign == '#' || sign == '^' || sign == '/';
        var name = section ? inside.substring(1).strip() : inside;
        var line = line(gap.start());
        if (sign == '/') {
            if (open.isEmpty() || !open.removeLast().equals(name)) {
                throw refused(Message.of("document.template.section-closed", line, name));
            }
            return;
        }
        if (!isKnown(name, section, open)) {
            throw refused(Message.of("document.template.unknown-place", line, gap.group(), known()));
        }
        if (section) {
            if (open.contains(name)) {
                throw refused(Message.of("document.template.section-nested", line, name));
            }
            open.addLast(name);
        }
    }

    private boolean isKnown(String name, boolean section, Deque<String> open) {
        if (section && name.equals(PARAGRAPHS) || kind.texts().contains(name)) {
            return true;
        }
        if (section && kind.lists().containsKey(name)) {
            return true;
        }
        return open.stream()
                .filter(kind.lists()::containsKey)
                .anyMatch(list -> IN_ROWS.contains(name)
                        || kind.lists().getOrDefault(list, List.of()).contains(name));
    }

    private String known() {
        return Listed.of(kind.places());
    }

    private void checkMarkup(String xhtml, boolean asTyped) {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var line = 1;
        try {
            var reader = factory.createXMLStreamReader(new StringReader("<body>" + xhtml + "</body>"));
            for (var depth = 0; reader.hasNext(); ) {
                var event = reader.next();
                line = reader.getLocation().getLineNumber();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (depth++ > 0) {
                            checkElement(reader, line);
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.END_DOCUMENT -> {}
                    default -> throw refused(Message.of("document.template.markup", line));
                }
            }
        } catch (XMLStreamException broken) {
            if (!asTyped) {
                throw refused(Message.of("document.template.gaps-crossed"));
            }
            var place = broken.getLocation();
            throw refused(Message.of("document.template.not-closed", place == null ? line : place.getLineNumber()));
        }
    }

    private static void checkElement(XMLStreamReader element, int line) {
        var allowed = ELEMENTS.get(element.getLocalName());
        if (allowed == null
                || element.getPrefix() != null && !element.getPrefix().isEmpty()) {
            throw refused(Message.of("document.template.element", line, "<" + element.getLocalName() + ">"));
        }
        for (int i = 0; i < element.getAttributeCount(); i++) {
            var name = element.getAttributeLocalName(i);
            var value = element.getAttributeValue(i);
            var fits = name.equals("class") ? CLASSES.contains(value) : value.matches("\\d{1,2}");
            if (!allowed.contains(name) || !fits) {
                throw refused(Message.of("document.template.attribute", line, name + "=\"" + value + "\""));
            }
        }
    }

    private int line(int offset) {
        return 1
                + (int) source.substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static RuleViolation refused(Message message) {
        return new RuleViolation(message, List.of(new RuleViolation.FieldError("text", message)));
    }
}
