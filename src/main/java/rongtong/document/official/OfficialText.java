package rongtong.document.official;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The body of a document as people type it, line by line, and as it is printed. Lines that read like headings become
 * ones (GB/T 9704, 7.3.3: “一、”黑体, “（一）”楷体).
 */
final class OfficialText {

    private static final Pattern FIRST_LEVEL = Pattern.compile("[一二三四五六七八九十]{1,3}、[^。；：]{1,40}");
    private static final Pattern SECOND_LEVEL = Pattern.compile("（[一二三四五六七八九十]{1,3}）[^。；：]{1,40}");
    private static final Pattern BLOCK =
            Pattern.compile("<(p|h2|h3|tr)>(.*?)</\\1>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    /** Characters of size 2 on a line. */
    private static final int TITLE_WIDTH = 20;

    private OfficialText() {}

    /** XHTML of typed text. */
    static String body(String typed) {
        var body = new StringBuilder();
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var element = FIRST_LEVEL.matcher(line).matches()
                    ? "h2"
                    : SECOND_LEVEL.matcher(line).matches() ? "h3" : "p";
            body.append('<')
                    .append(element)
                    .append('>')
                    .append(escaped(line))
                    .append("</")
                    .append(element)
                    .append(">\n");
        });
        return body.toString();
    }

    /** Each line of text that is escaped already as a paragraph. */
    static String paragraphs(String escaped) {
        return String.join(
                "\n",
                escaped.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> "<p>" + line + "</p>")
                        .toList());
    }

    /** Lines to edit, from a body: each paragraph, heading or row of a table is one. */
    static String typed(String body) {
        var lines = new ArrayList<String>();
        var block = BLOCK.matcher(body.replaceAll("(?s)<thead>.*?</thead>", ""));
        while (block.find()) {
            var text = block.group(1).equals("tr") ? cells(block.group(2)) : plain(block.group(2));
            if (!text.isEmpty()) {
                lines.add(text);
            }
        }
        return String.join("\n", lines);
    }

    private static String cells(String row) {
        List<String> cells = Pattern.compile("<td[^>]*>(.*?)</td>", Pattern.DOTALL)
                .matcher(row)
                .results()
                .map(cell -> plain(cell.group(1)))
                .filter(text -> !text.isEmpty())
                .toList();
        return cells.isEmpty()
                ? ""
                : cells.getFirst().matches("\\d+")
                        ? cells.getFirst() + "．" + String.join("：", cells.subList(1, cells.size()))
                        : String.join("：", cells);
    }

    private static String plain(String xhtml) {
        return unescaped(xhtml.replaceAll("<br\\s*/?>", " ").replaceAll("<[^>]+>", ""))
                .replaceAll("\\s+", " ")
                .strip();
    }

    /**
     * A title of more than one line is cut into lines of like length, before 关于 or after a word's end where that is near
     * (GB/T 9704, 7.3.1: 词意完整、排列对称).
     */
    static List<String> titleLines(String title) {
        var number = (title.length() + TITLE_WIDTH - 1) / TITLE_WIDTH;
        var lines = new ArrayList<String>();
        var rest = title;
        for (int left = number; left > 1; left--) {
            var cut = cut(rest, left);
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut);
        }
        lines.add(rest);
        return lines;
    }

    private static int cut(String rest, int lines) {
        var even = (rest.length() + lines - 1) / lines;
        for (var word : List.of("关于", "有关", "并", "、")) {
            var at = rest.indexOf(word, Math.max(1, even - 5));
            var place = word.equals("、") ? at + 1 : at;
            if (at > 0 && place <= Math.min(TITLE_WIDTH, even + 3)) {
                return place;
            }
        }
        return Math.min(TITLE_WIDTH, rest.charAt(Math.min(even, rest.length() - 1)) == '的' ? even - 1 : even);
    }

    /** Cuts off the last paragraph, so that the signature never stands alone on a page. */
    static List<String> beforeAndLastParagraph(String body) {
        var last = body.lastIndexOf("<p>");
        return last >= 0 && body.stripTrailing().endsWith("</p>")
                ? List.of(body.substring(0, last), body.substring(last))
                : List.of(body, "");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String unescaped(String text) {
        return text.replaceAll("<[^>]+>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x27;", "'")
                .replace("&#x3D;", "=")
                .replace("&#x2F;", "/")
                .replace("&#x60;", "`")
                .replace("&#96;", "`")
                .replace("&amp;", "&");
    }
}
