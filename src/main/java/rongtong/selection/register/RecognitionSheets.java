package rongtong.selection.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Service;
import rongtong.shared.Texts;

/** The registers as a spreadsheet (xlsx), in the language of the person. */
@Service
public class RecognitionSheets {

    private static final int ROWS_AT_ONCE = 500;

    private static final List<String> COLUMNS = List.of(
            "number",
            "title",
            "organization",
            "register",
            "province",
            "programme",
            "track",
            "status",
            "from",
            "to",
            "grade",
            "source");

    private final Recognitions recognitions;
    private final Texts texts;

    RecognitionSheets(Recognitions recognitions, Texts texts) {
        this.recognitions = recognitions;
        this.texts = texts;
    }

    /** All lines that {@link Recognitions#find} finds. */
    public void export(RecognitionFilter filter, OutputStream out) {
        try (var workbook = new Workbook(out, "Rongtong", "1.0")) {
            var sheet = workbook.newWorksheet(texts.of("selection.register.title"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, texts.of("selection.register.column." + COLUMNS.get(column)));
                sheet.style(0, column).bold().fillColor("DDE6F0").set();
                sheet.width(column, column == 1 || column == 2 || column == 5 ? 32 : 18);
            }
            sheet.freezePane(0, 1);
            int line = 1;
            for (int page = 0; ; page++) {
                var found = recognitions.find(filter, page, ROWS_AT_ONCE).items();
                for (var row : found) {
                    write(sheet, line++, row);
                }
                if (found.size() < ROWS_AT_ONCE) {
                    break;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(Worksheet sheet, int line, RecognitionRow row) {
        var grade = row.grade();
        sheet.value(line, 0, row.number());
        sheet.value(line, 1, harmless(row.title()));
        sheet.value(line, 2, harmless(row.organizationName()));
        sheet.value(line, 3, texts.of("selection.register.kind." + row.register()));
        sheet.value(line, 4, texts.of("selection.register.province." + row.province()));
        sheet.value(line, 5, harmless(row.programmeName()));
        sheet.value(line, 6, harmless(row.trackName()));
        sheet.value(line, 7, texts.of("selection.register.status." + row.status()));
        sheet.value(line, 8, row.validFrom().toString());
        sheet.value(line, 9, row.validTo().toString());
        sheet.value(line, 10, grade == null ? "" : texts.of("selection.register.grade." + grade));
        sheet.value(line, 11, row.source().isEmpty() ? "" : texts.of("selection.register.source." + row.source()));
    }

    /** Text that no spreadsheet program takes for a formula, whatever somebody typed. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
