package rongtong.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;

/**
 * Receives uploaded spreadsheets, and refuses what is none or what would only fill memory or disk: files that are too
 * large, that unpack to too much (zip bombs), that define entities.
 */
final class SheetGuard {

    static final long MOST_BYTES = 20L << 20;
    static final long MOST_UNPACKED_BYTES = 256L << 20;
    static final long MOST_SHARED_TEXT_BYTES = 48L << 20;
    private static final int MOST_PARTS = 1000;
    private static final int LONGEST_TEXT_BYTES = 1 << 20;

    private SheetGuard() {}

    /**
     * @return a file of the operating system's directory for such; the caller deletes it
     * @throws RuleViolation if the upload is refused
     */
    static Path receive(InputStream upload) throws IOException {
        var file = Files.createTempFile("ledger-", ".xlsx");
        try {
            copy(upload, file);
            inspect(file);
            return file;
        } catch (IOException | RuntimeException refused) {
            Files.delete(file);
            throw refused;
        }
    }

    private static void copy(InputStream upload, Path file) throws IOException {
        var buffer = new byte[1 << 16];
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            for (int read = upload.read(buffer); read >= 0; read = upload.read(buffer)) {
                size += read;
                if (size > MOST_BYTES) {
                    throw refused("ledger.import.too-large", MOST_BYTES >> 20);
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static void inspect(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("[Content_Types].xml") == null || zip.getEntry("xl/workbook.xml") == null) {
                throw refused("ledger.import.not-xlsx");
            }
            if (zip.size() > MOST_PARTS) {
                throw refused("ledger.import.bomb");
            }
            long unpacked = 0;
            for (var part : Collections.list(zip.entries())) {
                unpacked += unpackedSize(zip, part);
                if (unpacked > MOST_UNPACKED_BYTES) {
                    throw refused("ledger.import.bomb");
                }
            }
        } catch (ZipException noZip) {
            throw refused("ledger.import.not-xlsx");
        }
    }

    /** Counts what really comes out: the sizes in the directory of a hostile file say anything. */
    private static long unpackedSize(ZipFile zip, ZipEntry part) throws IOException {
        var name = part.getName().toLowerCase(Locale.ROOT);
        long most = name.endsWith("sharedstrings.xml") ? MOST_SHARED_TEXT_BYTES : MOST_UNPACKED_BYTES;
        var text = new MarkupScan(name.endsWith(".xml") || name.endsWith(".rels"));
        var buffer = new byte[1 << 16];
        long size = 0;
        try (var content = zip.getInputStream(part)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > most) {
                    throw refused("ledger.import.bomb");
                }
                text.next(buffer, read);
            }
        }
        return size;
    }

    /** Looks for texts without end and for declarations of entities, which no spreadsheet program writes. */
    private static final class MarkupScan {

        private final boolean markup;
        private int sinceMark;
        private int previous;

        MarkupScan(boolean markup) {
            this.markup = markup;
        }

        void next(byte[] bytes, int length) {
            if (!markup) {
                return;
            }
            for (int i = 0; i < length; i++) {
                int current = bytes[i];
                if (previous == '!' && sinceMark == 1 && (current == 'D' || current == 'E')) {
                    throw refused("ledger.import.not-xlsx");
                }
                sinceMark = current == '<' ? 0 : sinceMark + 1;
                if (sinceMark > LONGEST_TEXT_BYTES) {
                    throw refused("ledger.import.bomb");
                }
                previous = current;
            }
        }
    }

    static RuleViolation refused(String key, Object... arguments) {
        return new RuleViolation(Message.of(key, arguments));
    }
}
