package rongtong.ledger;

import java.util.List;

/**
 * What came of an import.
 *
 * @param accepted rows written
 * @param rejectedRows rows that were not; with any of them nothing is written unless the good ones were asked for
 * @param rejected what is wrong with them, the first {@value #MOST_REJECTIONS}
 */
public record ImportReport(int accepted, int rejectedRows, List<Rejection> rejected) {

    static final int MOST_REJECTIONS = 1000;

    /**
     * @param row as the spreadsheet counts, the heading is row 1
     * @param column heading of the column
     * @param message what is wrong, in the language of the person
     */
    public record Rejection(int row, String column, String message) {}
}
