package rongtong.document.official;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rongtong.document.DocumentNumbers;
import rongtong.document.DocumentSettings;
import rongtong.document.Documents;
import rongtong.document.official.OfficialDraft.Wording;
import rongtong.document.print.Printer;
import rongtong.shared.RuleViolation;

/**
 * The official documents that offices have issued. Issuing gives a number and fixes the text, in one transaction with the
 * step that asked for it; the PDF is printed from that text ({@link Documents}). Nothing changes them afterwards, which the
 * database sees to itself.
 */
@Service
@Transactional
public class OfficialRecords {

    private static final String FRAME = "official-document";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Width of the type area (版心) in points: 156 mm. */
    private static final double TYPE_AREA = 442.2;

    /** The name of the organ is set as large as it fits, and not larger than this. */
    private static final double LARGEST_ORGAN = 48;

    private static final double ORGAN_SPACING = 2;

    /** Characters of the type area's width that the day of issue keeps free on its right (右空四字). */
    private static final double DAY_INDENT = 4;

    private static final double DIGIT_WIDTH = 0.54;
    private static final int LONGEST_TITLE = 300;

    private static final String COLUMNS = """
            select d.id, d.case_id, d.kind, d.title, o.number, o.organ, o.organ_name, o.addressee, d.state, d.issued_at,
                   d.sha256, d.text_sha256, o.code
            from document.official_document o
            join document.issued_document d on d.id = o.id
            """;

    private final JdbcClient jdbc;
    private final Documents documents;
    private final DocumentNumbers numbers;
    private final OfficialTemplates templates;
    private final Printer printer;
    private final DocumentSettings settings;
    private final Clock clock;

    OfficialRecords(
            JdbcClient jdbc,
            Documents documents,
            DocumentNumbers numbers,
            OfficialTemplates templates,
            Printer printer,
            DocumentSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.numbers = numbers;
        this.templates = templates;
        this.printer = printer;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Issues a document in the caller's transaction, which keeps the numbers of the series to itself until it ends: to be
     * called late. Where this machine has no Chinese font it has its number and waits for its PDF; the case goes on.
     *
     * @throws rongtong.shared.NotFound if there is no such kind
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public OfficialDocument issue(OfficialDraft draft) {
        var kind = OfficialKind.of(draft.kind());
        var template = templates.current(draft.kind());
        var today = LocalDate.now(clock.withZone(ZONE));
        var wording = draft.wording() == null
                ? filled(new TemplateText(kind, template.text()), draft, today)
                : typed(draft.wording());
        var title = wording.title()
                .substring(0, Math.min(LONGEST_TITLE, wording.title().length()));
        var place = documents.place(draft.caseId(), draft.kind());
        var code = VerificationCode.next();
        // from here on whoever wants the next number of the series waits
        var number = numbers.next(OrganCodes.of(draft.organ(), draft.organName()), kind.series(), today.getYear())
                .text();
        var issued = documents.issue(place, title, FRAME, model(draft, wording, number, code, today));
        jdbc.sql("""
                        insert into document.official_document
                            (id, number, organ, organ_name, addressee, code, template_version)
                        values (:id, :number, :organ, :organName, :addressee, :code, :template)
                        """)
                .param("id", issued.id())
                .param("number", number)
                .param("organ", draft.organ())
                .param("organName", draft.organName())
                .param("addressee", draft.addressee())
                .param("code", code)
                .param("template", template.version())
                .update();
        return new OfficialDocument(
                issued.id(),
                issued.caseId(),
                issued.kind(),
                title,
                number,
                draft.organ(),
                draft.organName(),
                draft.addressee(),
                issued.state(),
                issued.issuedAt(),
                issued.sha256(),
                issued.textSha256(),
                code);
    }

    /** Title and text as the template words them now, to be edited: a paragraph a line. */
    @Transactional(readOnly = true)
    public Wording wording(OfficialDraft draft) {
        var text = new TemplateText(
                OfficialKind.of(draft.kind()), templates.current(draft.kind()).text());
        var filled = filled(text, draft, LocalDate.now(clock.withZone(ZONE)));
        return new Wording(filled.title(), OfficialText.typed(filled.body()));
    }

    /** The PDF that a draft would give: without number and code. Nothing where this machine has no Chinese font. */
    @Transactional(readOnly = true)
    public Optional<byte[]> preview(OfficialDraft draft) {
        var today = LocalDate.now(clock.withZone(ZONE));
        var wording = draft.wording() == null
                ? filled(
                        new TemplateText(
                                OfficialKind.of(draft.kind()),
                                templates.current(draft.kind()).text()),
                        draft,
                        today)
                : typed(draft.wording());
        return print(draft, wording, today);
    }

    /**
     * The PDF that a wording gives with sample facts, before it is kept.
     *
     * @throws RuleViolation at the field {@code text}, if the wording is not one that may be printed
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    @Transactional(readOnly = true)
    public Optional<byte[]> sample(String kind, String text) {
        var template = TemplateText.checked(OfficialKind.of(kind), text.replace("\r\n", "\n"));
        var facts = TemplateText.sample(template.kind());
        var draft = new OfficialDraft(
                new UUID(0, 0),
                kind,
                "",
                String.valueOf(facts.get("organ")),
                String.valueOf(facts.get("addressee")),
                facts,
                List.of(),
                List.of(),
                null);
        var today = LocalDate.now(clock.withZone(ZONE));
        return print(draft, template.fill(facts), today);
    }

    /** Does not ask who is at work: for modules that know. */
    @Transactional(readOnly = true)
    public Optional<OfficialDocument> find(UUID id) {
        return jdbc.sql(COLUMNS + "where d.id = :id")
                .param("id", id)
                .query(OfficialDocument.class)
                .optional();
    }

    /** The document with this number, if the code is the one printed on it. */
    @Transactional(readOnly = true)
    Optional<OfficialDocument> byCode(String number, String code) {
        return jdbc.sql(COLUMNS + "where o.number = :number")
                .param("number", number)
                .query(OfficialDocument.class)
                .optional()
                .filter(document -> VerificationCode.matches(document.code(), code));
    }

    /** The document whose PDF has this hash. */
    @Transactional(readOnly = true)
    Optional<OfficialDocument> byHash(String sha256) {
        return jdbc.sql(COLUMNS + "where d.sha256 = :sha256")
                .param("sha256", sha256)
                .query(OfficialDocument.class)
                .optional();
    }

    private Optional<byte[]> print(OfficialDraft draft, TemplateText.Filled wording, LocalDate day) {
        var kind = OfficialKind.of(draft.kind());
        var organ = OrganCodes.of(draft.organ(), draft.organName());
        var number = "%s%s〔%d〕　号".formatted(organ, kind.series(), day.getYear());
        return printer.print(
                printer.fill(FRAME, model(draft, wording, number, "", day)), wording.title(), clock.instant());
    }

    private static TemplateText.Filled filled(TemplateText template, OfficialDraft draft, LocalDate day) {
        var facts = new HashMap<String, Object>(draft.facts());
        facts.put("organ", draft.organName());
        facts.put("addressee", draft.addressee());
        facts.putIfAbsent("issuedOn", DAY.format(day));
        return template.fill(facts);
    }

    private static TemplateText.Filled typed(Wording wording) {
        return new TemplateText.Filled(
                wording.title().replaceAll("\\s+", " ").strip(), OfficialText.body(wording.body()));
    }

    private Map<String, Object> model(
            OfficialDraft draft, TemplateText.Filled wording, String number, String code, LocalDate day) {
        var issuedOn = DAY.format(day);
        var parts = OfficialText.beforeAndLastParagraph(wording.body());
        var model = new LinkedHashMap<String, Object>();
        model.put("title", wording.title());
        model.put("titleLines", OfficialText.titleLines(wording.title()));
        model.put("organ", draft.organName());
        model.put("organSize", size(draft.organName()));
        model.put("organIndent", indent(draft.organName(), issuedOn));
        model.put("number", number);
        model.put("addressee", draft.addressee());
        model.put("body", parts.getFirst());
        model.put("closing", parts.getLast());
        model.put("attachments", draft.attachments());
        model.put("hasAttachments", !draft.attachments().isEmpty());
        model.put("issuedOn", issuedOn);
        model.put("copies", draft.copies().isEmpty() ? false : String.join("，", draft.copies()));
        model.put("code", code.isEmpty() ? false : code);
        model.put("address", settings.publicAddress() + "/verify");
        model.put("qr", code.isEmpty() ? false : Printer.qrCode(address(number, code)));
        return model;
    }

    private String address(String number, String code) {
        return "%s/verify?number=%s&code=%s"
                .formatted(settings.publicAddress(), URLEncoder.encode(number, StandardCharsets.UTF_8), code);
    }

    /** So that the organ's name and 文件 stand on one line. */
    private static String size(String organ) {
        var characters = organ.length() + 2;
        var size = Math.min(LARGEST_ORGAN, TYPE_AREA / characters - ORGAN_SPACING);
        return String.format(Locale.ROOT, "%.1f", size);
    }

    /** The organ's name is centred over the day; a long one reaches further right. */
    private static String indent(String organ, String day) {
        return String.format(Locale.ROOT, "%.2f", Math.max(0, DAY_INDENT + (width(day) - width(organ)) / 2));
    }

    private static double width(String text) {
        return text.codePoints().mapToDouble(c -> c < 128 ? DIGIT_WIDTH : 1).sum();
    }
}
