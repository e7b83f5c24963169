package rongtong.document.print;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Prints documents as PDF with the Chinese fonts of this machine, which are embedded. The same text at the same moment
 * gives the same bytes.
 */
public final class Printer {

    /** The part of a document that stands at the foot of its last page, and the gap above it that grows. */
    private static final String FOOT = "page-foot";

    private static final String FOOT_GAP = "id=\"page-foot-gap\" style=\"height: 0\"";

    /** The only address that is followed: it leads nowhere. */
    private static final String IMAGE_IN_THE_TEXT = "data:image/png;base64,";

    /** An address to be drawn; in base64, so that it is the same in the text and out of it. */
    private static final Pattern QR_CODE = Pattern.compile("src=\"qr:([A-Za-z0-9_-]+)\"");

    static {
        // it has a handler of its own and would tell of each document, step by step, past the settings of the log
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.SEVERE));
    }

    private final List<Path> fontFolders;
    private final Templates templates = new Templates();
    private volatile Optional<Typefaces> typefaces = Optional.empty();

    /** @param fontFolders where fonts are looked for; if empty, the usual places of Linux, macOS and Windows */
    public Printer(List<Path> fontFolders) {
        this.fontFolders = fontFolders.isEmpty() ? FontFiles.usualFolders() : fontFolders;
    }

    /** What stands in a template as the source of an image that is a QR code; it is drawn when the document is printed. */
    public static String qrCode(String address) {
        return "qr:" + Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
    }

    /** Fills the template. @throws IllegalArgumentException if there is no such template or a gap stays open */
    public String fill(String template, Map<String, ?> model) {
        return templates.fill(template, model);
    }

    /** Whether this machine has a Chinese font, without which nothing is printed. */
    public boolean hasFonts() {
        return typefaces().isPresent();
    }

    /**
     * Nothing if this machine has no Chinese font.
     *
     * @param xhtml a filled template
     * @param title for the title bar of readers
     * @param at stands in the PDF as the moment of its making
     */
    public Optional<byte[]> print(String xhtml, String title, Instant at) {
        return typefaces().map(fonts -> pdf(fonts, drawn(xhtml), title, at));
    }

    /** Looks again as long as there is none, so that an installed font is found without a restart. */
    private synchronized Optional<Typefaces> typefaces() {
        if (typefaces.isEmpty()) {
            typefaces = Typefaces.below(fontFolders);
        }
        return typefaces;
    }

    private static byte[] pdf(Typefaces fonts, String xhtml, String title, Instant at) {
        var bytes = new ByteArrayOutputStream();
        try (var renderer = renderer(fonts, footed(fonts, xhtml), bytes)) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            var document = renderer.getPdfDocument();
            var about = document.getDocumentInformation();
            var moment = GregorianCalendar.from(at.atZone(ZoneId.of("Asia/Shanghai")));
            about.setTitle(title);
            about.setCreationDate(moment);
            about.setModificationDate(moment);
            about.setCustomMetadataValue("Typefaces", fonts.description());
            document.setDocumentId(at.toEpochMilli());
            document.save(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException("The document \"%s\" could not be printed".formatted(title), failed);
        }
        return bytes.toByteArray();
    }

    private static String drawn(String xhtml) {
        return QR_CODE.matcher(xhtml).replaceAll(address -> {
            var plain = new String(Base64.getUrlDecoder().decode(address.group(1)), StandardCharsets.UTF_8);
            return "src=\"" + IMAGE_IN_THE_TEXT + QrCode.png(plain) + "\"";
        });
    }

    private static PdfBoxRenderer renderer(Typefaces fonts, String xhtml, OutputStream target) {
        var builder = new PdfRendererBuilder()
                .withHtmlContent(xhtml, null)
                .toStream(target)
                .withProducer("Rongtong")
                .useExternalResourceAccessControl(
                        (address, kind) -> address.startsWith(IMAGE_IN_THE_TEXT),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withDiagnosticConsumer(diagnostic -> {});
        var used = characters(xhtml);
        for (var face : Face.values()) {
            FSSupplier<InputStream> supplier = () -> new ByteArrayInputStream(EmbeddedFont.of(fonts.font(face), used));
            builder.useFont(supplier, face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        return builder.buildPdfRenderer();
    }

    /**
     * Style sheets cannot say "at the foot of the last page", where the standard wants the imprint (版记). So such a
     * document is laid out once to see how much room is left above its foot.
     */
    private static String footed(Typefaces fonts, String xhtml) {
        if (!xhtml.contains(FOOT_GAP)) {
            return xhtml;
        }
        try (var renderer = renderer(fonts, xhtml, OutputStream.nullOutputStream())) {
            renderer.layout();
            var foot = renderer.getSharedContext().getBoxById(FOOT);
            var lastPage = renderer.getRootBox().getLayer().getPages().getLast();
            var gap = (lastPage.getBottom() - foot.getAbsY() - foot.getHeight() - 1) / renderer.getDotsPerPoint();
            return gap <= 0
                    ? xhtml
                    : xhtml.replace(FOOT_GAP, FOOT_GAP.replace("0\"", String.format(Locale.ROOT, "%.2fpt\"", gap)));
        }
    }

    /** All that stands in the text, and what the style sheet may add (numbers of pages, bullets). */
    private static SortedSet<Integer> characters(String xhtml) {
        var characters = new TreeSet<Integer>();
        IntStream.rangeClosed(' ', '~').forEach(characters::add);
        xhtml.codePoints()
                .filter(codePoint -> !Character.isISOControl(codePoint))
                .forEach(characters::add);
        return characters;
    }
}
