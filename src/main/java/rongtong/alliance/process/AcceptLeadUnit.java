package rongtong.alliance.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.alliance.lead.LeadUnits;
import rongtong.policy.Settings;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** A chosen unit says whether it takes the duty on. */
@Component
class AcceptLeadUnit implements Step {

    private final LeadUnits leadUnits;
    private final Settings settings;
    private final MemberRows rows;

    AcceptLeadUnit(LeadUnits leadUnits, Settings settings, MemberRows rows) {
        this.leadUnits = leadUnits;
        this.settings = settings;
        this.rows = rows;
    }

    @Override
    public String id() {
        return "lead-unit/acceptLeadUnit";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        boolean chairs = leadUnits
                .chair(context.caseId())
                .filter(context.requiredUnit()::equals)
                .isPresent();
        return Map.of(
                "leadRole",
                rows.word(chairs ? "alliance.role.CHAIR" : "alliance.role.LEAD"),
                "leadTerm",
                rows.word("alliance.lead-term", settings.number("lead-unit.term-years")),
                "leadAnswer",
                "");
    }

    @Override
    public void record(StepContext context, Answers answers) {
        boolean accepted = answers.text("leadAnswer").equals("ACCEPT");
        leadUnits.answer(
                context.caseId(),
                context.requiredUnit(),
                accepted,
                answers.text(accepted ? "leadUndertaking" : "leadDeclineReason"));
    }
}
