package rongtong.identity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationKind;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Organizations;
import rongtong.shared.Csv;
import rongtong.shared.Demonstration;

/**
 * Makes the accounts of a demonstration before the first request: two for each department, government and park, one for
 * each school, enterprise and institute, experts, administrators and an auditor. All share one password and therefore
 * one hash, because a BCrypt for each of 1,400 accounts would take minutes.
 */
@Component
@DependsOnDatabaseInitialization
@DependsOn("organizationData")
class DemonstrationAccounts implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(DemonstrationAccounts.class);
    private static final int EXPERTS = 20;
    private static final int MOST_ORGANIZATIONS = 10_000;
    /** Administrators belong to the body that runs the platform. */
    static final String OPERATOR = "LN-PLATFORM";

    private static final Set<OrganizationKind> APPLICANTS =
            EnumSet.of(OrganizationKind.SCHOOL, OrganizationKind.ENTERPRISE, OrganizationKind.INSTITUTE);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PasswordEncoder passwords;
    private final Organizations organizations;
    private final Demonstration demonstration;

    DemonstrationAccounts(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            PasswordEncoder passwords,
            Organizations organizations,
            Demonstration demonstration) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.passwords = passwords;
        this.organizations = organizations;
        this.demonstration = demonstration;
    }

    @Override
    public void afterPropertiesSet() {
        if (demonstration.isOn()) {
            transaction.executeWithoutResult(status -> enter());
        }
    }

    private void enter() {
        var hash = sharedHash();
        var accounts = accounts();
        int entered = jdbc.sql("""
                        insert into identity.account
                            (username, display_name, organization, roles, password, demonstration)
                        select username, display_name, organization, array[role], :password, true
                        from unnest(:usernames::text[], :names::text[], :organizations::text[], :roles::text[])
                            as account (username, display_name, organization, role)
                        on conflict do nothing
                        """)
                .param("password", hash)
                .param("usernames", accounts.stream().map(Entry::username).toArray(String[]::new))
                .param("names", accounts.stream().map(Entry::displayName).toArray(String[]::new))
                .param(
                        "organizations",
                        accounts.stream().map(Entry::organization).toArray(String[]::new))
                .param(
                        "roles",
                        accounts.stream().map(entry -> entry.role().name()).toArray(String[]::new))
                .update();
        if (entered > 0) {
            LOG.info("Entered {} demonstration accounts", entered);
        }
    }

    /** The hash that they have already, or a new one for all of them if the password in the configuration is another. */
    private String sharedHash() {
        var present = presentHash();
        if (present != null && passwords.matches(demonstration.password(), present)) {
            return present;
        }
        var hash = passwords.encode(demonstration.password());
        jdbc.sql("update identity.account set password = :password where demonstration")
                .param("password", hash)
                .update();
        return hash;
    }

    private @Nullable String presentHash() {
        return jdbc.sql("select password from identity.account where demonstration limit 1")
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private record Entry(String username, String displayName, String organization, Role role) {}

    private List<Entry> accounts() {
        var entries = new ArrayList<Entry>();
        var all = organizations
                .find(OrganizationFilter.all(), 0, MOST_ORGANIZATIONS)
                .items();
        for (var organization : all) {
            var username = organization.code().toLowerCase(Locale.ROOT);
            if (APPLICANTS.contains(organization.kind())) {
                entries.add(new Entry(username, organization.name(), organization.code(), Role.APPLICANT));
            } else {
                entries.add(new Entry(
                        username + ".handler", organization.name() + "经办人", organization.code(), Role.HANDLER));
                entries.add(
                        new Entry(username + ".leader", organization.name() + "负责人", organization.code(), Role.LEADER));
            }
        }
        addExperts(entries, all);
        entries.add(new Entry("admin", "系统管理员", OPERATOR, Role.ADMINISTRATOR));
        entries.add(new Entry("admin2", "系统管理员（复核）", OPERATOR, Role.ADMINISTRATOR));
        entries.add(new Entry("auditor", "审计员", OPERATOR, Role.AUDITOR));
        return entries;
    }

    /**
     * The first experts come from the first universities of the list, a different one each; the others from where the data
     * say.
     */
    private static void addExperts(List<Entry> entries, List<OrganizationRow> all) {
        var schools = all.stream()
                .filter(organization -> organization.kind() == OrganizationKind.SCHOOL)
                .limit(EXPERTS)
                .toList();
        for (int i = 0; i < schools.size(); i++) {
            var number = String.format(Locale.ROOT, "%02d", i + 1);
            entries.add(new Entry(
                    "expert-" + number, "评审专家" + number, schools.get(i).code(), Role.EXPERT));
        }
        for (var row : Csv.read("data/demonstration-experts.csv")) {
            var organization = row.orNull("organization");
            if (organization != null) {
                var username = row.text("username");
                var number = username.substring(username.indexOf('-') + 1);
                entries.add(new Entry(username, "评审专家" + number, organization, Role.EXPERT));
            }
        }
    }
}
