package rongtong.publicnotice.process;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import rongtong.publicnotice.Objections;
import rongtong.publicnotice.PublicNotices;
import rongtong.shared.Message;
import rongtong.shared.Texts;
import rongtong.workflow.decision.DocumentFacts;

/** What the written answer to an objection says; nothing of the objector. */
@Component
class ObjectionFacts implements DocumentFacts {

    private final Objections objections;
    private final PublicNotices notices;
    private final Texts texts;

    ObjectionFacts(Objections objections, PublicNotices notices, Texts texts) {
        this.objections = objections;
        this.notices = notices;
        this.texts = texts;
    }

    @Override
    public boolean serves(String kind) {
        return kind.equals(Objections.ANSWER);
    }

    @Override
    public Map<String, Object> facts(UUID caseId, Map<String, Object> variables) {
        var objection = objections.ofCase(caseId).orElseThrow();
        var notice = notices.find(objection.notice()).orElseThrow();
        var facts = new HashMap<String, Object>();
        facts.put("noticeTitle", notice.title());
        facts.put("noticeNumber", notice.number());
        facts.put(
                "conclusion",
                texts.in(Locale.SIMPLIFIED_CHINESE, Message.of("publicnotice.conclusion." + objection.state())));
        facts.put("reasons", objection.answer());
        Objections.entry(notice, objection).ifPresent(entry -> facts.put("entry", entry.organization()));
        return facts;
    }
}
