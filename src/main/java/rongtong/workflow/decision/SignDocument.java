package rongtong.workflow.decision;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.shared.Texts;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The leader reads the draft and signs it, or returns it. */
@Component
class SignDocument implements Step {

    private final DocumentDrafts drafts;
    private final OfficialDocuments documents;
    private final Texts texts;

    SignDocument(DocumentDrafts drafts, OfficialDocuments documents, Texts texts) {
        this.drafts = drafts;
        this.documents = documents;
        this.texts = texts;
    }

    @Override
    public String id() {
        return "decision-document/signDocument";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var values = new HashMap<String, Object>(DraftDocument.of(context, documents, texts));
        drafts.open(context.caseId(), context.text("documentKind"), context.text("organ"))
                .ifPresent(draft -> DraftDocument.put(values, draft));
        return values;
    }
}
