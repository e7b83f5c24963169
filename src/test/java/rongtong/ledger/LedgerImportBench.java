package rongtong.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;

/**
 * 100,000 rows from Excel, all different, one in a hundred wrong, with a report: at most 15 s, also on a heap of 512 MiB
 * ({@code -DargLine=-Xmx512m}). And the same rows out again.
 */
@RongtongTest
@Transactional
class LedgerImportBench {

    private static final int ROWS = 100_000;
    private static final List<String> UNITS = List.of("沈阳机床股份有限公司", "鞍钢股份有限公司", "ent-002204", "北方华锦化学工业股份有限公司");

    @Autowired
    LedgerSheets sheets;

    @Autowired
    LedgerRounds rounds;

    @Autowired
    EntryStore entries;

    @Autowired
    CurrentUser user;

    @Test
    void importsAndExportsAHundredThousandRows() throws Exception {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        var fixtures = new LedgerFixtures(rounds);
        var ledger = fixtures.ledger(fixtures.opened(), LedgerType.INDUSTRY);
        var file = Files.createTempFile("bench", ".xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "bench", "1.0")) {
            var sheet = workbook.newWorksheet("a");
            for (int i = 0; i < LedgerSheetsTest.HEADINGS.size(); i++) {
                sheet.value(0, i, LedgerSheetsTest.HEADINGS.get(i));
            }
            for (int row = 1; row <= ROWS; row++) {
                fill(sheet, row, cells(row));
            }
        }
        System.gc();

        var start = System.nanoTime();
        ImportReport report;
        try (var content = Files.newInputStream(file)) {
            report = user.runAs("ln-iit.handler", () -> sheets.importEntries(ledger.id(), content, true));
        }
        var imported = Duration.ofNanos(System.nanoTime() - start);
        start = System.nanoTime();
        var exported = new ByteArrayOutputStream();
        user.runAs("ln-iit.handler", () -> {
            sheets.export(ledger.id(), exported);
            return null;
        });
        var written = Duration.ofNanos(System.nanoTime() - start);
        start = System.nanoTime();
        entries.consolidation(ledger.roundId());
        var compared = Duration.ofNanos(System.nanoTime() - start);

        System.out.printf(
                "Ledger: %,d rows (%,d KB) imported in %.1f s, %,d accepted, %,d refused; exported in %.1f s (%,d KB); "
                        + "compared in %d ms; largest heap %,d MB of %,d MB%n",
                ROWS,
                Files.size(file) >> 10,
                imported.toMillis() / 1000.0,
                report.accepted(),
                report.rejectedRows(),
                written.toMillis() / 1000.0,
                exported.size() >> 10,
                compared.toMillis(),
                peak() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
        Files.delete(file);
        LocaleContextHolder.resetLocaleContext();
        assertThat(report.accepted()).isEqualTo(ROWS - ROWS / 100);
        assertThat(new ByteArrayInputStream(exported.toByteArray())).isNotEmpty();
        assertThat(imported).isLessThan(Duration.ofSeconds(15));
    }

    private static List<Object> cells(int row) {
        var cells = new ArrayList<Object>();
        cells.add(row);
        boolean talent = row % 2 == 0;
        cells.add(talent ? "人才" : "科技");
        cells.add(row % 3 == 0 ? "数控机床" : "钢铁冶金");
        cells.add(row % 100 == 0 ? "没有这家公司" + row : UNITS.get(row % UNITS.size()));
        cells.add(talent ? "技师" : "");
        cells.add(talent ? "机械工程" : "");
        cells.add(1 + row % 90);
        cells.add(2026);
        cells.add(talent ? "" : "应用研究");
        cells.add(talent ? "" : "第" + row + "项：关键部件寿命预测与在线检测方法研究");
        cells.add("");
        return cells;
    }

    private static void fill(Worksheet sheet, int row, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) instanceof Number number) {
                sheet.value(row, i, number);
            } else if (!cells.get(i).toString().isEmpty()) {
                sheet.value(row, i, cells.get(i).toString());
            }
        }
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
