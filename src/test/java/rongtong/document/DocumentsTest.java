package rongtong.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.RongtongTest;
import rongtong.document.IssuedDocument.State;
import rongtong.document.print.Printer;
import rongtong.document.ui.DocumentList;
import rongtong.shared.Auditable;
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

    @Autowired
    TransactionTemplate transaction;

    final List<Object> events = Collections.synchronizedList(new ArrayList<>());
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
        return new Documents(jdbc, with, beans.getBeanProvider(AttachmentAccess.class), publisher(), clock);
    }

    ApplicationEventPublisher publisher() {
        return events::add;
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

    void assumeFonts() {
        assumeTrue(printer.hasFonts(), "no Chinese font here: fonts-noto-cjk");
    }

    static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    static String textOf(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void everyVersionIsKept() throws Exception {
        assumeFonts();
        var first = issue(documents, "第一条　初稿");
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
        assumeFonts();
        var waiting = issue(fontless, "第一条　当日文本");
        assertThat(fontless.print(waiting.id())).isFalse();

        assertThat(documents.held()).contains(waiting.id());
        assertThat(documents.print(waiting.id())).isTrue();
        assertThat(documents.print(waiting.id())).isFalse();

        var printed = documents.get(waiting.id());
        assertThat(printed.state()).isEqualTo(State.ISSUED);
        assertThat(printed.issuedAt()).isEqualTo(waiting.issuedAt());
        assertThat(printed.size()).isPositive();
        assertThat(textOf(documents.pdf(waiting.id()))).contains("当日文本");
    }

    @Test
    void issuingFixesTheTextAndPrintsNothing() throws Exception {
        assumeFonts();
        var document = issue(documents, "第一条　当日文本");

        assertThat(document.state()).isEqualTo(State.TO_PRINT);
        assertThat(document.sha256()).isEmpty();
        var text = jdbc.sql("select text from document.issued_document where id = ?")
                .param(document.id())
                .query(String.class)
                .single();
        assertThat(document.textSha256()).isEqualTo(sha256(text.getBytes(StandardCharsets.UTF_8)));
        for (var change : List.of("text = 'x'", "text_sha256 = repeat('0', 64)", "issued_at = now()")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> jdbc.sql("update document.issued_document set " + change + " where id = ?")
                            .param(document.id())
                            .update());
        }
    }

    @Test
    void whoReadsFirstPrintsAndTheHashIsThatOfTheFile() throws Exception {
        assumeFonts();
        var document = issue(documents, "第一条　当日文本");

        var pdf = documents.pdf(document.id());

        var printed = documents.get(document.id());
        assertThat(printed.state()).isEqualTo(State.ISSUED);
        assertThat(printed.sha256()).isEqualTo(sha256(pdf));
        assertThat(printed.textSha256()).isEqualTo(document.textSha256());
        assertThat(events)
                .extracting(event -> ((Auditable) event).action())
                .containsExactly("DOCUMENT.ISSUED", "DOCUMENT.PRINTED");
        assertThat(((Auditable) events.getLast()).detail())
                .containsEntry("sha256", sha256(pdf))
                .containsEntry("textSha256", document.textSha256());
    }

    @Test
    void theTextGivesTheSamePdfWheneverItIsPrinted() {
        assumeFonts();
        var document = issue(documents, "第一条　当日文本");
        var text = jdbc.sql("select text from document.issued_document where id = ?")
                .param(document.id())
                .query(String.class)
                .single();

        assertThat(printer.print(text, document.title(), document.issuedAt()))
                .hasValueSatisfying(again -> assertThat(again).isEqualTo(documents.pdf(document.id())));
    }

    @Test
    void ofTwoReadersAtOnceOnePrints() throws Exception {
        assumeFonts();
        var document = issue(documents, "第一条　当日文本");
        try (var readers = Executors.newFixedThreadPool(4)) {
            var together = new CyclicBarrier(4);
            var read = readers.invokeAll(Collections.nCopies(4, () -> {
                together.await();
                return transaction.execute(status -> documents.pdf(document.id()));
            }));

            var first = read.getFirst().get();
            for (var each : read) {
                assertThat(each.get()).isEqualTo(first);
            }
        }
        assertThat(events).filteredOn(DocumentPrinted.class::isInstance).hasSize(1);
    }

    @Test
    void whatWasBeingPrintedWhenTheMachineStoppedIsPrintedByTheNext() throws Exception {
        assumeFonts();
        var document = issue(documents, "第一条　当日文本");
        transaction.executeWithoutResult(stopped -> {
            assertThat(documents.print(document.id())).isTrue();
            stopped.setRollbackOnly();
        });

        assertThat(documents.get(document.id()).state()).isEqualTo(State.TO_PRINT);
        while (documents.get(document.id()).state() == State.TO_PRINT) {
            transaction.executeWithoutResult(status -> documents.printNext());
        }
        assertThat(sha256(documents.pdf(document.id())))
                .isEqualTo(documents.get(document.id()).sha256());
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
        assumeFonts();
        var document = issue(documents, "第一条");

        assertThat(new DocumentList(documents, texts, caseId).getElement().getOuterHTML())
                .contains("装备制造校企联盟章程", "/files/documents/" + document.id());
    }
}
