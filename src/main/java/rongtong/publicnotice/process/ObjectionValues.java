package rongtong.publicnotice.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.publicnotice.Notice;
import rongtong.publicnotice.Objection;
import rongtong.publicnotice.Objections;
import rongtong.publicnotice.PublicNotices;
import rongtong.shared.Texts;
import rongtong.workflow.StepContext;

/**
 * What the forms of an objection show of it: rows of a table, which are never handed in and so are kept nowhere else. Name
 * and contact only for those who may know them.
 */
@Component
class ObjectionValues {

    private final Objections objections;
    private final PublicNotices notices;
    private final Texts texts;

    ObjectionValues(Objections objections, PublicNotices notices, Texts texts) {
        this.objections = objections;
        this.notices = notices;
        this.texts = texts;
    }

    Map<String, Object> of(StepContext context) {
        var objection = objections.ofCase(context.caseId()).orElseThrow();
        var notice = notices.find(objection.notice()).orElseThrow();
        return new HashMap<>(Map.of("objectionRows", rows(objection, notice)));
    }

    private List<Map<String, String>> rows(Objection objection, Notice notice) {
        var rows = new ArrayList<Map<String, String>>();
        rows.add(row("notice", notice.number() + " " + notice.title()));
        rows.add(row("entry", entry(objection, notice)));
        rows.add(row("facts", objection.facts()));
        objections.objector(objection).ifPresent(objector -> {
            rows.add(row("name", objector.name()));
            rows.add(row("contact", objector.contact()));
        });
        var pieces = objections.pieces(objection);
        if (pieces > 0) {
            rows.add(row("evidence", texts.of("publicnotice.evidence.pieces", pieces)));
        }
        if (!objection.findings().isEmpty()) {
            rows.add(row("findings", objection.findings()));
        }
        var proposal = objection.proposal();
        if (proposal != null) {
            rows.add(row("proposal", texts.of("publicnotice.proposal." + proposal) + " " + objection.proposalReason()));
        }
        return rows;
    }

    private String entry(Objection objection, Notice notice) {
        return Objections.entry(notice, objection)
                .map(entry -> entry.place() + " " + entry.organization())
                .orElseGet(() -> texts.of("publicnotice.whole-list"));
    }

    private Map<String, String> row(String item, String text) {
        return Map.of("item", texts.of("publicnotice.row." + item), "text", text);
    }
}
