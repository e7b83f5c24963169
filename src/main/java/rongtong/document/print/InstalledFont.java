package rongtong.document.print;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * A font file of this machine, asked for single characters: TrueType or OpenType with PostScript outlines, alone or in
 * a collection. It keeps the characters it was asked for, and the file itself only while there is memory to spare
 * (some 40 MB).
 */
final class InstalledFont {

    private final Path file;
    private final String name;
    private final Map<Integer, Optional<Glyph>> known = new HashMap<>();
    private final Measures measures;
    private SoftReference<@Nullable TrueTypeFont> opened = new SoftReference<>(null);

    /**
     * @param ascent above the base line, in units of the font
     * @param descent below it, negative
     */
    record Measures(int unitsPerEm, int ascent, int descent) {}

    /**
     * @param name PostScript name, chooses the font inside a collection
     * @throws UncheckedIOException if the file is no font that can be read
     */
    InstalledFont(Path file, String name) {
        this.file = file;
        this.name = name;
        try {
            var font = font();
            var header = font.getHorizontalHeader();
            this.measures = new Measures(font.getUnitsPerEm(), header.getAscender(), header.getDescender());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Font %s in %s cannot be read".formatted(name, file), unreadable);
        }
    }

    String name() {
        return name;
    }

    Measures measures() {
        return measures;
    }

    /** Nothing if the font lacks the character. */
    synchronized Optional<Glyph> glyph(int codePoint) {
        return known.computeIfAbsent(codePoint, this::read);
    }

    private Optional<Glyph> read(int codePoint) {
        try {
            var font = font();
            var id = font.getUnicodeCmapLookup().getGlyphId(codePoint);
            if (id == 0) {
                return Optional.empty();
            }
            return Optional.of(new Glyph(font.getAdvanceWidth(id), outline(font, id)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Font %s in %s cannot be read".formatted(name, file), unreadable);
        }
    }

    private static GeneralPath outline(TrueTypeFont font, int glyphId) throws IOException {
        if (font instanceof OpenTypeFont openType && openType.isPostScript()) {
            return outline(openType.getCFF().getFont(), glyphId);
        }
        var glyph = font.getGlyph().getGlyph(glyphId);
        return glyph == null ? new GeneralPath() : glyph.getPath();
    }

    private static GeneralPath outline(CFFFont font, int glyphId) throws IOException {
        var charset = font.getCharset();
        return font.getType2CharString(charset.isCIDFont() ? charset.getCIDForGID(glyphId) : glyphId)
                .getPath();
    }

    private TrueTypeFont font() throws IOException {
        var font = opened.get();
        if (font == null) {
            font = open();
            opened = new SoftReference<>(font);
        }
        return font;
    }

    private TrueTypeFont open() throws IOException {
        if (FontFiles.isCollection(file)) {
            var collection = new TrueTypeCollection(file.toFile());
            return Objects.requireNonNull(collection.getFontByName(name), () -> name + " is not in " + file);
        }
        return new OTFParser().parse(new RandomAccessReadBufferedFile(file));
    }
}
