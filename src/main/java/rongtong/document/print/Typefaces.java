package rongtong.document.print;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fonts of this machine that documents are printed with: one for each {@link Face}, at least one of them Chinese. */
final class Typefaces {

    private final Map<Face, InstalledFont> fonts;

    private Typefaces(Map<Face, InstalledFont> fonts) {
        this.fonts = fonts;
    }

    /** Nothing if there is no Chinese font below these folders. */
    static Optional<Typefaces> below(List<Path> folders) {
        var files = FontFiles.below(folders);
        var fonts = new EnumMap<Face, InstalledFont>(Face.class);
        for (var face : Face.values()) {
            for (var name : face.postScriptNames()) {
                var file = files.get(name);
                if (file != null) {
                    fonts.put(face, new InstalledFont(file, name));
                    break;
                }
            }
        }
        if (fonts.isEmpty()) {
            return Optional.empty();
        }
        for (var face : Face.values()) {
            fonts.computeIfAbsent(face, missing -> standIn(missing, fonts));
        }
        return Optional.of(new Typefaces(fonts));
    }

    /** A face that is missing is taken over by the other weight of its family, else by any. */
    private static InstalledFont standIn(Face missing, Map<Face, InstalledFont> fonts) {
        @Nullable InstalledFont other = null;
        for (var font : fonts.entrySet()) {
            if (font.getKey().family().equals(missing.family())) {
                return font.getValue();
            }
            other = font.getValue();
        }
        if (other == null) {
            throw new IllegalStateException("no font at all");
        }
        return other;
    }

    /** Which font took the part of which typeface, for the PDF's metadata: stand-ins are marked （代）. */
    String description() {
        return Arrays.stream(Face.values())
                .map(face -> face.label() + "=" + font(face).name()
                        + (face.isGenuine(font(face).name()) ? "" : "（代）"))
                .collect(Collectors.joining("；"));
    }

    InstalledFont font(Face face) {
        var font = fonts.get(face);
        if (font == null) {
            throw new IllegalStateException("no font for " + face);
        }
        return font;
    }
}
