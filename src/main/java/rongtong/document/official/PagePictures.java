package rongtong.document.official;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of a PDF as pictures, to be looked at on any screen. */
public final class PagePictures {

    private static final float DOTS_PER_INCH = 96;
    private static final int MOST_PAGES = 20;

    private PagePictures() {}

    /** PNG of each page, the first twenty at most. */
    public static List<byte[]> of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            var pages = new ArrayList<byte[]>();
            for (int page = 0; page < Math.min(MOST_PAGES, document.getNumberOfPages()); page++) {
                var bytes = new ByteArrayOutputStream();
                ImageIO.write(renderer.renderImageWithDPI(page, DOTS_PER_INCH, ImageType.RGB), "png", bytes);
                pages.add(bytes.toByteArray());
            }
            return pages;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The PDF cannot be shown", unreadable);
        }
    }
}
