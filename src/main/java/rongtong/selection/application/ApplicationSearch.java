package rongtong.selection.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Organizations;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.SearchText;
import rongtong.workflow.CaseAccess;

/** Lists of applications, as far as the person may see them. */
@Service
@Transactional(readOnly = true)
public class ApplicationSearch {

    /** An applicant beyond so many of the same name is found by a longer part of it. */
    private static final int MOST_NAMED = 500;

    private static final String FROM = """
             from selection.application a
            join selection.round r on r.case_id = a.round
            join selection.programme p on p.key = r.programme and p.version = r.version
            """;

    private static final String COLUMNS = """
            select a.case_id, a.number, a.applicant, a.region, a.title, a.track, a.status, a.received_at,
                   (select case when :english then t ->> 'nameEn' else t ->> 'name' end
                    from jsonb_array_elements(p.definition -> 'tracks') t where t ->> 'key' = a.track) as track_name,
                   (select count(*) from selection.route t where t.application = a.case_id) as recommenders,
                   (select count(*) from selection.recommendation c
                    where c.application = a.case_id and c.recommended) as recommended,
                   exists (select from selection.recommendation c
                           where c.application = a.case_id and not c.recommended) as refused
            """;

    private final JdbcClient jdbc;
    private final ApplicationAccess access;
    private final CaseAccess cases;
    private final Organizations organizations;

    ApplicationSearch(JdbcClient jdbc, ApplicationAccess access, CaseAccess cases, Organizations organizations) {
        this.jdbc = jdbc;
        this.access = access;
        this.cases = cases;
        this.organizations = organizations;
    }

    /** By round, the newest first, track and time of receipt; what is still written comes last. */
    public Page<ApplicationRow> find(ApplicationFilter filter, int page, int size) {
        var where = where(filter);
        var rows = bind(jdbc.sql(COLUMNS + FROM + where + """

                                order by r.created_at desc, a.track, a.received_at nulls last, a.case_id
                                offset :offset limit :size
                                """), filter)
                .param("english", LocaleContextHolder.getLocale().getLanguage().equals("en"))
                .param("offset", (long) page * size)
                .param("size", size)
                .query(this::row)
                .list();
        var total = bind(jdbc.sql("select count(*)" + FROM + where), filter)
                .query(Long.class)
                .single();
        return new Page<>(rows, page, size, total);
    }

    /** @throws NotFound if there is no such application, or the person may not see it */
    public void requireVisible(UUID application) {
        var visible = access.sees(jdbc.sql("select exists (select" + FROM + "where a.case_id = :application and "
                        + ApplicationAccess.VISIBLE + ")"))
                .param("application", application)
                .query(Boolean.class)
                .single();
        if (!visible) {
            throw new NotFound("application", application);
        }
    }

    /** Whether the person reads what recommenders said of an application and what the credit check found. */
    public boolean readsOpinions(PilotApplication application) {
        return cases.readsInternal(application.applicant());
    }

    private static String where(ApplicationFilter filter) {
        var where = new StringBuilder("where r.programme = :programme and " + ApplicationAccess.VISIBLE);
        if (filter.round() != null) {
            where.append(" and a.round = :round");
        }
        if (filter.track() != null) {
            where.append(" and a.track = :track");
        }
        if (filter.status() != null) {
            where.append(" and a.status = :status");
        }
        if (filter.text() != null) {
            where.append(" and (a.title ilike :text or a.number ilike :text or a.applicant = any(:named))");
        }
        return where.toString();
    }

    private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, ApplicationFilter filter) {
        access.sees(statement).param("programme", filter.programme());
        if (filter.round() != null) {
            statement.param("round", filter.round());
        }
        if (filter.track() != null) {
            statement.param("track", filter.track());
        }
        if (filter.status() != null) {
            statement.param("status", filter.status().name());
        }
        if (filter.text() != null) {
            statement.param("text", "%" + SearchText.literal(filter.text()) + "%");
            statement.param(
                    "named",
                    organizations
                            .find(OrganizationFilter.parse(null, null, null, null, filter.text()), 0, MOST_NAMED)
                            .items()
                            .stream()
                            .map(OrganizationRow::code)
                            .toArray(String[]::new));
        }
        return statement;
    }

    private ApplicationRow row(ResultSet rs, int index) throws SQLException {
        var received = rs.getTimestamp("received_at");
        return new ApplicationRow(
                rs.getObject("case_id", UUID.class),
                rs.getString("number"),
                rs.getString("applicant"),
                organizations.name(rs.getString("applicant")),
                rs.getString("region"),
                rs.getString("title"),
                rs.getString("track"),
                rs.getString("track_name"),
                ApplicationStatus.valueOf(rs.getString("status")),
                received == null ? null : received.toInstant(),
                rs.getInt("recommended"),
                rs.getInt("recommenders"),
                rs.getBoolean("refused"));
    }
}
