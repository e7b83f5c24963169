package rongtong.selection.register;

import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;

/** The one rule of who may read evaluations, and who orders them. */
@Component
class RecognitionAccess {

    private final CurrentUser user;
    private final Organizations organizations;

    RecognitionAccess(CurrentUser user, Organizations organizations) {
        this.user = user;
        this.organizations = organizations;
    }

    /** The organisation itself, public bodies, administrators and auditors. */
    boolean readsEvaluations(String organization) {
        if (!user.isPresent()) {
            return false;
        }
        if (user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR)) {
            return true;
        }
        return user.actsForOrganization()
                && (user.organization().equals(organization)
                        || organizations
                                .find(user.organization())
                                .map(own -> own.kind() == OrganizationKind.DEPARTMENT
                                        || own.kind() == OrganizationKind.GOVERNMENT)
                                .orElse(false));
    }

    /** Handlers of the department that convened the selection, while the recognition has its case and is in force. */
    boolean evaluates(Recognition recognition) {
        return user.isPresent()
                && user.has(Role.HANDLER)
                && user.organization().equals(recognition.organ())
                && recognition.application() != null
                && recognition.status().isInForce();
    }
}
