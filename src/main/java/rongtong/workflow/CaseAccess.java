package rongtong.workflow;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.document.AttachmentAccess;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.OrganizationKind;
import rongtong.organization.Organizations;
import rongtong.shared.NotFound;

/**
 * The one rule of who may see a case: the organisations that it concerns, single persons whom it concerns in place of
 * their organisation (experts), and administrators and auditors. Lists, pages, attachments, diagrams and programs all ask
 * here.
 */
@Component
public class CaseAccess implements AttachmentAccess {

    /** For {@code where} clauses over {@code workflow.case_file c}, with the parameters of {@link #sees}. */
    static final String VISIBLE = """
            (:seesAll or exists (select from workflow.participant p
                                 where p.case_id = c.id and p.organization = :organization
                                     and (p.account = '' and :actsForOrganization or p.account = :account)))""";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Organizations organizations;

    CaseAccess(JdbcClient jdbc, CurrentUser user, Organizations organizations) {
        this.jdbc = jdbc;
        this.user = user;
        this.organizations = organizations;
    }

    /** Binds the parameters of {@link #VISIBLE}. */
    JdbcClient.StatementSpec sees(JdbcClient.StatementSpec statement) {
        return statement
                .param("seesAll", seesAll())
                .param("organization", user.organization())
                .param("actsForOrganization", user.actsForOrganization())
                .param("account", user.username());
    }

    public boolean visible(UUID caseId) {
        return sees(jdbc.sql("select exists (select from workflow.case_file c where c.id = :case and " + VISIBLE + ")"))
                .param("case", caseId)
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean mayRead(UUID caseId) {
        return visible(caseId);
    }

    /** @throws NotFound if there is no such case or the person may not see it */
    public void requireVisible(UUID caseId) {
        if (!visible(caseId)) {
            throw new NotFound("case", caseId);
        }
    }

    /**
     * Whether the person may read, in a case that is visible, what other organisations answered: public bodies,
     * administrators and auditors. Others read their own answers and the application.
     */
    public boolean readsAnswersOfAll() {
        return seesAll()
                || user.actsForOrganization()
                        && organizations
                                .find(user.organization())
                                .map(own -> own.kind() == OrganizationKind.DEPARTMENT
                                        || own.kind() == OrganizationKind.GOVERNMENT)
                                .orElse(false);
    }

    /**
     * Whether the person may read what public bodies say of an applicant among themselves: who may read the answers of all,
     * but never the applicant, which may be a public body too.
     *
     * @param applicant code of the organisation whose case it is
     */
    public boolean readsInternal(String applicant) {
        return seesAll() || readsAnswersOfAll() && !user.organization().equals(applicant);
    }

    boolean seesAll() {
        return user.has(Role.ADMINISTRATOR) || user.has(Role.AUDITOR);
    }
}
