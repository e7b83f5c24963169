package rongtong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import rongtong.RongtongTest;
import rongtong.document.IssuedDocument.State;
import rongtong.document.print.Printer;
import rongtong.document.ui.DocumentList;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;
import rongtong.shared.Texts;

@RongtongTest
class DocumentsTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Printer printer;

    @Autowired
    Texts texts;

    @Autowired
    Clock clock;

    @TempDir
    Path noFonts;

    final UUID caseId = UUID.randomUUID();
    final Set<UUID> visibleCases = new HashSet<>(Set.of(caseId));

    Documents documents;
    Documents fontless;

    @BeforeEach
    void connect() {
        documents = documents(printer);
        fontless = documents(new Printer(List.of(noFonts)));
    }

    Documents documents(Printer with) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("access", (AttachmentAccess) visibleCases::contains);
        return new Documents(jdbc, with, beans.getBeanProvider(AttachmentAccess.class), event -> {}, clock);
    }

    static Map<String, Object> charter(String article) {
        return Map.of(
                "title",
                "装备制造校企联盟章程",
                "note",
                "",
                "chapters",
                List.of(Map.of("heading", "第一章　总则", "text", article)),
                "signatories",
                List.of(),
                "issuedOn",
                "2026年6月1日");
    }

    IssuedDocument issue(Documents with, String article) {
        return with.issue(caseId, "charter", "装备制造校企联盟章程", "charter", charter(article));
    }

    static String textOf(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyVersionIsKept() throws Exception {
        var first = issue(documents, "第一条　初稿");
        assumeTrue(first.state() == State.ISSUED, "no Chinese font here: fonts-noto-cjk");
        var second = issue(documents, "第一条　修改稿");

        assertThat(documents.of(caseId)).containsExactlyInAnyOrder(first, second);
        assertThat(second.version()).isEqualTo(2);
        assertThat(documents.newest(caseId, "charter")).contains(second);
        assertThat(textOf(documents.pdf(first.id()))).contains("初稿");
        assertThat(textOf(documents.pdf(second.id()))).contains("修改稿");
    }

    @Test
    void withoutAChineseFontTheCaseGoesOnAndTheDocumentNamesThePackage() {
        var document = issue(fontless, "第一条");

        assertThat(document.state()).isEqualTo(State.WAITING_FOR_FONT);
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> fontless.pdf(document.id()))
                .satisfies(refusal -> assertThat(texts.in(Locale.SIMPLIFIED_CHINESE, refusal.explanation()))
                        .contains("fonts-noto-cjk"));
        assertThat(new DocumentList(fontless, texts, caseId).getElement().getOuterHTML())
                .contains("fonts-noto-cjk");
    }

    @Test
    void whatWaitedIsPrintedOnceThereIsAFont() throws Exception {
        var waiting = issue(fontless, "第一条　当日文本");
        assertThat(fontless.renderWaiting()).isZero();

        assumeTrue(documents.renderWaiting() > 0, "no Chinese font here: fonts-noto-cjk");

        var printed = documents.get(waiting.id());
        assertThat(printed.state()).isEqualTo(State.ISSUED);
        assertThat(printed.issuedAt()).isEqualTo(waiting.issuedAt());
        assertThat(printed.size()).isPositive();
        assertThat(textOf(documents.pdf(waiting.id()))).contains("当日文本");
    }

    @Test
    void strangersToTheCaseSeeNothing() {
        var document = issue(documents, "第一条");
        visibleCases.clear();

        assertThat(documents.of(caseId)).isEmpty();
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> documents.get(document.id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> documents.pdf(document.id()));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> documents.published(document.id()));
    }

    @Test
    void whatIsPublishedIsForEverybody() {
        var document = issue(documents, "第一条");
        documents.publish(document.id());
        visibleCases.clear();

        assertThat(documents.published(document.id()).id()).isEqualTo(document.id());
    }

    @Test
    void theListOffersThePdfOfEachVersion() {
        var document = issue(documents, "第一条");
        assumeTrue(document.state() == State.ISSUED, "no Chinese font here: fonts-noto-cjk");

        assertThat(new DocumentList(documents, texts, caseId).getElement().getOuterHTML())
                .contains("装备制造校企联盟章程", "/files/documents/" + document.id());
    }
}
