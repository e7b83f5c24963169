package rongtong.alliance.process;

import org.springframework.stereotype.Component;
import rongtong.alliance.Foundings;
import rongtong.alliance.member.MemberKind;
import rongtong.alliance.member.Members;
import rongtong.organization.Organizations;
import rongtong.workflow.StepContext;

/** The demand department selects enterprises. */
@Component
class SelectEnterprises extends SelectMembers {

    SelectEnterprises(Members members, Foundings foundings, Organizations organizations, AllianceValues values) {
        super(MemberKind.ENTERPRISE, "enterprises", members, foundings, organizations, values);
    }

    @Override
    public String id() {
        return "member-selection/selectEnterprises";
    }

    @Override
    String competent(StepContext context) {
        return context.text("demandDepartment");
    }
}
