package rongtong.publicnotice.process;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import rongtong.publicnotice.NoticeState;
import rongtong.publicnotice.Objections;
import rongtong.publicnotice.PublicNotices;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.CaseDirectory;
import rongtong.workflow.ProcessBean;
import rongtong.workflow.decision.OfficialDocuments;

/** The service tasks of {@code public-notice.bpmn} and {@code notice-objection.bpmn}. */
@ProcessBean("noticeSteps")
public class NoticeSteps {

    private final PublicNotices notices;
    private final Objections objections;
    private final OfficialDocuments documents;
    private final CaseDirectory cases;
    private final Texts texts;

    NoticeSteps(
            PublicNotices notices,
            Objections objections,
            OfficialDocuments documents,
            CaseDirectory cases,
            Texts texts) {
        this.notices = notices;
        this.objections = objections;
        this.documents = documents;
        this.cases = cases;
        this.texts = texts;
    }

    /** @return working days of the period */
    public int publish(String notice) {
        return notices.publish(UUID.fromString(notice)).workingDays();
    }

    /** @return whether an objection was upheld */
    public boolean close(String notice) {
        return notices.close(UUID.fromString(notice));
    }

    /** The leader of the organ has withdrawn the notice: the records say so already. */
    public boolean confirmWithdrawal(String notice) {
        return notices.find(UUID.fromString(notice)).orElseThrow().state() == NoticeState.WITHDRAWN;
    }

    /** Issues the written answer and lets the period of the notice go on. The answer names nobody: it may be shown around. */
    public void answer(String caseId, String organ) {
        var id = UUID.fromString(caseId);
        var addressee = texts.in(
                Locale.SIMPLIFIED_CHINESE,
                Message.of("publicnotice.addressee", cases.facts(id).number()));
        var issued = documents.issue(id, Objections.ANSWER, organ, addressee, Map.of());
        objections.answered(id, issued.number());
    }

    /** The objector has taken the objection back. */
    public void closeWithdrawn(String caseId) {
        objections.closeWithdrawn(UUID.fromString(caseId));
    }
}
