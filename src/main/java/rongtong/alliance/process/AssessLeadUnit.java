package rongtong.alliance.process;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.alliance.lead.Criterion;
import rongtong.alliance.lead.Judgement;
import rongtong.alliance.lead.LeadUnits;
import rongtong.alliance.member.Members;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** One department judges one candidate by the four criteria. */
@Component
class AssessLeadUnit implements Step {

    private final LeadUnits leadUnits;
    private final Members members;
    private final MemberRows rows;

    AssessLeadUnit(LeadUnits leadUnits, Members members, MemberRows rows) {
        this.leadUnits = leadUnits;
        this.members = members;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "lead-assessment/assessLeadUnit";
    }

    /** What the department said of another candidate is no answer for this one. */
    @Override
    public Map<String, Object> values(StepContext context) {
        var candidate = context.text("candidate");
        var values = new LinkedHashMap<String, Object>();
        values.put("candidateName", rows.name(candidate));
        values.put(
                "candidateKind",
                members.find(context.caseId(), candidate)
                        .map(member -> rows.word("alliance.kind." + member.kind()))
                        .orElse(""));
        for (var criterion : Criterion.values()) {
            values.put(criterion.field(), "");
            values.put(criterion.field() + "Evidence", "");
        }
        return values;
    }

    @Override
    public void record(StepContext context, Answers answers) {
        var judgements = Arrays.stream(Criterion.values())
                .map(criterion -> new Judgement(
                        context.requiredUnit(),
                        criterion,
                        answers.text(criterion.field()).equals("MET"),
                        answers.text(criterion.field() + "Evidence")))
                .toList();
        leadUnits.judge(context.caseId(), context.text("candidate"), judgements, context.actor());
    }
}
