package rongtong.document.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrinterTest {

    static final Instant NOW = Instant.parse("2026-06-01T02:00:00Z");
    static final String LONG_ARTICLE =
            "第一条　本联盟由辽宁省内装备制造企业、高等学校、职业学校和科研机构按照“平等自愿、优势互补、互利共赢”的原则组成，以服务全面振兴为目标，推进产教融合、校企合作（含在孵项目）。";

    final Printer printer = new Printer(List.of());

    static Map<String, Object> charter(String article) {
        return Map.of(
                "title", "辽宁省装备制造校企联盟章程",
                "note", "2026年6月1日理事会表决通过",
                "chapters",
                        List.of(
                                Map.of("heading", "第一章　总则", "text", article),
                                Map.of("heading", "第二章　联盟成员", "text", (LONG_ARTICLE + "\n").repeat(30))),
                "signatories", List.of("沈阳工业大学", "沈阳鼓风机集团股份有限公司"),
                "issuedOn", "2026年6月1日");
    }

    byte[] print(Map<String, Object> model) {
        var printed = printer.print(printer.fill("charter", model), "章程", NOW);
        assumeTrue(printed.isPresent(), "no Chinese font here: fonts-noto-cjk");
        return printed.orElseThrow();
    }

    @Nested
    class WithTheFontsOfThisMachine {

        @Test
        void theTextCanBeReadBack() throws IOException {
            var text = textOf(print(charter(LONG_ARTICLE)));

            assertThat(text).contains("辽宁省装备制造校企联盟章程", "第一章　总则", "沈阳鼓风机集团股份有限公司", "— 2 —");
            assertThat(text.replaceAll("\\s", "")).contains(LONG_ARTICLE.replaceAll("\\s", ""));
        }

        @Test
        void everyFontIsEmbedded() throws IOException {
            try (var pdf = Loader.loadPDF(print(charter(LONG_ARTICLE)))) {
                assertThat(fontsOf(pdf))
                        .isNotEmpty()
                        .allSatisfy(font ->
                                assertThat(font.isEmbedded()).as(font.getName()).isTrue());
            }
        }

        @Test
        void pagesAreA4() throws IOException {
            try (var pdf = Loader.loadPDF(print(charter(LONG_ARTICLE)))) {
                var page = pdf.getPage(0).getMediaBox();

                assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
                assertThat(page.getWidth()).isBetween(595f, 596f);
                assertThat(page.getHeight()).isBetween(841f, 842.5f);
            }
        }

        @Test
        void theSameTextGivesTheSameBytes() {
            assertThat(print(charter(LONG_ARTICLE))).isEqualTo(print(charter(LONG_ARTICLE)));
        }

        @Test
        void charactersHaveTheirShape() throws IOException {
            try (var pdf = Loader.loadPDF(print(charter("一一一一一一一一一一")))) {
                var image = new PDFRenderer(pdf).renderImageWithDPI(0, 72);

                var dark = 0;
                for (int x = 0; x < image.getWidth(); x++) {
                    for (int y = 0; y < image.getHeight(); y++) {
                        dark += (image.getRGB(x, y) & 255) < 128 ? 1 : 0;
                    }
                }
                assertThat(dark).isBetween(2_000, 60_000);
            }
        }

        @Test
        void typedMarkupIsText() throws IOException {
            var typed = "<script>alert(1)</script> & <b>粗体</b> \u0001 {{title}}";

            assertThat(textOf(print(charter(typed)))).contains("<script>alert(1)</script> & <b>粗体</b>", "{{title}}");
        }

        @Test
        void rareCharactersOfNamesArePrinted() throws IOException {
            assertThat(textOf(print(charter("王㛃、李𠅤、赵喆")))).contains("㛃", "喆");
        }
    }

    @Test
    void withoutAChineseFontThereIsNoPdf(@TempDir Path empty) {
        var fontless = new Printer(List.of(empty));

        assertThat(fontless.print(fontless.fill("charter", charter(LONG_ARTICLE)), "章程", NOW))
                .isEmpty();
    }

    @Test
    void fontsThatCannotBeReadArePassedOver(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("broken.ttc"), new byte[2_000_000]);
        Files.write(folder.resolve("broken.otf"), new byte[2_000_000]);

        assertThat(new Printer(List.of(folder)).print("<html/>", "章程", NOW)).isEmpty();
    }

    @Test
    void aGapThatStaysOpenIsAnError() {
        var incomplete = new HashMap<>(charter(LONG_ARTICLE));
        incomplete.remove("title");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> printer.fill("charter", incomplete))
                .withMessageContaining("title");
    }

    static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static List<PDFont> fontsOf(PDDocument pdf) throws IOException {
        var fonts = new ArrayList<PDFont>();
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                fonts.add(page.getResources().getFont(name));
            }
        }
        return fonts;
    }
}
