package rongtong.document;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rongtong.document.IssuedDocument.State;
import rongtong.document.print.Printer;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.RuleViolation;

/**
 * Issues documents of cases and keeps every version. Issuing fixes the text; the PDF is printed from it afterwards, once,
 * so that nothing that holds others up (a number's series, a batch of thousands) waits for the printer. The same text gives
 * the same PDF, and the hashes of both are sealed in the audit trail.
 */
@Service
@Transactional
public class Documents {

    /** The Debian package with Chinese fonts that is asked for where there is none. */
    public static final String FONT_PACKAGE = "fonts-noto-cjk";

    private static final Logger log = LoggerFactory.getLogger(Documents.class);

    private static final String COLUMNS =
            "d.id, d.case_id, d.kind, d.title, d.version, d.state, d.issued_at, d.size, d.sha256, d.text_sha256";

    private static final String WAITING =
            "select id, title, state, text, text_sha256, issued_at from document.issued_document ";

    private final JdbcClient jdbc;
    private final Printer printer;
    private final ObjectProvider<AttachmentAccess> access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Documents(
            JdbcClient jdbc,
            Printer printer,
            ObjectProvider<AttachmentAccess> access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.printer = printer;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Where a document is going to stand among those of its case. */
    public record Place(UUID caseId, String kind, int version) {}

    /** A document as it came out of the printer. */
    private record Print(State state, byte @Nullable [] pdf) {

        long size() {
            return pdf == null ? 0 : pdf.length;
        }

        String sha256() {
            return pdf == null ? "" : hash(pdf);
        }
    }

    private record Waiting(UUID id, String title, State state, String text, String textSha256, Instant issuedAt) {}

    /**
     * Issues a document in the caller's transaction; another one of the same kind becomes the next version. Its PDF is printed
     * later. Where this machine has no Chinese font, the document waits for one and the case goes on.
     *
     * @param kind such as {@code minutes}, {@code ballot-record}, {@code charter}; its name for people is the text
     *     {@code document.kind.<kind>}
     * @param title as it stands in lists and in the PDF's title
     * @param template name of a file in {@code resources/documents}, without {@code .html}
     * @param model what fills the template's gaps: texts, numbers, flags, lists, maps and records of these
     * @throws IllegalArgumentException if there is no such template or the model lacks something it names
     */
    public IssuedDocument issue(UUID caseId, String kind, String title, String template, Map<String, ?> model) {
        return issue(place(caseId, kind), title, template, model);
    }

    /** The same in a place that was taken before, for those who can fill the gaps only at the last moment. */
    public IssuedDocument issue(Place place, String title, String template, Map<String, ?> model) {
        var text = printer.fill(template, model);
        var document = new IssuedDocument(
                UUID.randomUUID(),
                place.caseId(),
                place.kind(),
                title,
                place.version(),
                printer.hasFonts() ? State.TO_PRINT : State.WAITING_FOR_FONT,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                0,
                "",
                hash(text.getBytes(StandardCharsets.UTF_8)));
        jdbc.sql("""
                        insert into document.issued_document
                            (id, case_id, kind, title, version, state, text, text_sha256, issued_at)
                        values (:id, :case, :kind, :title, :version, :state, :text, :textSha256, :issuedAt)
                        """)
                .param("id", document.id())
                .param("case", place.caseId())
                .param("kind", place.kind())
                .param("title", title)
                .param("version", document.version())
                .param("state", document.state().name())
                .param("text", text)
                .param("textSha256", document.textSha256())
                .param("issuedAt", Timestamp.from(document.issuedAt()))
                .update();
        events.publishEvent(new DocumentIssued(document.id(), place.caseId(), title, document.textSha256()));
        return document;
    }

    /** All versions of all documents of a case, newest first; empty if the person at work may not see the case. */
    @Transactional(readOnly = true)
    public List<IssuedDocument> of(UUID caseId) {
        if (!mayRead(caseId)) {
            return List.of();
        }
        return jdbc.sql("select " + COLUMNS + """
                         from document.issued_document d
                        where d.case_id = :case
                        order by d.issued_at desc, d.kind, d.version desc
                        """)
                .param("case", caseId)
                .query(IssuedDocument.class)
                .list();
    }

    /** The newest version, for modules that publish it or build on it: does not ask who is at work. */
    @Transactional(readOnly = true)
    public Optional<IssuedDocument> newest(UUID caseId, String kind) {
        return jdbc.sql("select " + COLUMNS + """
                         from document.issued_document d
                        where d.case_id = :case and d.kind = :kind
                        order by d.version desc
                        limit 1
                        """)
                .param("case", caseId)
                .param("kind", kind)
                .query(IssuedDocument.class)
                .optional();
    }

    /** @throws NotFound if there is none, or the person at work may not see it */
    @Transactional(readOnly = true)
    public IssuedDocument get(UUID id) {
        return find(id).filter(document -> isPublished(id) || mayRead(document.caseId()))
                .orElseThrow(() -> new NotFound("document", id));
    }

    /**
     * A document that everybody may read.
     *
     * @throws NotFound if there is none, or it has not been published
     */
    @Transactional(readOnly = true)
    public IssuedDocument published(UUID id) {
        return find(id).filter(document -> isPublished(id)).orElseThrow(() -> new NotFound("document", id));
    }

    /** Lets everybody read this version from now on, in the caller's transaction. Doing it twice is harmless. */
    public void publish(UUID id) {
        jdbc.sql("""
                        update document.issued_document
                        set published_at = coalesce(published_at, :now)
                        where id = :id
                        """)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * The PDF. One that was not printed yet is printed now, if that is possible; of two readers at once one prints.
     *
     * @throws NotFound if there is none, or the person at work may not see it
     * @throws RuleViolation while the document waits for a font; names the package to install
     */
    public byte[] pdf(UUID id) {
        return pdf(get(id));
    }

    /**
     * The same for modules that know by themselves who may read it, such as by a private link: does not ask who is at work.
     *
     * @throws RuleViolation as {@link #pdf(UUID)}
     */
    public byte[] pdf(IssuedDocument document) {
        var id = document.id();
        if (document.state() != State.ISSUED) {
            waiting(id).ifPresent(this::print);
        }
        return jdbc.sql("select content from document.issued_document where id = :id")
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getBytes("content")))
                .single()
                .orElseThrow(
                        () -> new RuleViolation(problem(find(id).orElseThrow().state())));
    }

    /** What to tell people about a document that cannot be read yet. */
    public Message problem(State state) {
        return state == State.WAITING_FOR_FONT
                ? Message.of("document.waiting-for-font", FONT_PACKAGE)
                : Message.of("document.printing-failed");
    }

    /**
     * Prints the document that has waited longest for its turn and that nobody else prints now.
     *
     * @return whether there was one
     */
    public boolean printNext() {
        var next = jdbc.sql(WAITING + "where state = 'TO_PRINT' order by issued_at limit 1 for update skip locked")
                .query(Waiting.class)
                .optional();
        next.ifPresent(this::print);
        return next.isPresent();
    }

    /** Documents that could not be printed, for want of a font or another reason, to be tried again. */
    @Transactional(readOnly = true)
    public List<UUID> held() {
        return jdbc.sql("""
                        select id from document.issued_document
                        where state in ('WAITING_FOR_FONT', 'PRINTING_FAILED') order by issued_at
                        """).query(UUID.class).list();
    }

    /** Prints a document unless it has been printed or somebody does so now. @return whether it was printed */
    public boolean print(UUID id) {
        return jdbc.sql(WAITING + "where id = :id and state <> 'ISSUED' for update skip locked")
                .param("id", id)
                .query(Waiting.class)
                .optional()
                .filter(this::print)
                .isPresent();
    }

    private Optional<IssuedDocument> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from document.issued_document d where d.id = :id")
                .param("id", id)
                .query(IssuedDocument.class)
                .optional();
    }

    private Optional<Waiting> waiting(UUID id) {
        return jdbc.sql(WAITING + "where id = :id and state <> 'ISSUED' for update")
                .param("id", id)
                .query(Waiting.class)
                .optional();
    }

    private boolean print(Waiting document) {
        var print = printed(document);
        jdbc.sql("""
                        update document.issued_document
                        set state = :state, content = :content, size = :size, sha256 = :sha256
                        where id = :id
                        """)
                .param("id", document.id())
                .param("state", print.state().name())
                .param("content", print.pdf())
                .param("size", print.size())
                .param("sha256", print.sha256())
                .update();
        if (print.state() != State.ISSUED) {
            return false;
        }
        events.publishEvent(new DocumentPrinted(
                document.id(),
                document.title(),
                print.sha256(),
                document.textSha256(),
                document.state() != State.TO_PRINT));
        return true;
    }

    /** One that cannot be printed must not hold up those behind it: it waits aside, and is tried again. */
    private Print printed(Waiting document) {
        try {
            return printer.print(document.text(), document.title(), document.issuedAt())
                    .map(pdf -> new Print(State.ISSUED, pdf))
                    .orElseGet(() -> new Print(State.WAITING_FOR_FONT, null));
        } catch (RuntimeException failed) {
            log.error("A document could not be printed and will be tried again", failed);
            return new Print(State.PRINTING_FAILED, null);
        }
    }

    /** Takes the place of the next version, in the caller's transaction; whoever issues the same waits until it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Place place(UUID caseId, String kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 0))")
                .param("what", "document " + caseId + " " + kind)
                .query((row, number) -> true)
                .single();
        return new Place(
                caseId, kind, newest(caseId, kind).map(IssuedDocument::version).orElse(0) + 1);
    }

    private boolean isPublished(UUID id) {
        return jdbc.sql("select published_at is not null from document.issued_document where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static String hash(byte[] content) {
        return HexFormat.of().formatHex(Received.sha256Digest().digest(content));
    }

    private boolean mayRead(UUID caseId) {
        return access.stream().anyMatch(rule -> rule.mayRead(caseId));
    }
}
