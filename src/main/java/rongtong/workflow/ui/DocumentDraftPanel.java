package rongtong.workflow.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rongtong.document.ui.DocumentPages;
import rongtong.ui.Panel;
import rongtong.workflow.Drafts;
import rongtong.workflow.TaskView;
import rongtong.workflow.decision.DocumentDrafts;

/** Beside the drafting and signing of a document: the pages that it will have. */
@org.springframework.stereotype.Component
class DocumentDraftPanel implements TaskPanel {

    private final DocumentDrafts documents;
    private final Drafts drafts;

    DocumentDraftPanel(DocumentDrafts documents, Drafts drafts) {
        this.documents = documents;
        this.drafts = drafts;
    }

    @Override
    public boolean serves(String step) {
        return step.equals("draftDocument") || step.equals("signDocument");
    }

    @Override
    public Component create(TaskView task) {
        var pages = new DocumentPages();
        var panel = new Panel("");
        var show = new Button(
                panel.getTranslation("desk.document.preview"),
                click -> pages.show(documents.preview(task.row().caseId(), typed(task))));
        var result = new Panel(panel.getTranslation("desk.document"), pages);
        result.addToSide(show);
        if (task.row().step().equals("draftDocument")) {
            pages.getElement()
                    .getParent()
                    .insertChild(0, new Paragraph(panel.getTranslation("desk.document.hint")).getElement());
        } else {
            pages.show(documents.preview(task.row().caseId(), task.values()));
        }
        return result;
    }

    /** What was last saved by itself goes before what the task began with. */
    private Map<String, @Nullable Object> typed(TaskView task) {
        var values = new HashMap<String, @Nullable Object>(task.values());
        drafts.ofTask(task.row().id())
                .ifPresent(saved -> saved.forEach((key, value) -> {
                    if (key.startsWith("document") && value != null && !key.equals("documentKind")) {
                        values.put(key, value);
                    }
                }));
        return values;
    }
}
