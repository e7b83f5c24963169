package rongtong.alliance.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import rongtong.alliance.member.Members;
import rongtong.alliance.member.Membership;
import rongtong.organization.Organizations;
import rongtong.shared.Listed;
import rongtong.workflow.Answers;
import rongtong.workflow.Step;
import rongtong.workflow.StepContext;

/** A candidate consents or declines on its own account. */
@Component
class AnswerInvitation implements Step {

    private final Members members;
    private final Organizations organizations;
    private final AllianceValues values;

    AnswerInvitation(Members members, Organizations organizations, AllianceValues values) {
        this.members = members;
        this.organizations = organizations;
        this.values = values;
    }

    @Override
    public String id() {
        return "member-consent/answerInvitation";
    }

    @Override
    public Map<String, Object> values(StepContext context) {
        var shown = new HashMap<>(values.facts(context.caseId()));
        members.find(context.caseId(), context.requiredUnit()).ifPresent(member -> {
            shown.put(
                    "inviterName",
                    organizations.name(Objects.requireNonNullElse(member.invitedBy(), member.selectedBy())));
            shown.put("modeName", values.say("alliance.mode." + member.mode()));
            shown.put("invitationReason", member.reason());
        });
        var elsewhere = members.membershipsElsewhere(context.requiredUnit(), context.caseId());
        shown.put(
                "elsewhere",
                elsewhere.isEmpty()
                        ? values.say("alliance.elsewhere.none")
                        : Listed.of(elsewhere.stream().map(Membership::title).toList()));
        return shown;
    }

    @Override
    public void record(StepContext context, Answers answers) {
        if (answers.text("answer").equals("CONSENT")) {
            members.consent(
                    context.caseId(),
                    context.requiredUnit(),
                    answers.text("contact"),
                    answers.text("phone"),
                    answers.text("wish"));
        } else {
            members.decline(context.caseId(), context.requiredUnit(), answers.text("declineReason"));
        }
    }
}
