package rongtong.document.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.RongtongTest;
import rongtong.document.Documents;
import rongtong.document.official.OfficialDraft.Wording;
import rongtong.organization.Organizations;

/** What is issued reads, looks and lasts like an official document (GB/T 9704-2012). */
@RongtongTest
class OfficialRecordsTest {

    static final double MILLIMETRE = 72 / 25.4;
    static final String LONG_PARAGRAPH = "校办工厂应当依法建立财务会计制度，单独设置账簿，如实反映投资、成本、收益和分配情况，接受主管部门、财政部门和审计机关的监督检查，确保国有资产保值增值。";

    @Autowired
    OfficialRecords records;

    @Autowired
    Documents documents;

    @Autowired
    rongtong.document.print.Printer printer;

    @Autowired
    Verifications verifications;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Organizations organizations;

    @Autowired
    JdbcClient jdbc;

    static List<String> kinds() {
        return OfficialKind.all().stream().map(OfficialKind::key).toList();
    }

    static OfficialDraft draft(String kind) {
        var facts = new HashMap<>(TemplateText.sample(OfficialKind.of(kind)));
        facts.remove("issuedOn");
        return new OfficialDraft(
                UUID.randomUUID(),
                kind,
                "JL-FIN",
                "吉林省财政厅",
                "长春职业技术大学",
                facts,
                List.of("吉林省教育厅", "长春市财政局"),
                List.of(),
                null);
    }

    static OfficialDraft typed(String title, String body, String... attachments) {
        var draft = draft("approval");
        return new OfficialDraft(
                draft.caseId(),
                draft.kind(),
                draft.organ(),
                draft.organName(),
                draft.addressee(),
                draft.facts(),
                draft.copies(),
                List.of(attachments),
                new Wording(title, body));
    }

    OfficialDocument issue(OfficialDraft draft) {
        assumeTrue(printer.hasFonts(), "no Chinese font here: fonts-noto-cjk");
        return transaction.execute(status -> {
            var id = records.issue(draft).id();
            documents.print(id);
            return records.find(id).orElseThrow();
        });
    }

    byte[] pdf(OfficialDocument document) {
        return jdbc.sql("select content from document.issued_document where id = :id")
                .param("id", document.id())
                .query(byte[].class)
                .single();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindIsReadBackWithItsPartsInTheirOrder(String kind) throws IOException {
        var document = issue(draft(kind));

        var pdf = pdf(document);
        keep(kind, pdf);
        var text = text(pdf);
        assertThat(text)
                .containsSubsequence(
                        "吉林省财政厅文件",
                        document.number(),
                        document.title(),
                        "长春职业技术大学：",
                        "吉林省财政厅",
                        "文号：" + document.number(),
                        document.code(),
                        "抄送：吉林省教育厅，长春市财政局。",
                        "印发");
        assertThat(document.number()).matches("吉财\\p{IsHan}+〔20\\d\\d〕\\d+号");
        assertThat(text).doesNotContain("{{", "null");
    }

    static void keep(String name, byte[] pdf) throws IOException {
        var folder = Files.createDirectories(Path.of("target/official"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    /** Where each line stands: its left edge and its base line in points from the upper left corner. */
    record Line(String text, double left, double right, double base, double size) {}

    static List<List<Line>> lines(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var pages = new ArrayList<List<Line>>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var found = new ArrayList<Line>();
                var stripper = new PDFTextStripper() {
                    @Override
                    protected void writeString(String text, List<TextPosition> places) {
                        var first = places.getFirst();
                        var last = places.getLast();
                        found.add(new Line(
                                text.strip(),
                                first.getXDirAdj(),
                                last.getXDirAdj() + last.getWidthDirAdj(),
                                first.getYDirAdj(),
                                first.getFontSizeInPt()));
                    }
                };
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                stripper.setSortByPosition(true);
                stripper.getText(document);
                pages.add(found);
            }
            return pages;
        }
    }

    @Test
    void longTextFillsThePageWith22LinesOf28Characters() throws IOException {
        var body = "一、总体要求\n（一）基本原则\n" + (LONG_PARAGRAPH.repeat(3) + "\n").repeat(9) + "特此批复。";
        var pdf = pdf(issue(typed("吉林省财政厅关于投资设立智能制造校办工厂有关事项的批复", body, "投资概算表", "收益备案表")));
        keep("long", pdf);

        var page = lines(pdf).get(1);
        var text = page.stream()
                .filter(line -> line.size() > 15 && line.size() < 17)
                .toList();

        assertThat(text.stream().map(line -> Math.round(line.base())).distinct())
                .hasSize(22);
        var full = text.stream().filter(line -> line.text().length() == 28).toList();
        assertThat(full).hasSizeGreaterThan(12);
        assertThat(text).allMatch(line -> line.text().length() <= 29);
        assertThat(full).allSatisfy(line -> {
            assertThat(line.left()).isBetween(28 * MILLIMETRE - 1, 28 * MILLIMETRE + 1);
            assertThat(line.right()).isBetween(184 * MILLIMETRE - 10, 184 * MILLIMETRE + 2);
        });
        assertThat(text.getFirst().base()).isBetween(37 * MILLIMETRE + 10, 37 * MILLIMETRE + 29);
        assertThat(text.getLast().base()).isLessThan(262 * MILLIMETRE);
    }

    @Test
    void partsStandWhereTheStandardWantsThem() throws IOException {
        var pages = lines(pdf(issue(draft("approval"))));

        var first = pages.getFirst();
        var organ = line(first, "吉林省财政厅文件");
        assertThat(organ.base() - organ.size()).isBetween(72 * MILLIMETRE - 12, 72 * MILLIMETRE + 6);
        var title = line(first, "吉林省财政厅关于投资设立");
        assertThat(title.size()).isBetween(21.9, 22.1);
        assertThat((title.left() + title.right()) / 2).isBetween(106 * MILLIMETRE - 3, 106 * MILLIMETRE + 3);
        var last = pages.getLast();
        var day = last.stream()
                .filter(line -> line.text().matches("20\\d\\d年\\d+月\\d+日"))
                .findFirst()
                .orElseThrow();
        assertThat(184 * MILLIMETRE - day.right()).isBetween(4 * 15.79 - 3, 4 * 15.79 + 3);
        var imprint = last.stream()
                .filter(line -> line.text().endsWith("印发"))
                .findFirst()
                .orElseThrow();
        assertThat(imprint.base()).isBetween(262 * MILLIMETRE - 16, 262 * MILLIMETRE);
        assertThat(imprint.size()).isBetween(13.0, 14.5);
        assertThat(line(first, "1 —").base()).isBetween(269 * MILLIMETRE, 269 * MILLIMETRE + 16);
    }

    @Test
    void theImprintEndsTheLastPageAlsoWhereItStandsThereAlone() throws IOException {
        for (int paragraphs = 1; paragraphs < 7; paragraphs++) {
            var last = lines(pdf(issue(typed("关于试点的批复", (LONG_PARAGRAPH + "\n").repeat(paragraphs * 2)))))
                    .getLast();

            var imprint = last.stream()
                    .filter(line -> line.text().endsWith("印发"))
                    .findFirst()
                    .orElseThrow();
            assertThat(imprint.base()).isBetween(262 * MILLIMETRE - 16, 262 * MILLIMETRE);
        }
    }

    static Line line(List<Line> page, String text) {
        return page.stream()
                .filter(line -> line.text().contains(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void fontsAreEmbeddedAndStandInsAreNamed() throws IOException {
        try (var pdf = Loader.loadPDF(pdf(issue(draft("approval"))))) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
            assertThat(pdf.getDocumentInformation().getCustomMetadataValue("Typefaces"))
                    .contains("仿宋=", "小标宋=", "楷体=", "黑体=");
        }
    }

    @Test
    void theHashIsThatOfTheFile() throws Exception {
        var document = issue(draft("filing-receipt"));
        var pdf = pdf(document);

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf)))
                .isEqualTo(document.sha256());
        assertThat(verifications.byFile("client-a", new ByteArrayInputStream(pdf)))
                .get()
                .extracting(OfficialDocument::number)
                .isEqualTo(document.number());
        pdf[pdf.length / 2] ^= 1;
        assertThat(verifications.byFile("client-a", new ByteArrayInputStream(pdf)))
                .isEmpty();
    }

    @Test
    void theQrCodeOnTheLastPageLeadsToItsVerification() throws Exception {
        var document = issue(draft("approval"));

        try (var pdf = Loader.loadPDF(pdf(document))) {
            var page = new PDFRenderer(pdf).renderImageWithDPI(pdf.getNumberOfPages() - 1, 200);
            var pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
            var read = new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(source)),
                            Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE));

            assertThat(URLDecoder.decode(read.getText(), StandardCharsets.UTF_8))
                    .endsWith("/verify?number=" + document.number() + "&code=" + document.code());
        }
    }

    @Test
    void numberAndCodeVerifyInWhateverBracketsAndCase() {
        var document = issue(draft("approval"));

        var typed = document.number().replace('〔', '[').replace('〕', ']');
        assertThat(verifications.byCode("client-b", typed, document.code().toLowerCase(java.util.Locale.ROOT)))
                .isPresent();
        assertThat(verifications.byCode("client-b", document.number(), "2222-2222-2222"))
                .isEmpty();
        assertThat(verifications.byCode("client-b", "无此号", document.code())).isEmpty();
    }

    @Test
    void nobodyTriesCodesByTheHundred() {
        assertThatExceptionOfType(rongtong.shared.TooOften.class).isThrownBy(() -> {
            for (int tries = 0; tries < 100; tries++) {
                verifications.byCode("client-c", "吉财批〔2026〕1号", "2222-2222-222" + tries % 8);
            }
        });
        assertThat(verifications.byCode("client-d", "无此号", "2222-2222-2222")).isEmpty();
    }

    @Test
    void whatIsIssuedNeverChanges() {
        var document = issue(draft("approval"));

        for (var sql : List.of(
                "update document.official_document set number = 'x' where id = :id",
                "delete from document.official_document where id = :id",
                "update document.issued_document set title = 'x' where id = :id",
                "update document.issued_document set content = '\\x00'::bytea where id = :id",
                "update document.issued_document set sha256 = '' where id = :id",
                "delete from document.issued_document where id = :id")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(sql)
                    .isThrownBy(() -> jdbc.sql(sql).param("id", document.id()).update());
        }
        assertThat(records.find(document.id())).contains(document);
    }

    @Test
    void numbersHaveNoGapsWhereAStepFails() {
        var before = issue(draft("extension-notice")).number();
        transaction.executeWithoutResult(status -> {
            records.issue(draft("extension-notice"));
            status.setRollbackOnly();
        });
        var after = issue(draft("extension-notice")).number();

        assertThat(count(after)).isEqualTo(count(before) + 1);
    }

    static int count(String number) {
        return Integer.parseInt(number.replaceAll(".*〕|号", ""));
    }

    @Test
    void areNotIssuedOutsideAStep() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> records.issue(draft("approval")));
    }

    @Test
    void whatPeopleTypeIsTextAndNothingElse() throws IOException {
        var text = text(pdf(issue(typed("关于<b>粗</b>的批复", "<img src=\"file:///etc/passwd\"/>\n{{organ}} & 其他\n此复。"))));

        assertThat(text).contains("<img", "{{organ}}&其他", "<b>粗</b>");
    }

    @Test
    void officesWithoutACodeOfTheirOwnAreNumberedByTheRule() {
        assertThat(OrganCodes.of("X", "长春市财政局")).isEqualTo("长财");
        assertThat(OrganCodes.of("X", "沈阳市人力资源和社会保障局")).isEqualTo("沈人社");
        assertThat(OrganCodes.of("X", "延边朝鲜族自治州教育局")).isEqualTo("延教");
        assertThat(OrganCodes.of("JL-FIN", "吉林省财政厅")).isEqualTo("吉财");
        assertThat(OrganCodes.of("JL-220200-FIN", "吉林市财政局")).isEqualTo("吉市财");
        assertThat(OrganCodes.of("JL-220200-HRSS", "吉林市人力资源和社会保障局")).isEqualTo("吉市人社");
        assertThat(OrganCodes.of("JL-220521-EDU", "通化县教育局")).isEqualTo("通县教");
        assertThat(OrganCodes.of("JL-220104-FIN", "长春市朝阳区财政局")).isEqualTo("长朝阳财");
    }

    @Test
    void noTwoDepartmentsNumberTheirDocumentsAlike() {
        var codes = jdbc
                .sql("select code from organization.organization where province = 'JL' and kind = 'DEPARTMENT'")
                .query(String.class)
                .list()
                .stream()
                .map(organization -> OrganCodes.of(organization, organizations.name(organization)))
                .toList();

        assertThat(codes).hasSizeGreaterThan(200).doesNotHaveDuplicates();
    }

    @Test
    void aLongTitleIsCutIntoLinesOfLikeLength() {
        assertThat(OfficialText.titleLines("关于试点的批复")).containsExactly("关于试点的批复");
        assertThat(OfficialText.titleLines("吉林省财政厅关于投资设立智能制造校办工厂有关事项的批复"))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).hasSizeBetween(11, 16));
    }
}
