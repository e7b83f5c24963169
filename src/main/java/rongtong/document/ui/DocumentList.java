package rongtong.document.ui;

import com.vaadin.flow.component.html.Div;
import java.util.UUID;
import rongtong.document.Documents;
import rongtong.shared.Texts;

/** The issued documents of one case with version and download. */
public class DocumentList extends Div {

    public DocumentList(Documents documents, Texts texts, UUID caseId) {
        setId("documents-of-" + caseId);
    }
}
