package rongtong.alliance.process;

import org.springframework.stereotype.Component;
import rongtong.alliance.Foundings;
import rongtong.alliance.member.MemberKind;
import rongtong.alliance.member.Members;
import rongtong.organization.Organizations;
import rongtong.workflow.StepContext;

/** The science department selects institutes. */
@Component
class SelectInstitutes extends SelectMembers {

    private final Organizations organizations;

    SelectInstitutes(Members members, Foundings foundings, Organizations organizations, AllianceValues values) {
        super(MemberKind.INSTITUTE, "institutes", members, foundings, organizations, values);
        this.organizations = organizations;
    }

    @Override
    public String id() {
        return "member-selection/selectInstitutes";
    }

    @Override
    String competent(StepContext context) {
        return organizations.responsible(context.text("jurisdiction"), "science");
    }
}
