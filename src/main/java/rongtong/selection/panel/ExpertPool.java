package rongtong.selection.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.Account;
import rongtong.identity.AccountFilter;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.ledger.Fields;
import rongtong.organization.Organizations;
import rongtong.selection.programme.Programmes;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

/**
 * The pool of experts (专家库) of each province. The departments that convene the province's programmes keep it; each expert
 * sees and declares the own relations.
 */
@Service
@Transactional
public class ExpertPool {

    private static final int MOST_ACCOUNTS = 10_000;
    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Programmes programmes;
    private final Fields fields;
    private final CurrentUser user;
    private final Clock clock;

    ExpertPool(
            JdbcClient jdbc,
            Accounts accounts,
            Organizations organizations,
            Programmes programmes,
            Fields fields,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.organizations = organizations;
        this.programmes = programmes;
        this.fields = fields;
        this.user = user;
        this.clock = clock;
    }

    /** Provinces whose pool the person keeps; for an administrator all, for most people none. */
    @Transactional(readOnly = true)
    public List<String> kept() {
        return provinces().stream().filter(this::keeps).toList();
    }

    /** Whether the person may see a pool at all. */
    @Transactional(readOnly = true)
    public boolean mayLook() {
        return user.has(Role.AUDITOR) || !kept().isEmpty();
    }

    private List<String> provinces() {
        return programmes.published().stream()
                .map(programme -> programme.province())
                .distinct()
                .toList();
    }

    private boolean keeps(String province) {
        return user.has(Role.ADMINISTRATOR)
                || (user.has(Role.HANDLER) || user.has(Role.LEADER))
                        && programmes.published().stream()
                                .filter(programme -> programme.province().equals(province))
                                .anyMatch(programme -> organizations
                                        .findResponsible(province, programme.convener())
                                        .filter(user.organization()::equals)
                                        .isPresent());
    }

    private void requireKeeps(String province) {
        if (!keeps(province)) {
            throw new AccessDeniedException("pool of experts of " + province);
        }
    }

    /**
     * The experts whom the person may see, by user name.
     *
     * @param province nothing for all
     * @param field code; nothing for all
     * @param text part of a name, user name or title; nothing for all
     * @throws AccessDeniedException if the person keeps no pool
     */
    @Transactional(readOnly = true)
    public Page<Expert> find(
            @Nullable String province, @Nullable String field, @Nullable String text, int page, int size) {
        if (!mayLook()) {
            throw new AccessDeniedException("pool of experts");
        }
        var seen = user.has(Role.AUDITOR) ? null : kept();
        var wanted = text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
        var found = all().stream()
                .filter(expert -> seen == null || seen.contains(expert.province()))
                .filter(expert -> province == null || province.equals(expert.province()))
                .filter(expert -> field == null || expert.fields().contains(field))
                .filter(expert -> (expert.username() + " " + expert.name() + " " + expert.title() + " "
                                + organizations.name(expert.organization()))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        return new Page<>(found.stream().skip((long) page * size).limit(size).toList(), page, size, found.size());
    }

    /** All experts of a province, active or not, by user name. Checks no access. */
    @Transactional(readOnly = true)
    public List<Expert> of(String province) {
        return all().stream()
                .filter(expert -> expert.province().equals(province))
                .toList();
    }

    private List<Expert> all() {
        var people = new HashMap<String, Account>();
        accounts.search(new AccountFilter(null, Role.EXPERT, null), 0, MOST_ACCOUNTS)
                .items()
                .forEach(account -> people.put(account.username(), account));
        return jdbc
                .sql("select * from selection.expert order by username")
                .query((rs, index) -> expert(rs, people))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Nothing where the account is gone or disabled. */
    private static Optional<Expert> expert(ResultSet rs, Map<String, Account> people) throws SQLException {
        var account = people.get(rs.getString("username"));
        if (account == null) {
            return Optional.empty();
        }
        var load = rs.getObject("greatest_load", Integer.class);
        return Optional.of(new Expert(
                account.username(),
                account.displayName(),
                account.organization(),
                rs.getString("province"),
                Arrays.asList((String[]) rs.getArray("fields").getArray()),
                rs.getString("title"),
                load,
                rs.getBoolean("active")));
    }

    /** @throws NotFound if there is none in the pool, or none that the person may see */
    @Transactional(readOnly = true)
    public Expert get(String username) {
        return all().stream()
                .filter(expert -> expert.username().equals(username))
                .filter(expert ->
                        user.username().equals(username) || user.has(Role.AUDITOR) || keeps(expert.province()))
                .findFirst()
                .orElseThrow(() -> new NotFound("expert", username));
    }

    /** Enabled accounts with the role of an expert that are in no pool yet. */
    @Transactional(readOnly = true)
    public List<Account> newcomers() {
        if (kept().isEmpty()) {
            throw new AccessDeniedException("pool of experts");
        }
        var known = jdbc.sql("select username from selection.expert")
                .query(String.class)
                .set();
        return accounts.search(new AccountFilter(null, Role.EXPERT, null), 0, MOST_ACCOUNTS).items().stream()
                .filter(account -> !known.contains(account.username()))
                .toList();
    }

    /**
     * Enters an expert in the pool, or changes what it says.
     *
     * @param expert name and organisation come from the account and are not changed
     * @throws NotFound if there is no such account with the role of an expert
     * @throws RuleViolation with the fields
     */
    public void save(Expert expert) {
        var account = accounts.get(expert.username());
        if (!account.roles().contains(Role.EXPERT)) {
            throw new NotFound("expert", expert.username());
        }
        requireKeeps(expert.province());
        jdbc.sql("select province from selection.expert where username = ?")
                .param(expert.username())
                .query(String.class)
                .optional()
                .ifPresent(this::requireKeeps);
        check(expert);
        jdbc.sql("""
                        insert into selection.expert (username, fields, title, province, greatest_load, active)
                        values (:username, :fields, :title, :province, :load, :active)
                        on conflict (username) do update
                        set fields = excluded.fields, title = excluded.title, province = excluded.province,
                            greatest_load = excluded.greatest_load, active = excluded.active
                        """)
                .param("username", expert.username())
                .param("fields", expert.fields().toArray(String[]::new))
                .param("title", expert.title().strip())
                .param("province", expert.province())
                .param("load", expert.greatestLoad())
                .param("active", expert.active())
                .update();
    }

    private void check(Expert expert) {
        Printable.require("title", expert.title());
        if (expert.fields().isEmpty()) {
            refuse("fields", Message.of("selection.panel.fields-needed"));
        }
        expert.fields().stream()
                .filter(field -> fields.find(field).isEmpty())
                .findFirst()
                .ifPresent(field -> refuse("fields", Message.of("selection.panel.no-such-field", field)));
        if (expert.title().length() > LONGEST) {
            refuse("title", Message.of("selection.panel.too-long", LONGEST));
        }
        var load = expert.greatestLoad();
        if (load != null && load < 1) {
            refuse("greatestLoad", Message.of("selection.panel.load-at-least-one"));
        }
    }

    /** Ties of an expert that are in force, as whoever may see the expert reads them. */
    @Transactional(readOnly = true)
    public List<DeclaredRelation> relations(String username) {
        get(username);
        return jdbc.sql("""
                        select expert, organization, kind, note, declared_by, declared_at from selection.relation
                        where expert = ? and ended_at is null order by declared_at, organization
                        """).param(username).query(ExpertPool::relation).list();
    }

    private static DeclaredRelation relation(ResultSet rs, int index) throws SQLException {
        return new DeclaredRelation(
                rs.getString("expert"),
                rs.getString("organization"),
                DeclaredRelation.Kind.valueOf(rs.getString("kind")),
                rs.getString("note"),
                rs.getString("declared_by"),
                rs.getTimestamp("declared_at").toInstant());
    }

    /**
     * Declares a tie. Declared again, its note is that of the last time.
     *
     * @throws AccessDeniedException unless the person is the expert or keeps the pool
     * @throws RuleViolation with the fields
     */
    public void declare(String username, String organization, DeclaredRelation.Kind kind, String note) {
        requireMayDeclare(get(username));
        Printable.require("note", note);
        Printable.require("organization", organization);
        if (organizations.find(organization).isEmpty()) {
            refuse("organization", Message.of("selection.panel.no-such-organization", organization));
        }
        if (note.length() > LONGEST) {
            refuse("note", Message.of("selection.panel.too-long", LONGEST));
        }
        jdbc.sql("""
                        insert into selection.relation (expert, organization, kind, note, declared_by, declared_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (expert, organization, kind) do update
                        set note = excluded.note, declared_by = excluded.declared_by,
                            declared_at = excluded.declared_at, ended_at = null
                        """)
                .params(username, organization, kind.name(), note.strip(), user.username(), now())
                .update();
    }

    /** Ends a tie; once more changes nothing. */
    public void endRelation(String username, String organization, DeclaredRelation.Kind kind) {
        requireMayDeclare(get(username));
        jdbc.sql("""
                        update selection.relation set ended_at = ?
                        where expert = ? and organization = ? and kind = ? and ended_at is null
                        """).params(now(), username, organization, kind.name()).update();
    }

    private void requireMayDeclare(Expert expert) {
        if (!user.username().equals(expert.username()) && !keeps(expert.province())) {
            throw new AccessDeniedException("relations of " + expert.username());
        }
    }

    /** All ties in force of the experts of a province, for the search for conflicts. */
    @Transactional(readOnly = true)
    List<Relation> declared(String province) {
        return jdbc.sql("""
                        select r.expert, r.organization, r.note
                        from selection.relation r join selection.expert e on e.username = r.expert
                        where e.province = ? and r.ended_at is null order by r.expert, r.organization, r.kind
                        """)
                .param(province)
                .query((rs, index) ->
                        new Relation(rs.getString("expert"), rs.getString("organization"), rs.getString("note")))
                .list();
    }

    /** How many applications each expert of a province has now, in rounds that are judged. */
    @Transactional(readOnly = true)
    public Map<String, Integer> loads(String province) {
        return loads(province, null, null);
    }

    /** The same without those of one track of a round, which are to be assigned anew. */
    Map<String, Integer> loads(String province, @Nullable UUID round, @Nullable String track) {
        var loads = new HashMap<String, Integer>();
        jdbc.sql("""
                        select a.expert, count(*)::int as load
                        from selection.assignment a join selection.round r on r.case_id = a.round
                        where a.ended_at is null and r.province = :province
                            and r.status in ('CLOSED', 'REVIEW', 'RANKED')
                            and not (a.round = coalesce(:round::uuid, '00000000-0000-0000-0000-000000000000')
                                     and a.track = coalesce(:track, ''))
                        group by a.expert
                        """)
                .param("province", province)
                .param("round", round, java.sql.Types.OTHER)
                .param("track", track, java.sql.Types.VARCHAR)
                .query(rs -> {
                    loads.put(rs.getString("expert"), rs.getInt("load"));
                });
        return loads;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static void refuse(String field, Message message) {
        throw new RuleViolation(message, List.of(new FieldError(field, message)));
    }
}
