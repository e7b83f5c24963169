package rongtong.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.Account;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;
import rongtong.shared.Texts;
import rongtong.workflow.clock.Lights;

/** How much work lies where, from the inboxes alone: the days on which one's own tasks are due, the load of a department. */
@Service
@Transactional(readOnly = true)
public class Workload {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Accounts accounts;
    private final Organizations organizations;
    private final Lights lights;
    private final Texts texts;
    private final Clock clock;

    Workload(
            JdbcClient jdbc,
            CurrentUser user,
            Accounts accounts,
            Organizations organizations,
            Lights lights,
            Texts texts,
            Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.accounts = accounts;
        this.organizations = organizations;
        this.lights = lights;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Open tasks of one inbox of a department.
     *
     * @param name of the person who has taken them, or of the office whose members may
     * @param person user name; null for what nobody has taken yet
     * @param soon due within the days that show amber, today with them
     */
    public record Load(String name, @Nullable String person, long open, long soon, long overdue) {}

    /** How many tasks that the person may act on are due on each day of a month; days without any are left out. */
    public Map<LocalDate, Long> dueIn(YearMonth month) {
        var holders = new ArrayList<>(user.groups());
        holders.add(TaskRecords.holder(user.username()));
        var days = new TreeMap<LocalDate, Long>();
        jdbc.sql("""
                        select (due_at at time zone :zone)::date as day, count(distinct task_id) as tasks
                        from workflow.todo
                        where holder = any(:holders) and due_at >= :from and due_at < :to
                        group by day
                        """)
                .param("zone", zone().getId())
                .param("holders", holders.toArray(String[]::new))
                .param("from", startOf(month.atDay(1)))
                .param("to", startOf(month.plusMonths(1).atDay(1)))
                .query((row, number) -> days.put(row.getObject("day", LocalDate.class), row.getLong("tasks")))
                .list();
        return days;
    }

    /** Whether the person may see the load of the own department: its leaders do. */
    public boolean seesDepartment() {
        return user.has(Role.LEADER);
    }

    /** The load of the leader's own organisation: what nobody has taken yet, then each person; empty for all others. */
    public List<Load> ofDepartment() {
        if (!seesDepartment()) {
            return List.of();
        }
        var organization = user.organization();
        var holders = new LinkedHashSet<String>();
        for (var role : List.of(Role.HANDLER, Role.LEADER)) {
            var group = organization + ":" + role;
            holders.add(group);
        }
        for (var group : List.copyOf(holders)) {
            accounts.members(group).stream().sorted().map(TaskRecords::holder).forEach(holders::add);
        }
        var places = new ArrayList<>(holders);
        var found = new TreeMap<Integer, Load>();
        jdbc.sql("""
                        select holder, count(*) as open,
                               count(*) filter (where due_at >= :now and due_at < :soon) as soon,
                               count(*) filter (where due_at < :now) as overdue
                        from workflow.todo where holder = any(:holders)
                        group by holder
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "soon",
                        Timestamp.from(lights.amberUntil(
                                organizations.get(organization).province())))
                .param("holders", places.toArray(String[]::new))
                .query((row, number) -> {
                    var holder = row.getString("holder");
                    return found.put(
                            places.indexOf(holder),
                            new Load(
                                    nameOf(holder),
                                    personOf(holder),
                                    row.getLong("open"),
                                    row.getLong("soon"),
                                    row.getLong("overdue")));
                })
                .list();
        return List.copyOf(found.values());
    }

    private String nameOf(String holder) {
        var person = personOf(holder);
        return person == null
                ? texts.of("desk.load.untaken", texts.of("workflow.role." + holder.substring(holder.indexOf(':') + 1)))
                : accounts.displayName(person);
    }

    private static @Nullable String personOf(String holder) {
        return holder.startsWith("@")
                ? holder.substring(1)
                : Account.personOf(holder).orElse(null);
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(zone()).toInstant());
    }

    private ZoneId zone() {
        return clock.getZone();
    }
}
