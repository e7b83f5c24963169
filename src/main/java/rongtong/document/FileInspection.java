package rongtong.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * Looks into a file before it is kept: its content must be what its name says, and nothing in it may run by itself when
 * a colleague opens it.
 */
final class FileInspection {

    private static final Tika TIKA = new Tika();
    private static final int HEAD_IN_BYTES = 64 * 1024;
    /** All that is unpacked of one file; lists of that size are no lists but a bomb. */
    private static final int LARGEST_LISTS_IN_BYTES = 8 * 1024 * 1024;

    private static final int MOST_ENTRIES = 20_000;

    /** What Tika calls programs and scripts, or parts of the names. */
    private static final List<String> PROGRAMS = List.of(
            "x-msdownload",
            "x-dosexec",
            "executable",
            "x-elf",
            "sharedlib",
            "x-object",
            "mach-o",
            "java-archive",
            "java-vm",
            "x-sh",
            "x-bat",
            "javascript",
            "x-python",
            "x-perl",
            "x-ms-installer",
            "x-msi",
            "android",
            "x-ms-shortcut",
            "hta");

    private static final List<String> PAGES = List.of("html", "svg", "xhtml");
    private static final List<String> MARKUP = List.of("<script", "<svg", "<html");

    /** Names in a PDF that make readers run something. */
    private static final List<String> ACTIVE_PDF = List.of("/JavaScript", "/Launch");

    /** Name of the stream in which old office documents keep macros. */
    private static final List<String> OLD_MACROS = List.of("_VBA_PROJECT");

    private final AcceptedName name;
    private final Path file;
    private int unpacked;

    FileInspection(AcceptedName name, Path file) {
        this.name = name;
        this.file = file;
    }

    /** What the file is. @throws RuleViolation with the reason why it is not kept */
    String mediaType() throws IOException {
        var head = head();
        var found = TIKA.detect(head);
        refuseIfLike(found, PROGRAMS, "document.attachment.program");
        refuseIfLike(found, PAGES, "document.attachment.page");
        if (found.startsWith("text/") || found.endsWith("xml")) {
            refuseIfLike(
                    new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT),
                    MARKUP,
                    "document.attachment.page");
        }
        switch (name.kind().container()) {
            case PLAIN -> inspectPlain(found);
            case TEXT -> inspectText(found);
            case OFFICE_OPEN -> inspectOfficeOpen();
            case COMPOUND -> inspectCompound(found);
            case FIXED_LAYOUT -> inspectFixedLayout();
        }
        return name.kind().mediaType();
    }

    private byte[] head() throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_IN_BYTES);
        }
    }

    private void inspectPlain(String found) throws IOException {
        require(found.equals(name.kind().mediaType()), found);
        if (name.kind() == FileKind.PDF && contains(ACTIVE_PDF, StandardCharsets.ISO_8859_1)) {
            refuse("document.attachment.active");
        }
    }

    /** Text in whatever encoding (GBK too) has no zero bytes unless it says that it is UTF-16. */
    private void inspectText(String found) throws IOException {
        var start = new String(head(), StandardCharsets.ISO_8859_1);
        var saysUtf16 = start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff");
        var text = found.startsWith("text/") || found.startsWith("message/");
        require(
                text
                        || found.equals("application/octet-stream")
                                && start.chars().noneMatch(FileInspection::isBinary),
                found);
        require(saysUtf16 || !contains(List.of("\0"), StandardCharsets.ISO_8859_1), found);
    }

    private static boolean isBinary(int character) {
        return character < ' ' && "\t\n\f\r\u001b".indexOf(character) < 0;
    }

    private void inspectOfficeOpen() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            require(zip.size() <= MOST_ENTRIES, "ZIP");
            var types = textOf(zip, "[Content_Types].xml");
            require(types.contains(name.kind().mediaType() + ".main+xml"), "ZIP");
            if (types.toLowerCase(Locale.ROOT).contains("macroenabled") || types.contains("vbaProject")) {
                refuse("document.attachment.macros");
            }
            for (var entry : zip.stream().toList()) {
                var path = entry.getName().toLowerCase(Locale.ROOT);
                if (path.endsWith("vbaproject.bin") || path.contains("macrosheets/")) {
                    refuse("document.attachment.macros");
                }
                if (path.matches(".*\\.(exe|dll|bat|cmd|com|scr|js|vbs|ps1|jar|lnk|hta|msi)")) {
                    refuse("document.attachment.program");
                }
                if (path.endsWith("settings.xml.rels")
                        && textOf(zip, entry.getName()).contains("attachedTemplate")) {
                    refuse("document.attachment.active");
                }
            }
        } catch (ZipException none) {
            refuseAsOther(TIKA.detect(head()));
        }
    }

    private void inspectCompound(String found) throws IOException {
        require(Set.of("application/x-tika-msoffice", name.kind().mediaType()).contains(found), found);
        if (contains(OLD_MACROS, StandardCharsets.UTF_16LE)) {
            refuse("document.attachment.macros");
        }
    }

    private void inspectFixedLayout() throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            require(zip.size() <= MOST_ENTRIES && zip.getEntry("OFD.xml") != null, "ZIP");
        } catch (ZipException none) {
            refuseAsOther(TIKA.detect(head()));
        }
    }

    private String textOf(ZipFile zip, String path) throws IOException {
        var entry = zip.getEntry(path);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            var text = in.readNBytes(LARGEST_LISTS_IN_BYTES - unpacked);
            unpacked += text.length;
            require(unpacked < LARGEST_LISTS_IN_BYTES, "ZIP");
            return new String(text, StandardCharsets.UTF_8);
        }
    }

    /** Whether one of the words stands anywhere in the file, also across the borders of the pieces that are read. */
    private boolean contains(List<String> words, Charset encoding) throws IOException {
        var wanted = words.stream()
                .map(word -> new String(word.getBytes(encoding), StandardCharsets.ISO_8859_1))
                .toList();
        var overlap = wanted.stream().mapToInt(String::length).max().orElse(1) - 1;
        try (var in = Files.newInputStream(file)) {
            var before = "";
            for (var piece = in.readNBytes(HEAD_IN_BYTES); piece.length > 0; piece = in.readNBytes(HEAD_IN_BYTES)) {
                var text = before + new String(piece, StandardCharsets.ISO_8859_1);
                if (wanted.stream().anyMatch(text::contains)) {
                    return true;
                }
                before = text.substring(Math.max(0, text.length() - overlap));
            }
            return false;
        }
    }

    private void refuseIfLike(String found, List<String> parts, String reason) {
        if (parts.stream().anyMatch(found::contains)) {
            refuse(reason);
        }
    }

    private void require(boolean asPromised, String found) {
        if (!asPromised) {
            refuseAsOther(found);
        }
    }

    private void refuseAsOther(String found) {
        throw new RuleViolation(Message.of("document.attachment.other-content", name.name(), found));
    }

    private void refuse(String reason) {
        throw new RuleViolation(Message.of(reason, name.name()));
    }
}
