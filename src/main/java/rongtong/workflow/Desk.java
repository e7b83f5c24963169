package rongtong.workflow;

import java.util.List;
import rongtong.identity.Account;
import rongtong.identity.Accounts;
import rongtong.identity.Role;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;

/**
 * Says in diagrams who may act. Answers are candidate groups, {@code <organisation code>:<role>}; departments are found by
 * function and province in the data, never by name.
 */
@ProcessBean("desk")
public class Desk {

    private final Organizations organizations;
    private final Accounts accounts;

    Desk(Organizations organizations, Accounts accounts) {
        this.organizations = organizations;
        this.accounts = accounts;
    }

    /** Whoever works for an organisation: the handlers (经办) of a public body, the applicants of any other. */
    public String unit(String organization) {
        return group(organization, worksOnCases(organization) ? Role.HANDLER : Role.APPLICANT);
    }

    /** The leaders (负责人) of a public body. */
    public String leader(String organization) {
        return group(organization, Role.LEADER);
    }

    /** One expert (评审专家) in person: no colleague may do it, nor see that it was asked. */
    public String expert(String username) {
        return Account.personal(accounts.get(username).organization(), username);
    }

    /** The handlers of the department that answers for a function, such as {@code education}, in a province. */
    public String function(String jurisdiction, String function) {
        return unit(organization(jurisdiction, function));
    }

    public String functionLeader(String jurisdiction, String function) {
        return leader(organization(jurisdiction, function));
    }

    /** @throws rongtong.shared.RuleViolation if nobody answers for the function */
    public String organization(String jurisdiction, String function) {
        return organizations.responsible(jurisdiction, function);
    }

    /** Those who hold the same offices as a person, in the same organisation. */
    public List<String> officesOf(String username) {
        return accounts.get(username).groups().stream().sorted().toList();
    }

    private boolean worksOnCases(String organization) {
        return organizations
                .find(organization)
                .map(found -> !isApplicant(found.kind()))
                .orElse(true);
    }

    private static boolean isApplicant(OrganizationKind kind) {
        return kind == OrganizationKind.SCHOOL
                || kind == OrganizationKind.ENTERPRISE
                || kind == OrganizationKind.INSTITUTE;
    }

    private static String group(String organization, Role role) {
        return organization + ":" + role;
    }
}
