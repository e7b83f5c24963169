package rongtong.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as people hand them in, good ones and bad ones. */
public final class Papers {

    public static final byte[] PDF =
            latin("%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF");
    public static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    public static final byte[] PROGRAM =
            latin("MZ\u0090\0\3\0\0\0\4\0\0\0\u00ff\u00ff\0\0This program cannot be run in DOS mode");

    private static final String TYPES =
            "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";

    private Papers() {}

    public static byte[] docx() {
        return zip(Map.of("[Content_Types].xml", TYPES, "word/document.xml", "<w:document/>"));
    }

    public static byte[] docxWithMacros() {
        return zip(Map.of("[Content_Types].xml", TYPES, "word/vbaProject.bin", "macro"));
    }

    public static byte[] docxWithRemoteTemplate() {
        return zip(
                Map.of(
                        "[Content_Types].xml",
                        TYPES,
                        "word/_rels/settings.xml.rels",
                        "<Relationship Type=\"…/attachedTemplate\" Target=\"http://elsewhere/x.dotm\" TargetMode=\"External\"/>"));
    }

    /** Small, but each of its lists of relations unpacks to megabytes. */
    static byte[] bombOfLists() {
        var entries = new HashMap<>(Map.of("[Content_Types].xml", TYPES, "word/document.xml", "<w:document/>"));
        for (int i = 0; i < 40; i++) {
            entries.put("word/%d/_rels/settings.xml.rels".formatted(i), " ".repeat(1_000_000));
        }
        return zip(entries);
    }

    static byte[] zip(Map<String, String> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** An old office file as far as it is looked at. */
    public static byte[] doc(String streamName) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(latin("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1"));
        bytes.writeBytes(new byte[100_000]);
        bytes.writeBytes(streamName.getBytes(StandardCharsets.UTF_16LE));
        bytes.writeBytes(new byte[1_000]);
        return bytes.toByteArray();
    }

    public static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
