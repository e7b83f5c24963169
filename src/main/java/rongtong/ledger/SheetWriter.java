package rongtong.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Sector;
import rongtong.shared.Texts;

/** Writes a spreadsheet of a ledger row by row: heading, drop-down lists where words are fixed, entries. */
final class SheetWriter implements AutoCloseable {

    private static final int ROWS_WITH_LISTS = 5000;
    private static final int ROWS_IN_MEMORY = 1000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private final List<SheetColumn> columns;
    private final Texts texts;
    private int row;

    SheetWriter(OutputStream out, LedgerType type, Texts texts) {
        this.texts = texts;
        this.columns = SheetColumn.of(type);
        this.workbook = new Workbook(out, "Rongtong", "1.0");
        this.sheet = workbook.newWorksheet(texts.of("ledger.type." + type));
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.value(0, i, texts.of(columns.get(i).heading()));
            sheet.style(0, i).bold().fillColor("DDE6F0").set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    /**
     * Drop-down lists, kept on a hidden sheet.
     *
     * @param fields names of the fields of the ledger
     * @param organizations names to choose from
     * @param surveys titles
     */
    void offer(List<String> fields, List<String> organizations, List<String> surveys) {
        var lists = workbook.newWorksheet(texts.of("ledger.sheet.lists"));
        lists.setVisibilityState(VisibilityState.HIDDEN);
        offer(lists, SheetColumn.KIND, labels(EntryKind.values(), "ledger.kind."));
        offer(lists, SheetColumn.SECTOR, labels(Sector.values(), "ledger.sector."));
        offer(lists, SheetColumn.LEVEL, labels(TalentLevel.values(), "ledger.level."));
        offer(lists, SheetColumn.STAGE, labels(InnovationStage.values(), "ledger.stage."));
        offer(lists, SheetColumn.FIELD, fields);
        offer(lists, SheetColumn.ORGANIZATION, organizations);
        offer(lists, SheetColumn.SURVEY, surveys);
    }

    private void offer(Worksheet lists, SheetColumn column, List<String> choices) {
        int place = columns.indexOf(column);
        if (place < 0 || choices.isEmpty()) {
            return;
        }
        for (int i = 0; i < choices.size(); i++) {
            lists.value(i, place, LedgerSheets.harmless(choices.get(i)));
        }
        sheet.range(1, place, ROWS_WITH_LISTS, place)
                .validateWithList(lists.range(0, place, choices.size() - 1, place))
                .allowBlank(true)
                .showDropdown(true)
                .errorTitle("")
                .error("")
                .showErrorMessage(false);
    }

    private List<String> labels(Enum<?>[] values, String prefix) {
        return Arrays.stream(values).map(value -> texts.of(prefix + value)).toList();
    }

    /** @param values by column, in the order of the columns; numbers stay numbers */
    void add(Function<SheetColumn, @Nullable Object> values) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            var value = values.apply(columns.get(i));
            if (value instanceof Number number) {
                sheet.value(row, i, number);
            } else if (value != null) {
                sheet.inlineString(row, i, LedgerSheets.harmless(value.toString()));
            }
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
