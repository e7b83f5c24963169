package rongtong.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.SearchText;

/** Looks accounts up. */
@Service
public class Accounts {

    private static final String COLUMNS = "select username, display_name, organization, roles, locale, enabled ";

    private final JdbcClient jdbc;

    Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFound if there is no such account */
    public Account get(String username) {
        return byUsername(username).orElseThrow(() -> new NotFound("account", username));
    }

    Optional<Account> byUsername(String username) {
        return jdbc.sql(COLUMNS + "from identity.account where username = :username")
                .param("username", username)
                .query(Accounts::read)
                .optional();
    }

    /** What to call the person; the user name itself where there is no such account (any more). */
    public String displayName(String username) {
        return byUsername(username).map(Account::displayName).orElse(username);
    }

    /** All accounts of an organisation, by user name. */
    public List<Account> find(String organization) {
        return jdbc.sql(COLUMNS + "from identity.account where organization = :organization order by username")
                .param("organization", organization)
                .query(Accounts::read)
                .list();
    }

    /**
     * User names of the enabled accounts in a group.
     *
     * @param group such as {@code LN-EDU:HANDLER}; of anything else nobody is a member
     */
    public List<String> members(String group) {
        int colon = group.lastIndexOf(':');
        if (colon < 0) {
            return List.of();
        }
        return jdbc.sql("""
                        select username
                        from identity.account
                        where organization = :organization and (:role = any(roles) or :role = '@' || username) and enabled
                        order by username
                        """)
                .param("organization", group.substring(0, colon))
                .param("role", group.substring(colon + 1))
                .query(String.class)
                .list();
    }

    /** The same for several groups at once, by group; a group without members is left out. */
    public Map<String, List<String>> members(Collection<String> groups) {
        var known = groups.stream().filter(group -> group.contains(":")).toList();
        var members = new LinkedHashMap<String, List<String>>();
        if (!known.isEmpty()) {
            jdbc.sql("""
                            select g.name, a.username
                            from unnest(:names::text[], :organizations::text[], :roles::text[])
                                as g (name, organization, role)
                            join identity.account a
                                on a.organization = g.organization and (g.role = any(a.roles) or g.role = '@' || a.username)
                            where a.enabled
                            order by g.name, a.username
                            """)
                    .param("names", known.toArray(String[]::new))
                    .param(
                            "organizations",
                            known.stream()
                                    .map(group -> group.substring(0, group.lastIndexOf(':')))
                                    .toArray(String[]::new))
                    .param(
                            "roles",
                            known.stream()
                                    .map(group -> group.substring(group.lastIndexOf(':') + 1))
                                    .toArray(String[]::new))
                    .query(rs -> {
                        members.computeIfAbsent(rs.getString("name"), any -> new ArrayList<>())
                                .add(rs.getString("username"));
                    });
        }
        return members;
    }

    /** Enabled accounts, by user name. */
    public Page<Account> search(AccountFilter filter, int page, int size) {
        var where = """
                from identity.account
                where enabled
                    and (cast(:organization as text) is null or organization = :organization)
                    and (cast(:role as text) is null or :role = any(roles))
                    and (cast(:text as text) is null or username ilike :text or display_name ilike :text)
                """;
        var total = bind(jdbc.sql("select count(*) " + where), filter)
                .query(Long.class)
                .single();
        var items = bind(jdbc.sql(COLUMNS + where + "order by username offset :offset limit :limit"), filter)
                .param("offset", (long) page * size)
                .param("limit", size)
                .query(Accounts::read)
                .list();
        return new Page<>(items, page, size, total);
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, AccountFilter filter) {
        var text = filter.text();
        return statement
                .param("organization", filter.organization())
                .param("role", filter.role() == null ? null : filter.role().name())
                .param("text", text == null ? null : "%" + SearchText.literal(text) + "%");
    }

    static Account read(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getString("username"),
                row.getString("display_name"),
                row.getString("organization"),
                roles(row),
                row.getString("locale"),
                row.getBoolean("enabled"));
    }

    private static Set<Role> roles(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("roles").getArray();
        return Arrays.stream(names).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
