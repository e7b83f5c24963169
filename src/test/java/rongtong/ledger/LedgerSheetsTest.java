package rongtong.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.annotation.Transactional;
import rongtong.RongtongTest;
import rongtong.identity.CurrentUser;
import rongtong.ledger.ImportReport.Rejection;
import rongtong.shared.RuleViolation;

@RongtongTest
@Transactional
class LedgerSheetsTest {

    static final List<String> HEADINGS = List.of("序号", "类别", "领域", "单位", "层次", "专业", "数量", "年度", "阶段", "内容", "来源调研");

    static final List<Object> TALENT = row("人才", "数控机床", "沈阳机床股份有限公司", "技师", "机械工程", 12, 2026, "", "");
    static final List<Object> TECHNOLOGY = row("科技", "数控机床", "ent-000410", "", "", "1", "2026年", "应用研究", "主轴热误差补偿");

    @Autowired
    LedgerSheets sheets;

    @Autowired
    LedgerRounds rounds;

    @Autowired
    EntryStore entries;

    @Autowired
    CurrentUser user;

    @Autowired
    JdbcClient jdbc;

    Ledger ledger;

    @BeforeEach
    void openLedger() {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        jdbc.sql(
                        "update ledger.round set year = 2024, version = 1000 + version where status = 'FROZEN' and year >= 2026")
                .update();
        var fixtures = new LedgerFixtures(rounds);
        ledger = fixtures.ledger(fixtures.opened(), LedgerType.INDUSTRY);
        rounds.write(ledger, List.of(LedgerFixtures.survey("问卷调研")), List.of(), "LN-IIT");
    }

    @AfterEach
    void forgetLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void goodRowsAreWritten() throws Exception {
        var report = importRows(false, TALENT, TECHNOLOGY);

        assertThat(report).isEqualTo(new ImportReport(2, 0, List.of()));
        var written = entries.find(ledger.id(), EntryFilter.all(), 0, 10);
        assertThat(written).extracting(Entry::organization).containsExactly("ent-000410", "ent-000410");
        assertThat(written.getFirst().level()).isEqualTo(TalentLevel.TECHNICIAN);
        assertThat(written.getFirst().specialtyName()).isEqualTo("机械工程");
        assertThat(written.getFirst().author()).isEqualTo("LN-IIT");
        assertThat(written.get(1).stage()).isEqualTo(InnovationStage.APPLIED);
        assertThat(written.get(1).text()).isEqualTo("主轴热误差补偿");
    }

    @Test
    void aBadRowIsReportedWithRowColumnAndReasonAndNothingIsWritten() throws Exception {
        var report = importRows(
                false,
                TALENT,
                row("人材", "数控机床", "沈阳机床股份有限公司", "技师", "", 12, 2026, "", ""),
                row("人才", "炼金术", "不存在的公司", "", "", "十二", 2026, "", ""));

        assertThat(report.accepted()).isZero();
        assertThat(report.rejectedRows()).isEqualTo(2);
        assertThat(report.rejected())
                .extracting(Rejection::row, Rejection::column)
                .containsExactly(tuple(3, "类别"), tuple(4, "领域"), tuple(4, "单位"), tuple(4, "层次"), tuple(4, "数量"));
        assertThat(report.rejected().getFirst().message()).isEqualTo("“人材”不是可用的选项，请填：人才、科技、其他。");
        assertThat(report.rejected().get(1).message()).contains("炼金术");
        assertThat(report.rejected().getLast().message()).isEqualTo("“十二”不是正整数。");
        assertThat(entries.total(ledger.id(), EntryFilter.all()).entries()).isZero();
    }

    @Test
    void theGoodRowsAreWrittenIfThatWasChosen() throws Exception {
        var report = importRows(true, TALENT, row("", "", "", "", "", 5, "", "", ""), TECHNOLOGY);

        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejectedRows()).isEqualTo(1);
        assertThat(report.rejected()).extracting(Rejection::column).containsExactly("类别", "领域", "单位", "年度");
        assertThat(entries.total(ledger.id(), EntryFilter.all()).entries()).isEqualTo(2);
    }

    @Test
    void anUnknownSurveyIsReported() throws Exception {
        var known = new ArrayList<>(TALENT);
        known.set(10, "问卷调研");
        var unknown = new ArrayList<>(TALENT);
        unknown.set(10, "没做过的调研");

        assertThat(importRows(false, known).accepted()).isEqualTo(1);
        assertThat(importRows(false, unknown).rejected())
                .extracting(Rejection::column)
                .containsExactly("来源调研");
    }

    @Test
    void formulasAreNotEvaluatedButRefused() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("a");
            heading(sheet);
            fill(sheet, 1, TALENT);
            sheet.formula(1, 6, "6+6");
        }

        assertThat(importFile(out.toByteArray(), false).rejected())
                .containsExactly(new Rejection(2, "数量", "单元格是公式，请改为数值或文字。"));
    }

    @Test
    void theTemplateIsImportedAsItComesWithoutItsExample() throws Exception {
        var template = new ByteArrayOutputStream();
        user.runAs("ln-iit.handler", () -> {
            sheets.template(LedgerType.INDUSTRY, ledger.id(), template);
            return null;
        });

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(template.toByteArray()))) {
            assertThat(workbook.getFirstSheet().read().getFirst().stream().map(cell -> cell.getText()))
                    .containsExactlyElementsOf(HEADINGS);
        }
        assertThat(content(template.toByteArray(), "xl/worksheets/sheet1.xml"))
                .contains("<dataValidation", "type=\"list\"");
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> importFile(template.toByteArray(), false))
                .satisfies(refusal -> assertThat(refusal.explanation().key()).isEqualTo("ledger.import.empty"));
    }

    @Test
    void whatIsExportedCanBeImportedAndHoldsNoFormulas() throws Exception {
        var hostile = new ArrayList<>(TECHNOLOGY);
        hostile.set(9, "=HYPERLINK(\"http://example.org\",\"看\")");
        importRows(false, TALENT, hostile);

        var exported = new ByteArrayOutputStream();
        user.runAs("ln-hrss.handler", () -> {
            sheets.export(ledger.id(), exported);
            return null;
        });

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(exported.toByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(2).getCell(9).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(2).getCellText(9)).startsWith("'=HYPERLINK");
        }
        assertThat(importFile(exported.toByteArray(), false).accepted()).isEqualTo(2);
        assertThat(entries.find(ledger.id(), EntryFilter.all(), 3, 1))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).startsWith("=HYPERLINK"));
    }

    @Test
    void whatIsNoWorkbookIsRefusedInWords() throws Exception {
        assertRefused("hello".getBytes(StandardCharsets.UTF_8), "ledger.import.not-xlsx");
        assertRefused(new byte[0], "ledger.import.not-xlsx");
        assertRefused(zip("word/document.xml", "<a/>"), "ledger.import.not-xlsx");
        assertRefused(new byte[(int) SheetGuard.MOST_BYTES + 1], "ledger.import.too-large");
        assertRefused(workbook(List.of("甲", "乙"), List.of()), "ledger.import.headings");
    }

    @Test
    void aFileThatUnpacksToTooMuchIsRefused() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<a>".repeat(100).getBytes(StandardCharsets.UTF_8));
                if (part.endsWith("sheet1.xml")) {
                    var block = "<c></c>".repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
                    for (long size = 0; size <= SheetGuard.MOST_UNPACKED_BYTES; size += block.length) {
                        zip.write(block);
                    }
                }
            }
        }

        assertThat(out.size()).isLessThan(1 << 20);
        assertRefused(out.toByteArray(), "ledger.import.bomb");
    }

    @Test
    void declarationsOfEntitiesAreRefused() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : List.of("[Content_Types].xml", "xl/workbook.xml")) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"
                        .getBytes(StandardCharsets.UTF_8));
            }
        }

        assertRefused(out.toByteArray(), "ledger.import.not-xlsx");
    }

    @Test
    void onlyThoseInChargeImport() throws Exception {
        var file = workbook(HEADINGS, List.of(TALENT));

        for (var account : List.of("ln-edu.handler", "ln-iit.leader", "admin")) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> importAs(account, file, false));
        }
        assertThat(importAs("ln-hrss.handler", file, false).accepted()).isEqualTo(1);
    }

    @Test
    void tenThousandRowsAreQuick() throws Exception {
        var rows = Collections.nCopies(10_000, TALENT);

        var start = System.nanoTime();
        var report = importFile(workbook(HEADINGS, rows), false);

        assertThat(report.accepted()).isEqualTo(10_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(entries.total(ledger.id(), EntryFilter.all())).isEqualTo(new EntryStore.Total(10_000, 120_000));
    }

    private void assertRefused(byte[] file, String key) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> importFile(file, true))
                .satisfies(refusal -> assertThat(refusal.explanation().key()).isEqualTo(key));
    }

    @SafeVarargs
    private ImportReport importRows(boolean partial, List<Object>... rows) throws Exception {
        return importFile(workbook(HEADINGS, List.of(rows)), partial);
    }

    private ImportReport importFile(byte[] file, boolean partial) throws Exception {
        return importAs("ln-iit.handler", file, partial);
    }

    private ImportReport importAs(String account, byte[] file, boolean partial) throws Exception {
        return user.runAs(account, () -> sheets.importEntries(ledger.id(), stream(file), partial));
    }

    private static InputStream stream(byte[] file) {
        return new ByteArrayInputStream(file);
    }

    /** Cells from the second column to the last but one. */
    static List<Object> row(Object... cells) {
        var row = new ArrayList<Object>();
        row.add("");
        row.addAll(List.of(cells));
        row.add("");
        return List.copyOf(row);
    }

    static byte[] workbook(List<String> headings, List<List<Object>> rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("a");
            for (int i = 0; i < headings.size(); i++) {
                sheet.value(0, i, headings.get(i));
            }
            for (int i = 0; i < rows.size(); i++) {
                fill(sheet, i + 1, rows.get(i));
            }
        }
        return out.toByteArray();
    }

    private static void heading(Worksheet sheet) {
        for (int i = 0; i < HEADINGS.size(); i++) {
            sheet.value(0, i, HEADINGS.get(i));
        }
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

    private static byte[] zip(String part, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(part));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String content(byte[] file, String part) throws IOException {
        var copy = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(copy, file);
            try (var zip = new ZipFile(copy.toFile());
                    var content = zip.getInputStream(zip.getEntry(part))) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8);
            }
        } finally {
            Files.delete(copy);
        }
    }
}
