package rongtong.workflow.decision;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;
import rongtong.workflow.decision.DocumentDrafts.Draft;

/** The handler words the document; the template has worded it already. */
@Component
class DraftDocument implements Step {

    private final DocumentDrafts drafts;
    private final OfficialDocuments documents;
    private final Texts texts;

    DraftDocument(DocumentDrafts drafts, OfficialDocuments documents, Texts texts) {
        this.drafts = drafts;
        this.documents = documents;
        this.texts = texts;
    }

    @Override
    public String id() {
        return "decision-document/draftDocument";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var values = new HashMap<String, Object>(of(context, documents, texts));
        drafts.open(context.caseId(), context.text("documentKind"), context.text("organ"))
                .ifPresentOrElse(draft -> put(values, draft), () -> {
                    var wording = drafts.wording(
                            context.caseId(),
                            context.text("documentKind"),
                            context.text("organ"),
                            OfficialDocuments.text(context.variables(), "addressee"),
                            context.variables());
                    put(values, new Draft(0, wording.title(), wording.body(), "", ""));
                    values.put("documentReturnReason", "");
                });
        return values;
    }

    @Override
    public void record(StepContext context, Answers answers) {
        drafts.keep(
                context.caseId(),
                context.text("documentKind"),
                context.text("organ"),
                new Draft(
                        0,
                        answers.text("documentTitle"),
                        answers.text("documentBody"),
                        answers.text("documentAttachments"),
                        answers.text("documentCopies")),
                context.actor());
    }

    /** What both steps show of the document, and what its preview needs. */
    static Map<String, Object> of(StepContext context, OfficialDocuments documents, Texts texts) {
        var kind = context.text("documentKind");
        var addressee = OfficialDocuments.text(context.variables(), "addressee");
        return Map.of(
                "documentKind", kind,
                "documentKindName", texts.of(Message.of("document.kind." + kind)),
                "organ", context.text("organ"),
                "addressee", addressee,
                "documentAddressee", documents.addressee(context.caseId(), addressee));
    }

    static void put(Map<String, Object> values, Draft draft) {
        values.put("documentTitle", draft.title());
        values.put("documentBody", draft.body());
        values.put("documentAttachments", draft.attachments());
        values.put("documentCopies", draft.copies());
    }
}
