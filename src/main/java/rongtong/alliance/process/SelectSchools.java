package rongtong.alliance.process;

import org.springframework.stereotype.Component;
import rongtong.alliance.Foundings;
import rongtong.alliance.member.MemberKind;
import rongtong.alliance.member.Members;
import rongtong.organization.Organizations;
import rongtong.workflow.StepContext;

/** The education department selects schools. */
@Component
class SelectSchools extends SelectMembers {

    private final Organizations organizations;

    SelectSchools(Members members, Foundings foundings, Organizations organizations, AllianceValues values) {
        super(MemberKind.SCHOOL, "schools", members, foundings, organizations, values);
        this.organizations = organizations;
    }

    @Override
    public String id() {
        return "member-selection/selectSchools";
    }

    @Override
    String competent(StepContext context) {
        return organizations.responsible(context.text("jurisdiction"), "education");
    }
}
