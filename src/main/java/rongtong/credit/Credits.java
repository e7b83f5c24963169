package rongtong.credit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Organizations;
import rongtong.policy.Settings;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.SearchText;

/** The register of credit. */
@Service
@Transactional(readOnly = true)
public class Credits {

    private static final String COLUMNS =
            "r.id, r.organization, r.kind, r.reason, r.source, r.decision, r.valid_from, r.valid_to, r.repaired_on";

    /** An organisation beyond so many of the same name is found by a longer part of it. */
    private static final int MOST_NAMED = 500;

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Settings settings;
    private final CurrentUser user;
    private final Clock clock;

    Credits(JdbcClient jdbc, Organizations organizations, Settings settings, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
    }

    /** The credit of an organisation today, for procedures; an organisation without entries is good. */
    public Standing of(String organization) {
        var records = jdbc.sql("select " + COLUMNS + """
                         from credit.record r
                        where r.organization = :organization
                        order by r.valid_from desc, r.id
                        """)
                .param("organization", organization)
                .query(CreditRecord.class)
                .list();
        return Standing.of(organization, records, LocalDate.now(clock), settings.number("credit.years"));
    }

    /**
     * The same for the person at work: departments, administrators and auditors see everybody's, others their own.
     *
     * @throws NotFound for that of another organisation
     */
    public Standing visible(String organization) {
        if (!user.organization().equals(organization)
                && user.roles().stream().noneMatch(role -> role != Role.APPLICANT && role != Role.EXPERT)) {
            throw new NotFound("credit", organization);
        }
        return of(organization);
    }

    /**
     * All entries, the newest first.
     *
     * @param text part of the name or code of an organisation, or of the reason; nothing for all
     */
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'AUDITOR')")
    public Page<CreditRecord> find(@Nullable String text, int page, int size) {
        var pattern = text == null || text.isBlank() ? "%" : "%" + SearchText.literal(text.strip()) + "%";
        var named =
                organizations
                        .find(OrganizationFilter.parse(null, null, null, null, text), 0, MOST_NAMED)
                        .items()
                        .stream()
                        .map(OrganizationRow::code)
                        .toArray(String[]::new);
        var from = """
                 from credit.record r
                where r.organization = any(:organizations) or r.reason ilike :text
                """;
        List<CreditRecord> items = jdbc.sql(
                        "select " + COLUMNS + from + " order by r.valid_from desc, r.id offset :offset limit :limit")
                .param("text", pattern)
                .param("organizations", named)
                .param("offset", (long) page * size)
                .param("limit", size)
                .query(CreditRecord.class)
                .list();
        var total = jdbc.sql("select count(*)" + from)
                .param("text", pattern)
                .param("organizations", named)
                .query(Long.class)
                .single();
        return new Page<>(items, page, size, total);
    }
}
