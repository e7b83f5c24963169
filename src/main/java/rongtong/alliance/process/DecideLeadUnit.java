package rongtong.alliance.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.alliance.lead.Candidate;
import rongtong.alliance.lead.Criterion;
import rongtong.alliance.lead.LeadUnits;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The demand department chooses the chair unit and further lead units among those that qualify. */
@Component
class DecideLeadUnit implements Step {

    private static final String APPOINT = "APPOINT";
    private static final String RENOMINATE = "RENOMINATE";

    private final LeadUnits leadUnits;
    private final MemberRows rows;

    DecideLeadUnit(LeadUnits leadUnits, MemberRows rows) {
        this.leadUnits = leadUnits;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "lead-unit/decideLeadUnit";
    }

    /** Only who qualifies is offered; if nobody does, only another nomination. */
    @Override
    public Map<String, Object> values(StepContext context) {
        var candidates = leadUnits.candidates(context.caseId());
        var qualified = candidates.stream()
                .filter(Candidate::qualifies)
                .map(Candidate::organization)
                .toList();
        var decisions = new ArrayList<Map<String, String>>();
        if (!qualified.isEmpty()) {
            decisions.add(Map.of("label", rows.word("alliance.lead-decision." + APPOINT), "value", APPOINT));
        }
        decisions.add(Map.of("label", rows.word("alliance.lead-decision." + RENOMINATE), "value", RENOMINATE));
        return Map.of(
                "assessmentRows",
                candidates.stream().map(this::assessment).toList(),
                "evidenceRows",
                candidates.stream()
                        .flatMap(candidate -> evidence(candidate).stream())
                        .toList(),
                "qualifiedOptions",
                rows.options(qualified),
                "decisionOptions",
                decisions);
    }

    private Map<String, String> assessment(Candidate candidate) {
        var row = new LinkedHashMap<String, String>();
        row.put("name", rows.name(candidate.organization()));
        for (var criterion : Criterion.values()) {
            row.put(criterion.field(), candidate.metBy(criterion) + "/" + candidate.judgedBy(criterion));
        }
        row.put("qualified", rows.word(candidate.qualifies() ? "alliance.qualifies" : "alliance.does-not-qualify"));
        return row;
    }

    private List<Map<String, String>> evidence(Candidate candidate) {
        return candidate.judgements().stream()
                .map(judgement -> Map.of(
                        "name",
                        rows.name(candidate.organization()),
                        "department",
                        rows.name(judgement.department()),
                        "criterion",
                        rows.word(judgement.criterion().label()),
                        "judgement",
                        rows.word(judgement.met() ? "alliance.met" : "alliance.not-met"),
                        "evidence",
                        judgement.evidence()))
                .toList();
    }

    @Override
    public void record(StepContext context, Answers answers) {
        if (answers.text("leadDecision").equals(APPOINT)) {
            leadUnits.choose(
                    context.caseId(),
                    context.organization(),
                    answers.text("chairUnit"),
                    answers.texts("otherLeadUnits"),
                    answers.text("leadDecisionReason"));
        }
    }
}
