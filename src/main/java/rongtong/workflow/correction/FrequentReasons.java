package rongtong.workflow.correction;

import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import rongtong.shared.Csv;

/** What reviewers often find wrong, to choose instead of typing ({@code data/defect-reasons.csv}). */
@Component
public class FrequentReasons {

    private final List<Csv.Row> rows = Csv.read("data/defect-reasons.csv");

    /** @param type of the field in the form's JSON, such as {@code filepicker}; those that fit it first and alone */
    public List<String> of(String type) {
        var kind = switch (type) {
            case "filepicker" -> "file";
            case "number" -> "number";
            case "dynamiclist" -> "list";
            default -> "any";
        };
        var language = LocaleContextHolder.getLocale().getLanguage().equals("en") ? "text_en" : "text_zh";
        return rows.stream()
                .filter(row ->
                        row.text("applies").equals(kind) || row.text("applies").equals("any") && !kind.equals("file"))
                .map(row -> row.text(language))
                .toList();
    }
}
