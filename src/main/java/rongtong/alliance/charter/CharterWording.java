package rongtong.alliance.charter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import rongtong.policy.Fraction;

/**
 * Wording with which a secretariat may begin: a proposal of this program, not of the documents. The file
 * {@code data/charter-wording.md} has one heading for each section and each rulebook.
 */
@Component
public class CharterWording {

    private static final String RULEBOOK = "rulebook ";
    private static final String NUMERALS = "零一二三四五六七八九十";

    private final Map<String, String> texts = new LinkedHashMap<>();

    CharterWording() {
        try (var content = new ClassPathResource("data/charter-wording.md").getInputStream()) {
            read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read(String file) {
        for (var part : file.split("(?m)^## ", -1)) {
            int end = part.indexOf('\n');
            if (end > 0 && !part.startsWith("#")) {
                texts.put(
                        part.substring(0, end).strip(), part.substring(end + 1).strip());
            }
        }
    }

    /** A share the way charters write it: 三分之二以上, which includes it (D10), 过半数, 超过三分之二. */
    public static String share(Fraction share) {
        if (!share.boundaryBelongs() && share.numerator() == 1 && share.denominator() == 2) {
            return "过半数";
        }
        var words = numeral(share.denominator()) + "分之" + numeral(share.numerator());
        return share.boundaryBelongs() ? words + "以上" : "超过" + words;
    }

    private static String numeral(int number) {
        return number < NUMERALS.length() ? NUMERALS.substring(number, number + 1) : String.valueOf(number);
    }

    /** @param names what stands for {@code {alliance}}, {@code {chair}} and so on */
    public CharterText charter(Map<String, String> names) {
        return CharterText.of(field -> filled(texts.getOrDefault(field, ""), names));
    }

    /** Rulebooks to begin with. */
    public List<Charters.Titled> rulebooks(Map<String, String> names) {
        var rulebooks = new ArrayList<Charters.Titled>();
        texts.forEach((heading, text) -> {
            if (heading.startsWith(RULEBOOK)) {
                rulebooks.add(
                        new Charters.Titled(filled(heading.substring(RULEBOOK.length()), names), filled(text, names)));
            }
        });
        return rulebooks;
    }

    private static String filled(String text, Map<String, String> names) {
        var filled = text;
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        return filled;
    }
}
