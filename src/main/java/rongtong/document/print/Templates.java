package rongtong.document.print;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The XHTML templates in {@code resources/documents}, in Mustache. Whatever fills a gap is escaped; the section
 * {@code {{#paragraphs}}…{{/paragraphs}}} turns the lines of a longer text into paragraphs, {@code {{pt.三号}}} is the
 * height of a size of type in points ({@link TypeSizes}).
 */
final class Templates {

    private static final Mustache.Lambda PARAGRAPHS = (fragment, out) -> out.write(fragment.execute()
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> "<p>" + line.strip() + "</p>")
            .collect(Collectors.joining("\n")));

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();
    private final Mustache.Compiler compiler =
            Mustache.compiler().withLoader(Templates::open).nullValue("").escapeHTML(true);

    /** @throws IllegalArgumentException if there is no such template or the model lacks something it names */
    String fill(String template, Map<String, ?> model) {
        var context = new HashMap<String, Object>(model);
        context.put("paragraphs", PARAGRAPHS);
        context.put("pt", TypeSizes.POINTS);
        try {
            return printable(compiled.computeIfAbsent(template, this::compile).execute(context));
        } catch (MustacheException open) {
            throw new IllegalArgumentException(
                    "Template %s cannot be filled: %s".formatted(template, open.getMessage()), open);
        }
    }

    private Template compile(String template) {
        return compiler.compile(open(template));
    }

    private static Reader open(String name) {
        var file = Templates.class.getResourceAsStream("/documents/" + name + ".html");
        if (file == null) {
            throw new IllegalArgumentException("There is no template documents/%s.html".formatted(name));
        }
        return new InputStreamReader(file, StandardCharsets.UTF_8);
    }

    /** XML knows no control characters but tab and line breaks. */
    private static String printable(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c >= ' ' && c != 0xFFFE && c != 0xFFFF && !isSurrogate(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
