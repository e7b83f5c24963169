package rongtong.document.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Base64;
import java.util.Optional;
import rongtong.document.Documents;
import rongtong.document.official.PagePictures;

/** The pages of a PDF, one below the other; or what is missing to print it. */
public class DocumentPages extends Composite<Div> {

    public DocumentPages() {
        getContent().addClassName("document-pages");
    }

    /** @param pdf nothing where this machine has no Chinese font */
    public void show(Optional<byte[]> pdf) {
        getContent().removeAll();
        if (pdf.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("document.waiting-for-font", Documents.FONT_PACKAGE)));
            return;
        }
        var number = 0;
        for (var page : PagePictures.of(pdf.get())) {
            getContent()
                    .add(new Image(
                            "data:image/png;base64," + Base64.getEncoder().encodeToString(page),
                            getTranslation("document.page-number", ++number)));
        }
    }
}
