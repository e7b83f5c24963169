package rongtong.document.print;

import java.awt.geom.PathIterator;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes a small TrueType font of the characters that one document needs.
 *
 * <p>The Chinese fonts that systems bring are collections of OpenType fonts with PostScript outlines and some 20 MB
 * large, and the PDF library embeds neither. So the outlines are taken over one by one: cubic curves become quadratic
 * ones that differ from them by less than half a unit.
 */
final class EmbeddedFont {

    /** Units of a font with PostScript outlines are multiplied, so that rounding to whole units is not seen. */
    private static final int FINEST_EM = 2000;

    private static final double GREATEST_ERROR = 0.5;

    private final InstalledFont source;
    private final int scale;
    private final List<Drawing> drawings = new ArrayList<>();
    private final SortedMap<Integer, Integer> glyphByCodePoint = new TreeMap<>();

    /** @param data the outline as the table {@code glyf} has it, empty for a blank */
    private record Drawing(int advance, byte[] data, Box box, int points, int contours) {}

    private record Box(int left, int bottom, int right, int top) {

        static Box of(List<Point> points) {
            return new Box(
                    points.stream().mapToInt(Point::x).min().orElse(0),
                    points.stream().mapToInt(Point::y).min().orElse(0),
                    points.stream().mapToInt(Point::x).max().orElse(0),
                    points.stream().mapToInt(Point::y).max().orElse(0));
        }
    }

    private record Point(int x, int y, boolean onCurve) {}

    private interface Part {
        void write(DataOutputStream out) throws IOException;
    }

    /** @param codePoints those that the font lacks are left out */
    static byte[] of(InstalledFont source, SortedSet<Integer> codePoints) {
        return new EmbeddedFont(source, codePoints).bytes();
    }

    private EmbeddedFont(InstalledFont source, SortedSet<Integer> codePoints) {
        this.source = source;
        this.scale = Math.max(1, FINEST_EM / source.measures().unitsPerEm());
        drawings.add(new Drawing(em() / 2, new byte[0], Box.of(List.of()), 0, 0));
        for (int codePoint : codePoints) {
            source.glyph(codePoint).ifPresent(glyph -> {
                glyphByCodePoint.put(codePoint, drawings.size());
                drawings.add(draw(glyph));
            });
        }
    }

    private int em() {
        return source.measures().unitsPerEm() * scale;
    }

    private Drawing draw(Glyph glyph) {
        var contours = contours(glyph);
        var points = contours.stream().flatMap(List::stream).toList();
        var box = Box.of(points);
        var data = contours.isEmpty() ? new byte[0] : bytes(out -> writeGlyph(out, contours, points, box));
        return new Drawing(glyph.advance() * scale, data, box, points.size(), contours.size());
    }

    private List<List<Point>> contours(Glyph glyph) {
        var contours = new ArrayList<List<Point>>();
        var contour = new ArrayList<Point>();
        var at = new double[2];
        var c = new double[6];
        for (var path = glyph.outline().getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> {
                    close(contour, contours);
                    contour = new ArrayList<>();
                    contour.add(point(c[0], c[1], true));
                    move(at, c[0], c[1]);
                }
                case PathIterator.SEG_LINETO -> {
                    contour.add(point(c[0], c[1], true));
                    move(at, c[0], c[1]);
                }
                case PathIterator.SEG_QUADTO -> {
                    contour.add(point(c[0], c[1], false));
                    contour.add(point(c[2], c[3], true));
                    move(at, c[2], c[3]);
                }
                case PathIterator.SEG_CUBICTO -> {
                    addCubic(contour, at, c);
                    move(at, c[4], c[5]);
                }
                default -> {}
            }
        }
        close(contour, contours);
        return contours;
    }

    private static void move(double[] at, double x, double y) {
        at[0] = x;
        at[1] = y;
    }

    private static void close(List<Point> contour, List<List<Point>> contours) {
        if (contour.size() > 1 && contour.getFirst().equals(contour.getLast())) {
            contour.removeLast();
        }
        if (contour.size() > 2) {
            contours.add(contour);
        }
    }

    private Point point(double x, double y, boolean onCurve) {
        return new Point((int) Math.round(x * scale), (int) Math.round(y * scale), onCurve);
    }

    /** Cuts the curve into equal parts, as many as the error bound √3/36·|p3−3p2+3p1−p0|/n³ asks for. */
    private void addCubic(List<Point> contour, double[] p0, double[] c) {
        var dx = c[4] - 3 * c[2] + 3 * c[0] - p0[0];
        var dy = c[5] - 3 * c[3] + 3 * c[1] - p0[1];
        var error = Math.sqrt(3) / 36 * Math.hypot(dx, dy) * scale;
        var parts = Math.max(1, (int) Math.ceil(Math.cbrt(error / GREATEST_ERROR)));
        for (int part = 0; part < parts; part++) {
            var from = (double) part / parts;
            var to = (double) (part + 1) / parts;
            var reach = (to - from) / 2;
            contour.add(point(
                    at(from, p0[0], c[0], c[2], c[4]) * 0.5
                            + at(to, p0[0], c[0], c[2], c[4]) * 0.5
                            + (slope(from, p0[0], c[0], c[2], c[4]) - slope(to, p0[0], c[0], c[2], c[4])) * reach / 2,
                    at(from, p0[1], c[1], c[3], c[5]) * 0.5
                            + at(to, p0[1], c[1], c[3], c[5]) * 0.5
                            + (slope(from, p0[1], c[1], c[3], c[5]) - slope(to, p0[1], c[1], c[3], c[5])) * reach / 2,
                    false));
            contour.add(point(at(to, p0[0], c[0], c[2], c[4]), at(to, p0[1], c[1], c[3], c[5]), true));
        }
    }

    private static double at(double t, double a, double b, double c, double d) {
        var u = 1 - t;
        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
    }

    private static double slope(double t, double a, double b, double c, double d) {
        var u = 1 - t;
        return 3 * (u * u * (b - a) + 2 * u * t * (c - b) + t * t * (d - c));
    }

    private static void writeGlyph(DataOutputStream out, List<List<Point>> contours, List<Point> points, Box box)
            throws IOException {
        out.writeShort(contours.size());
        writeBox(out, box);
        var last = -1;
        for (var contour : contours) {
            last += contour.size();
            out.writeShort(last);
        }
        out.writeShort(0); // no instructions
        for (var point : points) {
            out.writeByte(point.onCurve() ? 1 : 0);
        }
        var x = 0;
        for (var point : points) {
            out.writeShort(point.x() - x);
            x = point.x();
        }
        var y = 0;
        for (var point : points) {
            out.writeShort(point.y() - y);
            y = point.y();
        }
    }

    private static void writeBox(DataOutputStream out, Box box) throws IOException {
        out.writeShort(box.left());
        out.writeShort(box.bottom());
        out.writeShort(box.right());
        out.writeShort(box.top());
    }

    private byte[] bytes() {
        var tables = new TreeMap<String, byte[]>();
        tables.put("OS/2", bytes(this::writeOs2));
        tables.put("cmap", bytes(this::writeCharacterMap));
        tables.put("glyf", bytes(this::writeGlyphs));
        tables.put("head", bytes(this::writeHead));
        tables.put("hhea", bytes(this::writeHorizontalHeader));
        tables.put("hmtx", bytes(this::writeHorizontalMetrics));
        tables.put("loca", bytes(this::writeLocations));
        tables.put("maxp", bytes(this::writeMaximumProfile));
        tables.put("name", bytes(this::writeNames));
        tables.put("post", bytes(EmbeddedFont::writePostScript));
        return file(tables);
    }

    private static byte[] file(SortedMap<String, byte[]> tables) {
        return bytes(out -> {
            var powerOfTwo = Integer.highestOneBit(tables.size());
            out.writeInt(0x00010000);
            out.writeShort(tables.size());
            out.writeShort(powerOfTwo * 16);
            out.writeShort(Integer.numberOfTrailingZeros(powerOfTwo));
            out.writeShort((tables.size() - powerOfTwo) * 16);
            var offset = 12 + tables.size() * 16;
            for (var table : tables.entrySet()) {
                out.writeBytes(table.getKey());
                out.writeInt(checksum(table.getValue()));
                out.writeInt(offset);
                out.writeInt(table.getValue().length);
                offset += padded(table.getValue()).length;
            }
            for (var table : tables.values()) {
                out.write(padded(table));
            }
        });
    }

    private static byte[] padded(byte[] table) {
        return Arrays.copyOf(table, (table.length + 3) / 4 * 4);
    }

    private static int checksum(byte[] table) {
        var sum = 0;
        var bytes = padded(table);
        for (int at = 0; at < bytes.length; at += 4) {
            sum += (bytes[at] & 255) << 24
                    | (bytes[at + 1] & 255) << 16
                    | (bytes[at + 2] & 255) << 8
                    | bytes[at + 3] & 255;
        }
        return sum;
    }

    private Box box() {
        return Box.of(drawings.stream()
                .flatMap(drawing -> Stream.of(
                        new Point(drawing.box().left(), drawing.box().bottom(), true),
                        new Point(drawing.box().right(), drawing.box().top(), true)))
                .toList());
    }

    private void writeHead(DataOutputStream out) throws IOException {
        out.writeInt(0x00010000);
        out.writeInt(0x00010000);
        out.writeInt(0); // sum of the file: readers of PDF do not look at it
        out.writeInt(0x5F0F3CF5);
        out.writeShort(3);
        out.writeShort(em());
        out.writeLong(0); // no date: the same document gives the same bytes
        out.writeLong(0);
        writeBox(out, box());
        out.writeShort(0);
        out.writeShort(8);
        out.writeShort(2);
        out.writeShort(1); // loca has four bytes an entry
        out.writeShort(0);
    }

    private void writeHorizontalHeader(DataOutputStream out) throws IOException {
        out.writeInt(0x00010000);
        out.writeShort(source.measures().ascent() * scale);
        out.writeShort(source.measures().descent() * scale);
        out.writeShort(0);
        out.writeShort(drawings.stream().mapToInt(Drawing::advance).max().orElse(0));
        out.writeShort(box().left());
        out.writeShort(0);
        out.writeShort(box().right());
        out.writeShort(1);
        for (int filler = 0; filler < 7; filler++) {
            out.writeShort(0);
        }
        out.writeShort(drawings.size());
    }

    private void writeHorizontalMetrics(DataOutputStream out) throws IOException {
        for (var drawing : drawings) {
            out.writeShort(drawing.advance());
            out.writeShort(drawing.box().left());
        }
    }

    private void writeGlyphs(DataOutputStream out) throws IOException {
        for (var drawing : drawings) {
            out.write(padded(drawing.data()));
        }
    }

    private void writeLocations(DataOutputStream out) throws IOException {
        var offset = 0;
        for (var drawing : drawings) {
            out.writeInt(offset);
            offset += padded(drawing.data()).length;
        }
        out.writeInt(offset);
    }

    private void writeMaximumProfile(DataOutputStream out) throws IOException {
        out.writeInt(0x00010000);
        out.writeShort(drawings.size());
        out.writeShort(drawings.stream().mapToInt(Drawing::points).max().orElse(0));
        out.writeShort(drawings.stream().mapToInt(Drawing::contours).max().orElse(0));
        out.writeShort(0);
        out.writeShort(0);
        out.writeShort(2);
        for (int filler = 0; filler < 8; filler++) {
            out.writeShort(0);
        }
    }

    /** Segments of characters whose glyphs follow each other (format 12). */
    private void writeCharacterMap(DataOutputStream out) throws IOException {
        out.writeShort(0);
        out.writeShort(1);
        out.writeShort(3);
        out.writeShort(10);
        out.writeInt(12);
        out.writeShort(12);
        out.writeShort(0);
        out.writeInt(16 + 12 * glyphByCodePoint.size());
        out.writeInt(0);
        out.writeInt(glyphByCodePoint.size());
        for (var entry : glyphByCodePoint.entrySet()) {
            out.writeInt(entry.getKey());
            out.writeInt(entry.getKey());
            out.writeInt(entry.getValue());
        }
    }

    private void writeNames(DataOutputStream out) throws IOException {
        var texts = List.of(source.name(), "Regular", source.name(), source.name(), "1", source.name());
        out.writeShort(0);
        out.writeShort(texts.size());
        out.writeShort(6 + 12 * texts.size());
        var offset = 0;
        for (int id = 1; id <= texts.size(); id++) {
            var length = texts.get(id - 1).getBytes(StandardCharsets.UTF_16BE).length;
            out.writeShort(3);
            out.writeShort(1);
            out.writeShort(0x409);
            out.writeShort(id);
            out.writeShort(length);
            out.writeShort(offset);
            offset += length;
        }
        for (var text : texts) {
            out.write(text.getBytes(StandardCharsets.UTF_16BE));
        }
    }

    private static void writePostScript(DataOutputStream out) throws IOException {
        out.writeInt(0x00030000);
        for (int filler = 0; filler < 7; filler++) {
            out.writeInt(0);
        }
    }

    private void writeOs2(DataOutputStream out) throws IOException {
        var ascent = source.measures().ascent() * scale;
        var descent = source.measures().descent() * scale;
        out.writeShort(4);
        out.writeShort(em());
        out.writeShort(400);
        out.writeShort(5);
        out.writeShort(0); // may be embedded
        for (int filler = 0; filler < 11; filler++) {
            out.writeShort(0);
        }
        out.write(new byte[10 + 16]);
        out.writeBytes("NONE");
        out.writeShort(0x40);
        out.writeShort(Math.min(0xFFFF, glyphByCodePoint.isEmpty() ? 0 : glyphByCodePoint.firstKey()));
        out.writeShort(Math.min(0xFFFF, glyphByCodePoint.isEmpty() ? 0 : glyphByCodePoint.lastKey()));
        out.writeShort(ascent);
        out.writeShort(descent);
        out.writeShort(0);
        out.writeShort(ascent);
        out.writeShort(-descent);
        out.writeLong(0);
        out.writeShort(em() / 2);
        out.writeShort(em() * 7 / 10);
        out.writeShort(0);
        out.writeShort(32);
        out.writeShort(0);
    }

    private static byte[] bytes(Part part) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            part.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
