package rongtong.selection.application;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.OrganizationLevel;
import rongtong.organization.Organizations;

/**
 * The one rule of which applications a list shows: the applicant its own; those who recommend, once it is their turn; the
 * lead and participating departments of the province, once they are handed in; administrators and auditors all. Experts see
 * none here, not even their number: what is assigned to them stands under the reviews.
 */
@Component
class ApplicationAccess {

    /** For {@code where} clauses over application {@code a}, round {@code r}, programme {@code p}, with {@link #sees}. */
    static final String VISIBLE = """
            (:seesAll
             or :acts and (
                a.applicant = :organization
                or a.received_at is not null and (
                    r.province = :province
                        and (jsonb_exists_any(p.definition -> 'leads', :functions::text[])
                             or jsonb_exists_any(p.definition -> 'participants', :functions::text[]))
                    or exists (select from selection.route t
                               where t.application = a.case_id and t.organ = :organization
                                   and t.place <= 1 + (select count(*) from selection.recommendation c
                                                       where c.application = a.case_id)))))""";

    /** Matches no round. */
    private static final String NOWHERE = "-";

    private final CurrentUser user;
    private final Organizations organizations;

    ApplicationAccess(CurrentUser user, Organizations organizations) {
        this.user = user;
        this.organizations = organizations;
    }

    /** Binds the parameters of {@link #VISIBLE}. */
    JdbcClient.StatementSpec sees(JdbcClient.StatementSpec statement) {
        var own = organizations.find(user.organization());
        var province = own.filter(organization -> organization.level() == OrganizationLevel.PROVINCE)
                .map(organization -> organization.province())
                .orElse(NOWHERE);
        return statement
                .param("seesAll", user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR))
                .param("acts", user.actsForOrganization())
                .param("organization", user.organization())
                .param("province", province)
                .param(
                        "functions",
                        organizations.functionsOf(user.organization()).toArray(String[]::new));
    }
}
