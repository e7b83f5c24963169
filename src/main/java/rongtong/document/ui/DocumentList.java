package rongtong.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.UUID;
import rongtong.document.Documents;
import rongtong.document.IssuedDocument;
import rongtong.shared.Texts;
import rongtong.ui.EmptyState;
import rongtong.ui.Formats;

/** The issued documents of one case, newest first, with version and download; or what is missing to print them. */
public class DocumentList extends Composite<Div> {

    public DocumentList(Documents documents, Texts texts, UUID caseId) {
        var issued = documents.of(caseId);
        getContent().addClassName("document-list");
        if (issued.isEmpty()) {
            getContent().add(new EmptyState(texts.of("document.list.empty")));
            return;
        }
        var list = new UnorderedList();
        for (var document : issued) {
            list.add(new ListItem(line(document, texts), file(document, documents, texts)));
        }
        getContent().add(list);
    }

    private static Component line(IssuedDocument document, Texts texts) {
        var facts = new Span(String.join(
                " · ",
                texts.of("document.kind." + document.kind()),
                texts.of("document.list.version-of", document.version()),
                Formats.moment(document.issuedAt())));
        facts.addClassName("document-facts");
        var title = new Span(document.title());
        title.addClassName("document-title");
        return new Div(title, facts);
    }

    private static Component file(IssuedDocument document, Documents documents, Texts texts) {
        if (!document.isReadable()) {
            var problem = new Paragraph(texts.of(documents.problem(document.state())));
            problem.addClassName("document-problem");
            return problem;
        }
        var link = new Anchor(
                "/files/documents/" + document.id(),
                document.size() == 0
                        ? texts.of("document.list.download")
                        : "%s (%s)".formatted(texts.of("document.list.download"), Formats.size(document.size())),
                AnchorTarget.BLANK);
        link.setRouterIgnore(true);
        link.setAriaLabel("%s: %s".formatted(texts.of("document.list.download"), document.title()));
        return link;
    }
}
