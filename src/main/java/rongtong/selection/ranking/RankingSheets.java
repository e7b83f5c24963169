package rongtong.selection.ranking;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import rongtong.selection.programme.Criterion;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Track;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.ui.Formats;

/** The ranked lists of a round as a spreadsheet (xlsx): for each track the list and the sheets behind it. */
@Service
public class RankingSheets {

    private static final List<String> COLUMNS = List.of(
            "place",
            "title",
            "applicant",
            "region",
            "score",
            "position",
            "margin",
            "range",
            "spread",
            "alarm",
            "received",
            "outcome",
            "reason");

    private static final int WIDE = 32;
    private static final int NARROW = 14;
    private static final int LONGEST_NAME = 28;

    private final Rankings rankings;
    private final Programmes programmes;
    private final RankingAccess access;
    private final Texts texts;

    RankingSheets(Rankings rankings, Programmes programmes, RankingAccess access, Texts texts) {
        this.rankings = rankings;
        this.programmes = programmes;
        this.access = access;
        this.texts = texts;
    }

    /** @throws rongtong.shared.NotFound if the person may not see the ranking; nothing is written then */
    public void export(UUID roundId, OutputStream out) {
        var round = access.requireVisible(roundId);
        var tracks = programmes.get(round.programme(), round.version()).tracks();
        try (var workbook = new Workbook(out, "Rongtong", "1.0")) {
            for (var track : tracks) {
                var rows = rankings.explained(roundId, track.key());
                list(workbook.newWorksheet(sheetName(track, "selection.ranking.sheet.list")), rows);
                sheets(workbook.newWorksheet(sheetName(track, "selection.ranking.sheet.scores")), track, rows);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Spreadsheet programs take no more than 31 characters, and some of them not at all. */
    private String sheetName(Track track, String kind) {
        var name = (english() ? track.nameEn() : track.name()).replaceAll("[\\[\\]:*?/\\\\]", " ");
        var suffix = " " + texts.of(kind);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix;
    }

    private void list(Worksheet sheet, List<ExplainedRow> rows) {
        head(
                sheet,
                COLUMNS.stream()
                        .map(column -> texts.of("selection.ranking.column." + column))
                        .toList());
        sheet.width(1, WIDE);
        sheet.width(2, WIDE);
        for (int index = 0; index < rows.size(); index++) {
            line(sheet, index + 1, rows.get(index).row());
        }
    }

    private void line(Worksheet sheet, int at, RankingRow row) {
        sheet.value(at, 0, row.place());
        text(sheet, at, 1, row.title());
        text(sheet, at, 2, row.applicantName());
        text(sheet, at, 3, row.region());
        sheet.value(at, 4, row.score());
        sheet.style(at, 4).format("0.00").set();
        text(sheet, at, 5, texts.of(positionOf(row)));
        if (row.margin() != null) {
            sheet.value(at, 6, row.margin());
            sheet.style(at, 6).format("0.00").set();
        }
        text(sheet, at, 7, row.moves() ? row.best() + "–" + row.worst() : String.valueOf(row.place()));
        sheet.value(at, 8, row.spread());
        sheet.style(at, 8).format("0.00").set();
        text(sheet, at, 9, row.alarm() ? texts.of("selection.ranking.alarm") : "");
        text(sheet, at, 10, Formats.moment(row.receivedAt()));
        text(sheet, at, 11, row.outcome() == null ? "" : texts.of("selection.ranking.outcome." + row.outcome()));
        text(sheet, at, 12, row.reason());
    }

    private static Message positionOf(RankingRow row) {
        return Message.of("selection.ranking.position." + row.position());
    }

    private void sheets(Worksheet sheet, Track track, List<ExplainedRow> rows) {
        var heads = new ArrayList<String>();
        heads.add(texts.of("selection.ranking.column.place"));
        heads.add(texts.of("selection.ranking.column.title"));
        heads.add(texts.of("selection.ranking.column.expert"));
        track.criteria().forEach(criterion -> heads.add(heading(criterion)));
        heads.add(texts.of("selection.ranking.column.total"));
        heads.add(texts.of("selection.ranking.column.value"));
        heads.add(texts.of("selection.ranking.column.use"));
        heads.add(texts.of("selection.ranking.column.result"));
        head(sheet, heads);
        sheet.width(1, WIDE);
        int at = 1;
        for (var row : rows) {
            for (var line : row.arithmetic().sheets()) {
                sheet.value(at, 0, row.row().place());
                text(sheet, at, 1, row.row().title());
                text(sheet, at, 2, line.expert());
                int column = 3;
                for (var criterion : track.criteria()) {
                    score(sheet, at, column++, scoreOf(line, criterion));
                }
                score(sheet, at, column++, line.total());
                score(sheet, at, column++, line.value());
                text(sheet, at, column++, texts.of("selection.ranking.use." + line.use()));
                score(sheet, at, column, row.arithmetic().result());
                at++;
            }
        }
    }

    private static @Nullable BigDecimal scoreOf(Arithmetic.SheetLine line, Criterion criterion) {
        return line.contributions().stream()
                .filter(each -> each.criterion().equals(criterion.key()))
                .map(Arithmetic.Contribution::score)
                .findFirst()
                .orElse(null);
    }

    private String heading(Criterion criterion) {
        return texts.of(
                "selection.ranking.criterion-head",
                english() ? criterion.nameEn() : criterion.name(),
                criterion.max(),
                criterion.weight());
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }

    private static void head(Worksheet sheet, List<String> heads) {
        for (int column = 0; column < heads.size(); column++) {
            sheet.value(0, column, heads.get(column));
            sheet.style(0, column).bold().fillColor("DDE6F0").set();
            sheet.width(column, NARROW);
        }
        sheet.freezePane(0, 1);
    }

    private static void score(Worksheet sheet, int row, int column, @Nullable BigDecimal figure) {
        if (figure != null) {
            sheet.value(row, column, figure);
        }
    }

    /** Text that no spreadsheet program takes for a formula, whatever somebody typed. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.value(row, column, !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text);
    }
}
