package rongtong.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import rongtong.organization.Sector;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.Texts;

/**
 * Reads entries from a spreadsheet, row by row. Columns are found by their headings in either language, in any order.
 * Formulas are not evaluated but refused.
 */
final class SheetReader {

    private static final int MOST_ROWS = 200_000;
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final LedgerType type;
    private final LoadedReferences references;
    private final Map<String, UUID> surveys;
    private final Texts texts;
    private final Map<SheetColumn, Map<String, Enum<?>>> words = new EnumMap<>(SheetColumn.class);
    private final Set<String> exampleMarks;

    /**
     * @param surveys of the ledger by title
     */
    SheetReader(LedgerType type, LoadedReferences references, Map<String, UUID> surveys, Texts texts) {
        this.type = type;
        this.references = references;
        this.surveys = surveys;
        this.texts = texts;
        words.put(SheetColumn.KIND, words(EntryKind.values(), "ledger.kind."));
        words.put(SheetColumn.SECTOR, words(Sector.values(), "ledger.sector."));
        words.put(SheetColumn.LEVEL, words(TalentLevel.values(), "ledger.level."));
        words.put(SheetColumn.STAGE, words(InnovationStage.values(), "ledger.stage."));
        this.exampleMarks = inBothLanguages("ledger.sheet.example");
    }

    /** Takes what is read. */
    interface Receiver {

        void good(EntryDraft entry);

        void bad(int row, List<ImportReport.Rejection> rejections);
    }

    /** @throws RuleViolation if the file is no spreadsheet of the ledger at all */
    void read(Path file, Receiver receiver) throws IOException {
        try (var workbook = open(file);
                var rows = workbook.getFirstSheet().openStream()) {
            var iterator = rows.iterator();
            if (!hasNext(iterator)) {
                throw SheetGuard.refused("ledger.import.empty");
            }
            var columns = columns(next(iterator));
            int count = 0;
            while (hasNext(iterator)) {
                var row = next(iterator);
                if (isSkipped(row, columns)) {
                    continue;
                }
                if (++count > MOST_ROWS) {
                    throw SheetGuard.refused("ledger.import.too-many-rows", MOST_ROWS);
                }
                read(row, columns, receiver);
            }
            if (count == 0) {
                throw SheetGuard.refused("ledger.import.empty");
            }
        }
    }

    private static ReadableWorkbook open(Path file) {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        } catch (IOException | RuntimeException unreadable) {
            throw SheetGuard.refused("ledger.import.not-xlsx");
        }
    }

    /** The library reports damaged files with exceptions of many kinds. */
    private static boolean hasNext(Iterator<Row> rows) {
        try {
            return rows.hasNext();
        } catch (RuntimeException damaged) {
            throw SheetGuard.refused("ledger.import.damaged");
        }
    }

    private static Row next(Iterator<Row> rows) {
        try {
            return rows.next();
        } catch (RuntimeException damaged) {
            throw SheetGuard.refused("ledger.import.damaged");
        }
    }

    private Map<SheetColumn, Integer> columns(Row headings) {
        var byHeading = new HashMap<String, SheetColumn>();
        for (var column : SheetColumn.of(type)) {
            inBothLanguages(column.heading()).forEach(heading -> byHeading.put(heading, column));
        }
        var columns = new EnumMap<SheetColumn, Integer>(SheetColumn.class);
        for (int i = 0; i < headings.getCellCount(); i++) {
            var heading = normal(headings.getCellText(i));
            var column = byHeading.get(heading);
            if (column != null) {
                columns.putIfAbsent(column, i);
            }
        }
        var missing = SheetColumn.of(type).stream()
                .filter(column -> isNeeded(column) && !columns.containsKey(column))
                .map(column -> texts.of(column.heading()))
                .toList();
        if (!missing.isEmpty()) {
            throw SheetGuard.refused("ledger.import.headings", String.join(texts.of("ledger.plan.draft-and"), missing));
        }
        return columns;
    }

    private static boolean isNeeded(SheetColumn column) {
        return switch (column) {
            case KIND, SECTOR, FIELD, ORGANIZATION, NUMBER, YEAR -> true;
            case NUMBER_OF_ROW, LEVEL, SPECIALTY, STAGE, TEXT, SURVEY -> false;
        };
    }

    private boolean isSkipped(Row row, Map<SheetColumn, Integer> columns) {
        var mark = columns.get(SheetColumn.NUMBER_OF_ROW);
        if (mark != null && exampleMarks.contains(normal(row.getCellText(mark)))) {
            return true;
        }
        return columns.entrySet().stream()
                .filter(column -> column.getKey() != SheetColumn.NUMBER_OF_ROW)
                .allMatch(column -> isEmpty(row, column.getValue()));
    }

    private static boolean isEmpty(Row row, int index) {
        var cell = row.getOptionalCell(index).orElse(null);
        return cell == null
                || cell.getType() == CellType.EMPTY
                || cell.getType() == CellType.STRING && cell.getText().isBlank();
    }

    private void read(Row row, Map<SheetColumn, Integer> columns, Receiver receiver) {
        var cells = new Cells(row, columns);
        var organization = cells.text(SheetColumn.ORGANIZATION);
        if (organization != null && references.isAmbiguous(organization)) {
            cells.problem(SheetColumn.ORGANIZATION, Message.of("ledger.entry.ambiguous-organization", organization));
        }
        var draft = new EntryDraft(
                        (Sector) cells.word(SheetColumn.SECTOR),
                        orNull(cells.text(SheetColumn.FIELD), references::fieldCode),
                        orNull(organization, references::organizationCode),
                        (EntryKind) cells.word(SheetColumn.KIND),
                        (TalentLevel) cells.word(SheetColumn.LEVEL),
                        orNull(cells.text(SheetColumn.SPECIALTY), references::majorCode),
                        cells.whole(SheetColumn.NUMBER),
                        cells.whole(SheetColumn.YEAR),
                        (InnovationStage) cells.word(SheetColumn.STAGE),
                        cells.text(SheetColumn.TEXT),
                        survey(cells))
                .in(type);
        for (var problem : draft.problems(type, references)) {
            cells.add(problem);
        }
        if (cells.problems.isEmpty()) {
            receiver.good(draft);
        } else {
            receiver.bad(row.getRowNum(), cells.rejections());
        }
    }

    private @Nullable UUID survey(Cells cells) {
        var title = cells.text(SheetColumn.SURVEY);
        if (title == null) {
            return null;
        }
        var survey = surveys.get(title);
        if (survey == null) {
            cells.problem(SheetColumn.SURVEY, Message.of("ledger.entry.unknown-survey", title));
        }
        return survey;
    }

    /** The cells of one row and what is wrong with them; the first problem of a cell counts. */
    private final class Cells {

        private final Row row;
        private final Map<SheetColumn, Integer> columns;
        private final Map<SheetColumn, Message> problems = new EnumMap<>(SheetColumn.class);

        Cells(Row row, Map<SheetColumn, Integer> columns) {
            this.row = row;
            this.columns = columns;
        }

        void problem(SheetColumn column, Message message) {
            problems.putIfAbsent(column, message);
        }

        void add(FieldError error) {
            for (var column : SheetColumn.values()) {
                if (column.component().equals(error.field())) {
                    problem(column, error.message());
                }
            }
        }

        List<ImportReport.Rejection> rejections() {
            var rejections = new ArrayList<ImportReport.Rejection>();
            problems.forEach((column, message) -> rejections.add(
                    new ImportReport.Rejection(row.getRowNum(), texts.of(column.heading()), texts.of(message))));
            return rejections;
        }

        private @Nullable Cell cell(SheetColumn column) {
            var index = columns.get(column);
            var cell = index == null ? null : row.getOptionalCell(index).orElse(null);
            if (cell == null) {
                return null;
            }
            return switch (cell.getType()) {
                case STRING, NUMBER -> cell;
                case EMPTY -> null;
                case FORMULA -> {
                    problem(column, Message.of("ledger.import.formula"));
                    yield null;
                }
                case ERROR, BOOLEAN -> {
                    problem(column, Message.of("ledger.import.unreadable-cell"));
                    yield null;
                }
            };
        }

        @Nullable
        String text(SheetColumn column) {
            var cell = cell(column);
            if (cell == null) {
                return null;
            }
            var text =
                    cell.getType() == CellType.NUMBER ? plain(cell.asNumber()) : LedgerSheets.original(cell.getText());
            if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFE') >= 0) {
                problem(column, Message.of("ledger.import.unreadable-cell"));
                return null;
            }
            return text.isBlank() ? null : text.strip();
        }

        @Nullable
        Enum<?> word(SheetColumn column) {
            var text = text(column);
            if (text == null) {
                return null;
            }
            var known = words.getOrDefault(column, Map.of());
            var word = known.get(normal(text));
            if (word == null) {
                problem(column, Message.of("ledger.import.unknown-word", text, choices(column)));
            }
            return word;
        }

        @Nullable
        Integer whole(SheetColumn column) {
            var text = text(column);
            if (text == null) {
                return null;
            }
            var digits = column == SheetColumn.YEAR && text.endsWith("年") ? text.substring(0, text.length() - 1) : text;
            if (!WHOLE.matcher(digits).matches()) {
                problem(column, Message.of("ledger.import.no-whole-number", text));
                return null;
            }
            return Integer.valueOf(digits);
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private String choices(SheetColumn column) {
        return switch (column) {
            case KIND -> listed(EntryKind.values(), "ledger.kind.");
            case SECTOR -> listed(Sector.values(), "ledger.sector.");
            case LEVEL -> listed(TalentLevel.values(), "ledger.level.");
            case STAGE -> listed(InnovationStage.values(), "ledger.stage.");
            case NUMBER_OF_ROW, FIELD, ORGANIZATION, SPECIALTY, NUMBER, YEAR, TEXT, SURVEY -> "";
        };
    }

    private String listed(Enum<?>[] values, String prefix) {
        var labels = new ArrayList<String>();
        for (var value : values) {
            labels.add(texts.of(prefix + value));
        }
        return String.join(texts.of("ledger.plan.draft-and"), labels);
    }

    private Map<String, Enum<?>> words(Enum<?>[] values, String prefix) {
        var words = new HashMap<String, Enum<?>>();
        for (var value : values) {
            words.put(normal(value.name()), value);
            inBothLanguages(prefix + value).forEach(label -> words.put(label, value));
        }
        return words;
    }

    private Set<String> inBothLanguages(String key) {
        var labels = new HashSet<String>();
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            labels.add(normal(texts.in(locale, Message.of(key))));
        }
        return labels;
    }

    private static String normal(@Nullable String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(@Nullable String text, UnaryOperator<String> code) {
        return text == null ? null : code.apply(text);
    }
}
