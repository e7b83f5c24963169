package rongtong.document.official;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rongtong.shared.Csv;
import rongtong.shared.NotFound;

/**
 * A kind of official document, as {@code data/document-kinds.csv} lists them. Its name for people is the text
 * {@code document.kind.<key>}.
 *
 * @param key such as {@code approval}
 * @param series character of the kind in document numbers, such as 批
 * @param lists places that are filled with rows, each with the places inside a row
 * @param texts places that are filled with one text
 */
public record OfficialKind(String key, String series, Map<String, List<String>> lists, List<String> texts) {

    /** Places that every kind has. */
    private static final List<String> COMMON =
            List.of("organ", "addressee", "applicant", "subject", "caseNumber", "caseTitle", "appliedOn", "issuedOn");

    private static final List<OfficialKind> ALL =
            Csv.read("data/document-kinds.csv").stream().map(OfficialKind::read).toList();

    public static List<OfficialKind> all() {
        return ALL;
    }

    /** @throws NotFound if there is no such kind */
    public static OfficialKind of(String key) {
        return ALL.stream()
                .filter(kind -> kind.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("document kind", key));
    }

    private static OfficialKind read(Csv.Row row) {
        var places = row.text("places").split(" ");
        var lists = new java.util.LinkedHashMap<String, List<String>>();
        var texts = new ArrayList<>(COMMON);
        for (var place : places) {
            var colon = place.indexOf(':');
            if (colon < 0) {
                texts.add(place);
            } else {
                lists.put(
                        place.substring(0, colon),
                        List.of(place.substring(colon + 1).split("\\+")));
            }
        }
        return new OfficialKind(row.text("kind"), row.text("series"), Map.copyOf(lists), List.copyOf(texts));
    }

    /** All places of a template of this kind, texts before lists. */
    public List<String> places() {
        return Stream.concat(texts.stream(), lists.keySet().stream().sorted()).toList();
    }
}
