package rongtong.factory.register;

import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.OrganizationKind;
import rongtong.organization.OrganizationLevel;
import rongtong.organization.Organizations;

/**
 * The one rule of who may see a factory: its own school; the departments that answer for education, human resources or
 * finance, or that handle the factory, in their jurisdiction and below; administrators and auditors.
 */
@Component
class FactoryAccess {

    /** For {@code where} clauses over {@code factory.factory f}, with the parameters of {@link #sees}. */
    static final String VISIBLE = """
            (:seesAll or f.school = :organization or f.industry_organ = :organization
             or f.finance_organ = :organization or f.region like :area)""";

    private static final Set<String> SUPERVISING = Set.of("education", "human-resources", "finance");

    /** Matches no region. */
    private static final String NOWHERE = "-";

    private final CurrentUser user;
    private final Organizations organizations;

    FactoryAccess(CurrentUser user, Organizations organizations) {
        this.user = user;
        this.organizations = organizations;
    }

    /** Binds the parameters of {@link #VISIBLE}. */
    JdbcClient.StatementSpec sees(JdbcClient.StatementSpec statement) {
        return statement
                .param("seesAll", user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR))
                .param("organization", user.organization())
                .param("area", area());
    }

    private String area() {
        var own = organizations.get(user.organization());
        var region = own.region();
        if (own.kind() != OrganizationKind.DEPARTMENT
                || region == null
                || own.level() == OrganizationLevel.NATIONAL
                || organizations.functionsOf(own.code()).stream().noneMatch(SUPERVISING::contains)) {
            return NOWHERE;
        }
        return switch (own.level()) {
            case PROVINCE -> region.substring(0, 2) + "%";
            case CITY -> region.substring(0, 4) + "%";
            default -> region;
        };
    }
}
