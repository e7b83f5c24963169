package rongtong.form;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Markup of a form's own texts, with what could harm removed: no script, no handler, no foreign frame. */
final class RichText {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser MARKDOWN =
            Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(EXTENSIONS).softbreak("<br>").build();

    private static final Set<String> MARKDOWN_TAGS =
            words("h1 h2 h3 h4 h5 h6 span em a p div ul ol li hr blockquote img pre code br strong "
                    + "table thead tbody tr th td");
    private static final Set<String> MARKDOWN_ATTRIBUTES = words("align alt class href id name rel target src");

    private static final Set<String> HTML_TAGS =
            words("h1 h2 h3 h4 h5 h6 span em a p div ul ol li hr blockquote img pre code br strong "
                    + "table thead tbody tfoot tr th td caption b i u s sub sup small mark abbr address "
                    + "article aside section header footer nav main figure figcaption details summary dl dt "
                    + "dd del ins q cite kbd samp var time center font col colgroup big tt strike ruby rt "
                    + "rp wbr");
    private static final Set<String> HTML_ATTRIBUTES =
            words("align alt class href id src title style colspan rowspan width height lang dir color "
                    + "valign border open start datetime role");
    private static final Set<String> EMPTIED_TAGS =
            words("script style iframe object embed noscript template svg math head title noembed "
                    + "noframes xmp plaintext textarea select audio video frameset");

    private static final Pattern SAFE_ADDRESS = Pattern.compile(
            "(?i)^(?:(?:(?:f|ht)tps?|mailto|tel|callto|cid|xmpp):|[^a-z]|[a-z+.\\-]+(?:[^a-z+.\\-:]|$)).*",
            Pattern.DOTALL);
    private static final Pattern BLANKS =
            Pattern.compile("[\\u0000-\\u0020\\u00A0\\u1680\\u180E\\u2000-\\u2029\\u205F\\u3000]");
    private static final Pattern SUSPECT_STYLE =
            Pattern.compile("(?i)url\\s*\\(|expression|javascript|position\\s*:|@import|\\\\|behavior");

    private RichText() {}

    private static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }

    static String ofMarkdown(String markdown) {
        return clean(
                HTML.render(MARKDOWN.parse(markdown)).replace("<br />\n", "<br>"), MARKDOWN_TAGS, MARKDOWN_ATTRIBUTES);
    }

    static String ofHtml(String html) {
        return clean(html, HTML_TAGS, HTML_ATTRIBUTES);
    }

    /** What a value may look like inside markup. */
    static String escape(String text) {
        var escaped = new StringBuilder();
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            switch (letter) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"', '\'', '{', '}', ':', ';' ->
                    escaped.append("&#").append((int) letter).append(';');
                default -> escaped.append(letter);
            }
        }
        return escaped.toString();
    }

    private static String clean(String html, Set<String> tags, Set<String> attributes) {
        var body = Jsoup.parseBodyFragment(html).body();
        List.copyOf(body.childNodes()).forEach(node -> clean(node, tags, attributes));
        var output = new Document.OutputSettings().prettyPrint(false);
        var document = body.ownerDocument();
        if (document != null) {
            document.outputSettings(output);
        }
        return body.html();
    }

    private static void clean(Node node, Set<String> tags, Set<String> attributes) {
        if (node instanceof TextNode) {
            return;
        }
        if (!(node instanceof Element element) || node instanceof Comment) {
            node.remove();
            return;
        }
        var tag = element.tagName().toLowerCase(Locale.ROOT);
        var children = List.copyOf(element.childNodes());
        if (!tags.contains(tag)) {
            if (tags == HTML_TAGS && !EMPTIED_TAGS.contains(tag)) {
                children.forEach(child -> clean(child, tags, attributes));
                element.unwrap();
            } else {
                element.remove();
            }
            return;
        }
        for (var attribute : element.attributes().asList()) {
            if (!mayStay(
                    attribute.getKey().toLowerCase(Locale.ROOT),
                    attribute.getValue().trim(),
                    attributes)) {
                element.removeAttr(attribute.getKey());
            }
        }
        if (tag.equals("a") && element.attr("target").equals("_blank")) {
            element.attr("rel", "noopener");
        }
        children.forEach(child -> clean(child, tags, attributes));
    }

    private static boolean mayStay(String name, String value, Set<String> attributes) {
        return attributes.contains(name)
                && switch (name) {
                    case "target" -> value.equals("_blank");
                    case "href", "src" -> isSafe(value, name);
                    case "style" -> !SUSPECT_STYLE.matcher(value).find();
                    default -> true;
                };
    }

    private static boolean isSafe(String address, String attribute) {
        var bare = BLANKS.matcher(address).replaceAll("");
        return SAFE_ADDRESS.matcher(bare).matches() || attribute.equals("src") && bare.startsWith("data:image/");
    }
}
