package rongtong.alliance.process;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import rongtong.alliance.member.Members;
import rongtong.alliance.member.Result;
import rongtong.policy.Settings;
import rongtong.workflow.Answers;
import rongtong.workflow.Findings;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** The demand department sees who consented and lets the list stand, or has more selected. */
@Component
class ConfirmMembers implements Step {

    private final Members members;
    private final Settings settings;
    private final AllianceValues values;

    ConfirmMembers(Members members, Settings settings, AllianceValues values) {
        this.members = members;
        this.settings = settings;
        this.values = values;
    }

    @Override
    public String id() {
        return "member-selection/confirmMembers";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var result = Result.of(members.consented(context.caseId()));
        var shown = new HashMap<>(values.facts(context.caseId()));
        shown.put("candidates", values.members(members.of(context.caseId())));
        shown.put("enterpriseCount", result.enterprises());
        shown.put("schoolCount", result.schools());
        return shown;
    }

    @Override
    public void check(StepContext context, Answers answers, Findings findings) {
        if (answers.text("memberDecision").equals("PROCEED")) {
            Result.of(members.consented(context.caseId()))
                    .check(
                            settings.number("members.min-enterprises"),
                            settings.number("members.min-schools"),
                            findings);
        }
    }
}
