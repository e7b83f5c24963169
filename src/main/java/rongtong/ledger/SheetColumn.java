package rongtong.ledger;

import java.util.Arrays;
import java.util.List;

/** Columns of the spreadsheets of a ledger, in their order. */
enum SheetColumn {
    /** Only for the reader; an example row says so here and is not imported. */
    NUMBER_OF_ROW("number-of-row", 8),
    KIND("kind", 10),
    SECTOR("sector", 12),
    FIELD("field", 22),
    ORGANIZATION("organization", 36),
    LEVEL("level", 16),
    SPECIALTY("specialty", 26),
    NUMBER("number", 10),
    YEAR("year", 10),
    STAGE("stage", 14),
    TEXT("text", 50),
    SURVEY("survey", 36);

    private final String component;
    private final int width;

    SheetColumn(String component, int width) {
        this.component = component;
        this.width = width;
    }

    /** Component of {@link EntryDraft} that it holds. */
    String component() {
        return component;
    }

    /** In characters. */
    int width() {
        return width;
    }

    /** Key of its heading. */
    String heading() {
        return "ledger.column." + component;
    }

    /** A ledger of one sector has no column for it. */
    static List<SheetColumn> of(LedgerType type) {
        return Arrays.stream(values())
                .filter(column -> column != SECTOR || type.sector() == null)
                .toList();
    }
}
