package rongtong.document.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The font files below some folders, by the PostScript names of the fonts in them. */
final class FontFiles {

    private static final Logger log = LoggerFactory.getLogger(FontFiles.class);
    private static final int DEEPEST_FOLDER = 6;

    /** Chinese fonts are large; smaller files need not be opened to know that they are none. */
    private static final long SMALLEST_CHINESE_FONT_IN_BYTES = 1_000_000;

    private FontFiles() {}

    /** Where Linux, macOS and Windows keep fonts. */
    static List<Path> usualFolders() {
        var home = Path.of(System.getProperty("user.home"));
        return List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                home.resolve(".local/share/fonts"),
                home.resolve(".fonts"),
                Path.of("/System/Library/Fonts"),
                Path.of("/Library/Fonts"),
                home.resolve("Library/Fonts"),
                Path.of("C:\\Windows\\Fonts"));
    }

    static boolean isCollection(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ttc") || name.endsWith(".otc");
    }

    /** Fonts by PostScript name. Files that cannot be read are passed over. */
    static Map<String, Path> below(List<Path> folders) {
        var found = new HashMap<String, Path>();
        for (var file : large(folders)) {
            try {
                names(file, found::putIfAbsent);
            } catch (IOException | RuntimeException unreadable) {
                log.debug("{} is no font that can be read", file, unreadable);
            }
        }
        return found;
    }

    private static List<Path> large(List<Path> folders) {
        var files = new ArrayList<Path>();
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> inside = Files.walk(folder, DEEPEST_FOLDER, FileVisitOption.FOLLOW_LINKS)) {
                inside.filter(FontFiles::maybeChinese).sorted().forEach(files::add);
            } catch (IOException | UncheckedIOException unreadable) {
                log.debug("{} cannot be listed", folder, unreadable);
            }
        }
        return files;
    }

    private static boolean maybeChinese(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.matches(".*\\.(ttf|otf|ttc|otc)") && file.toFile().length() > SMALLEST_CHINESE_FONT_IN_BYTES;
    }

    private static void names(Path file, BiConsumer<String, Path> found) throws IOException {
        if (isCollection(file)) {
            try (var collection = new TrueTypeCollection(file.toFile())) {
                collection.processAllFonts(font -> found.accept(font.getName(), file));
            }
        } else {
            try (var font = new OTFParser().parse(new RandomAccessReadBufferedFile(file))) {
                found.accept(font.getName(), file);
            }
        }
    }
}
