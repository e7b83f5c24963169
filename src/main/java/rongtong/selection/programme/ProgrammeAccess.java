package rongtong.selection.programme;

import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;

/**
 * Who edits a programme and who carries it out: handlers of the departments that have its functions in its province. What
 * is published is for everybody to read (R-GB-03, R-LN-03, R-ZJ-10).
 */
@Component
public class ProgrammeAccess {

    private final CurrentUser user;
    private final Organizations organizations;

    ProgrammeAccess(CurrentUser user, Organizations organizations) {
        this.user = user;
        this.organizations = organizations;
    }

    /** Handlers of its lead departments, and administrators. */
    public boolean mayEdit(Programme programme) {
        return user.has(Role.ADMINISTRATOR)
                || user.has(Role.HANDLER)
                        && programme.leads().stream().anyMatch(function -> isOwn(programme.province(), function));
    }

    /** Handlers of a department of the province, which can lead a programme of their own; and administrators. */
    public boolean mayCreate() {
        return user.has(Role.ADMINISTRATOR)
                || user.has(Role.HANDLER)
                        && organizations
                                .functions(
                                        organizations.get(user.organization()).province())
                                .containsValue(user.organization());
    }

    /** Handlers of the department that convenes. */
    public boolean mayStart(Programme programme) {
        return user.has(Role.HANDLER) && convenes(programme);
    }

    /** Whether the person's department convenes it. */
    public boolean convenes(Programme programme) {
        return isOwn(programme.province(), programme.convener());
    }

    /** Whether the person belongs to a department that leads or takes part. */
    public boolean takesPart(Programme programme) {
        return user.isPresent()
                && Stream.concat(programme.leads().stream(), programme.participants().stream())
                        .anyMatch(function -> isOwn(programme.province(), function));
    }

    /** @throws AccessDeniedException unless {@link #mayEdit} */
    void requireEditor(Programme programme) {
        if (!mayEdit(programme)) {
            throw new AccessDeniedException("No handler of a lead department of " + programme.key());
        }
    }

    private boolean isOwn(String province, String function) {
        return organizations
                .findResponsible(province, function)
                .filter(user.organization()::equals)
                .isPresent();
    }
}
