package rongtong.alliance.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.alliance.lead.LeadUnits;
import rongtong.alliance.member.Member;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The demand department nominates one or several members. */
@Component
class NominateLeadUnit implements Step {

    private final LeadUnits leadUnits;
    private final MemberRows rows;

    NominateLeadUnit(LeadUnits leadUnits, MemberRows rows) {
        this.leadUnits = leadUnits;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "lead-unit/nominateLeadUnit";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var eligible = leadUnits.eligible(context.caseId());
        return Map.of(
                "memberRows",
                rows.table(eligible),
                "memberOptions",
                rows.options(eligible.stream().map(Member::organization).toList()));
    }

    @Override
    public void record(StepContext context, Answers answers) {
        leadUnits.nominate(
                context.caseId(),
                context.organization(),
                answers.texts("leadNominees"),
                answers.text("nominationReason"));
    }
}
