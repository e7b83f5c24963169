package rongtong.factory.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Service;
import rongtong.shared.Texts;

/** The register as a spreadsheet (xlsx), in the language of the person. */
@Service
public class FactorySheets {

    private static final int ROWS_AT_ONCE = 500;

    private static final List<String> COLUMNS = List.of(
            "number", "name", "school", "city", "ownership", "status", "registered", "assets", "returns", "alarms");

    private final FactoryRegister register;
    private final Texts texts;

    FactorySheets(FactoryRegister register, Texts texts) {
        this.register = register;
        this.texts = texts;
    }

    /** All factories that {@link FactoryRegister#find} finds, with their sums in the last row. */
    public void export(FactoryFilter filter, OutputStream out) {
        try (var workbook = new Workbook(out, "Rongtong", "1.0")) {
            var sheet = workbook.newWorksheet(texts.of("factory.register"));
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, texts.of("factory.column." + COLUMNS.get(column)));
                sheet.style(0, column).bold().fillColor("DDE6F0").set();
                sheet.width(column, column == 1 || column == 2 ? 32 : 18);
            }
            sheet.freezePane(0, 1);
            int row = 1;
            for (int page = 0; ; page++) {
                var found = register.find(filter, page, ROWS_AT_ONCE).items();
                for (var factory : found) {
                    write(sheet, row++, factory);
                }
                if (found.size() < ROWS_AT_ONCE) {
                    break;
                }
            }
            var totals = register.totals(filter);
            sheet.value(row, 0, texts.of("factory.totals"));
            sheet.value(row, 7, totals.assetValue());
            sheet.value(row, 8, totals.returns());
            sheet.value(row, 9, totals.alarms());
            sheet.range(row, 0, row, COLUMNS.size() - 1).style().bold().set();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(Worksheet sheet, int row, FactoryRow factory) {
        sheet.value(row, 0, factory.number());
        sheet.value(row, 1, harmless(factory.name()));
        sheet.value(row, 2, factory.schoolName());
        sheet.value(row, 3, factory.city());
        sheet.value(row, 4, texts.of("factory.ownership." + factory.ownership()));
        sheet.value(row, 5, texts.of("factory.status." + factory.status()));
        sheet.value(row, 6, factory.registeredOn().toString());
        sheet.value(row, 7, factory.assetValue());
        sheet.value(row, 8, factory.returns());
        sheet.value(row, 9, factory.alarms());
    }

    /** Text that no spreadsheet program takes for a formula, whatever somebody typed. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
