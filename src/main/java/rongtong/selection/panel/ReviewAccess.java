package rongtong.selection.panel;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.document.AttachmentAccess;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.shared.NotFound;

/**
 * Which applications an expert may read: those assigned now, from the moment on at which confidentiality and impartiality
 * were promised, until the reason ends (a recusal, a replacement, a withdrawal). Files ask here too.
 */
@Component
public class ReviewAccess implements AttachmentAccess {

    private final JdbcClient jdbc;
    private final CurrentUser user;

    ReviewAccess(JdbcClient jdbc, CurrentUser user) {
        this.jdbc = jdbc;
        this.user = user;
    }

    /** Whether the person at work judges the application now, and has promised for it. */
    public boolean mayReview(UUID application) {
        return user.has(Role.EXPERT)
                && jdbc.sql("""
                        select exists (
                            select from selection.assignment g
                            join selection.application a on a.case_id = g.application
                            join selection.review_item i on i.application = g.application
                            join selection.review v on v.case_id = i.review and v.expert = g.expert
                            where g.application = :application and g.expert = :expert and g.ended_at is null
                                and v.declared_at is not null
                                and a.status in ('ENTERED', 'SELECTED', 'RESERVE', 'NOT_SELECTED'))
                        """)
                        .param("application", application)
                        .param("expert", user.username())
                        .query(Boolean.class)
                        .single();
    }

    /** @throws NotFound if the person at work does not judge the application now */
    public void requireReview(UUID application) {
        if (!mayReview(application)) {
            throw new NotFound("application", application);
        }
    }

    @Override
    public boolean mayRead(UUID caseId) {
        return mayReview(caseId);
    }
}
