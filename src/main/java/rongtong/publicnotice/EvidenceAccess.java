package rongtong.publicnotice;

import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import rongtong.document.AttachmentAccess;

/** Evidence of an objection is for those who may know the objector: it may tell who that is. */
@Component
class EvidenceAccess implements AttachmentAccess {

    private final ObjectProvider<Objections> objections;

    EvidenceAccess(ObjectProvider<Objections> objections) {
        this.objections = objections;
    }

    /** The case itself is for whom the desk says. */
    @Override
    public boolean mayRead(UUID caseId) {
        return false;
    }

    @Override
    public boolean mayReadConfidential(UUID caseId) {
        var known = objections.getObject();
        return known.ofCase(caseId).filter(known::mayKnowObjector).isPresent();
    }
}
