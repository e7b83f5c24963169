package rongtong.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.policy.Clauses;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.workflow.engine.ProcessModels;

/** What a person has to do, did, started or was told of; and one task with all that is needed to decide it. */
@Service
@Transactional(readOnly = true)
public class TaskInbox {

    private static final String ROW = """
            select t.id, t.case_id, t.definition, t.step, c.title, c.number, c.service, t.assignee, t.created_at,
                   t.due_at, t.ended_at, t.stopped, c.jurisdiction
            """;

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Accounts accounts;
    private final ProcessModels models;
    private final Clauses clauses;
    private final Basis basis;
    private final TaskRecords tasks;
    private final Answering answering;
    private final CaseAccess access;
    private final OfferedActions offered;
    private final Clock clock;

    TaskInbox(
            JdbcClient jdbc,
            CurrentUser user,
            Accounts accounts,
            ProcessModels models,
            Clauses clauses,
            Basis basis,
            TaskRecords tasks,
            Answering answering,
            CaseAccess access,
            OfferedActions offered,
            Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.accounts = accounts;
        this.models = models;
        this.clauses = clauses;
        this.basis = basis;
        this.tasks = tasks;
        this.answering = answering;
        this.access = access;
        this.offered = offered;
        this.clock = clock;
    }

    public Page<TaskRow> find(TaskQuery query) {
        return switch (query.view()) {
            case TODO -> todo(query);
            case DONE ->
                page(
                        query,
                        "from workflow.task t join workflow.case_file c on c.id = t.case_id"
                                + " where t.state = 'DONE' and t.ended_by = :user",
                        "t.ended_at desc, t.id");
            case STARTED -> page(query, """
                    from workflow.case_file c
                    join lateral (select * from workflow.task l where l.case_id = c.id
                                  order by (l.state = 'OPEN') desc, l.created_at desc limit 1) t on true
                    where c.organization = :organization and c.starter = :user
                    """, "c.started_at desc, c.id");
            case COPIED ->
                page(
                        query,
                        "from workflow.copy k join workflow.task t on t.id = k.task_id"
                                + " join workflow.case_file c on c.id = t.case_id where k.username = :user",
                        "k.at desc, t.id");
        };
    }

    /** Open tasks that the person may act on now, by how soon they are due. */
    public InboxCounts counts() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone());
        return jdbc.sql("""
                        select count(*) filter (where due_at < :now) as overdue,
                               count(*) filter (where due_at >= :now and due_at < :tomorrow) as today,
                               count(*) filter (where due_at >= :tomorrow and due_at < :nextWeek) as this_week,
                               count(*) filter (where due_at >= :nextWeek) as later,
                               min(due_at) filter (where due_at >= :tomorrow and due_at < :nextWeek) as week_first,
                               min(due_at) filter (where due_at >= :nextWeek and due_at < 'infinity') as later_first
                        from workflow.todo where holder = any(:holders)
                        """)
                .param("now", Timestamp.from(now))
                .param("tomorrow", startOf(today.plusDays(1)))
                .param(
                        "nextWeek",
                        startOf(today.plusDays(8 - today.getDayOfWeek().getValue())))
                .param("holders", holders().toArray(String[]::new))
                .query((rs, index) -> new InboxCounts(
                        rs.getLong("overdue"),
                        rs.getLong("today"),
                        rs.getLong("this_week"),
                        rs.getLong("later"),
                        instant(rs, "week_first"),
                        instant(rs, "later_first")))
                .single();
    }

    /**
     * One task, for whoever may see its case; {@link TaskView#actions} is empty for those who may not act on it.
     *
     * @throws NotFound if there is none, or none that the person may see
     */
    public TaskView open(String taskId) {
        var task = tasks.get(taskId);
        var model = models.get(task.definition());
        var step = model.step(task.step());
        var row = jdbc.sql(ROW + "from workflow.task t join workflow.case_file c on c.id = t.case_id where t.id = :id")
                .param("id", taskId)
                .query(this::row)
                .single();
        var mine = task.isOpen() && tasks.mayAct(task);
        return new TaskView(
                row,
                Optional.ofNullable(basis.of(step.clause(), task.clause()))
                        .flatMap(clauses::find)
                        .orElse(null),
                step.documentation(),
                mine
                        ? answering
                                .formFor(model.process(), step, tasks.context(task))
                                .json()
                        : step.formJson(),
                mine ? answering.valuesFor(model.process(), step, tasks.context(task)) : Map.of(),
                offered.of(task),
                task.unit());
    }

    private Page<TaskRow> todo(TaskQuery query) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = filter(query, parameters);
        var holders = holders();
        var order = switch (query.sort()) {
            case DUE -> "due_at, task_id";
            case NEWEST -> "created_at desc, task_id";
            case TITLE -> "label, task_id";
        };
        parameters.put("offset", query.page() * query.size());
        parameters.put("size", query.size());
        parameters.put("holders", holders.toArray(String[]::new));
        return query.text() == null
                ? ranges(query, holders, where, order, parameters)
                : searched(query, where, order, parameters);
    }

    /** One index range for each holder, each no longer than the page reaches: the database merges presorted pieces. */
    private Page<TaskRow> ranges(
            TaskQuery query, List<String> holders, String where, String order, Map<String, Object> parameters) {
        var pieces = new ArrayList<String>();
        for (int i = 0; i < holders.size(); i++) {
            parameters.put("holder" + i, holders.get(i));
            pieces.add(
                    "(select task_id, due_at, created_at, label from workflow.todo where holder = :holder%d %s order by %s limit :reach)"
                            .formatted(i, where, order));
        }
        var found = jdbc.sql(rowsOf("", "select * from (" + String.join(" union ", pieces) + ") todo", order))
                .params(parameters)
                .param("reach", (query.page() + 1) * query.size())
                .query(this::row)
                .list();
        return new Page<>(found, query.page(), query.size(), total(where, parameters));
    }

    /** A search looks at all that the person holds: the page and its total come from one look. */
    private Page<TaskRow> searched(TaskQuery query, String where, String order, Map<String, Object> parameters) {
        var total = new AtomicLong();
        var found = jdbc.sql(rowsOf(
                        ", todo.total",
                        "select *, count(*) over () as total from (select distinct task_id, due_at, created_at, label"
                                + " from workflow.todo where holder = any(:holders) " + where + ") todo",
                        order))
                .params(parameters)
                .query((rs, index) -> {
                    total.set(rs.getLong("total"));
                    return row(rs, index);
                })
                .list();
        var beyond = found.isEmpty() && query.page() > 0;
        return new Page<>(found, query.page(), query.size(), beyond ? total(where, parameters) : total.get());
    }

    private long total(String where, Map<String, Object> parameters) {
        var counted = user.groups().size() > 1 ? "distinct task_id" : "*";
        return jdbc.sql("select count(" + counted + ") from workflow.todo where holder = any(:holders) " + where)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private static String rowsOf(String more, String todo, String order) {
        return ROW + more + " from (" + todo + " order by " + order + " offset :offset limit :size) todo"
                + " join workflow.task t on t.id = todo.task_id join workflow.case_file c on c.id = t.case_id"
                + " order by " + order.replace("due_at", "todo.due_at").replace("created_at", "todo.created_at");
    }

    private String filter(TaskQuery query, Map<String, Object> parameters) {
        var where = new StringBuilder();
        if (query.service() != null) {
            where.append(" and service = :service");
            parameters.put("service", query.service());
        }
        if (query.text() != null) {
            where.append(" and label like :text");
            parameters.put("text", pattern(query.text()).toLowerCase(Locale.ROOT));
        }
        if (query.overdue()) {
            where.append(" and due_at < :now");
            parameters.put("now", Timestamp.from(clock.instant()));
        }
        if (query.due() != null) {
            where.append(" and due_at >= :dueFrom and due_at < :dueTo");
            parameters.put("dueFrom", startOf(query.due()));
            parameters.put("dueTo", startOf(query.due().plusDays(1)));
        }
        return where.toString();
    }

    private Page<TaskRow> page(TaskQuery query, String from, String order) {
        var parameters = new LinkedHashMap<String, Object>();
        parameters.put("user", user.username());
        parameters.put("organization", user.organization());
        var where = new StringBuilder();
        if (query.service() != null) {
            where.append(" and c.service = :service");
            parameters.put("service", query.service());
        }
        if (query.text() != null) {
            where.append(" and (c.title || ' ' || c.number || ' ' || t.name) ilike :text");
            parameters.put("text", pattern(query.text()));
        }
        if (query.overdue()) {
            where.append(" and t.state = 'OPEN' and t.due_at < :now");
            parameters.put("now", Timestamp.from(clock.instant()));
        }
        var found = jdbc.sql(ROW + from + where + " order by " + order + " offset :offset limit :size")
                .params(parameters)
                .param("offset", query.page() * query.size())
                .param("size", query.size())
                .query(this::row)
                .list();
        var total = jdbc.sql("select count(*) " + from + where)
                .params(parameters)
                .query(Long.class)
                .single();
        return new Page<>(found, query.page(), query.size(), total);
    }

    private TaskRow row(ResultSet rs, int index) throws SQLException {
        var model = models.get(rs.getString("definition"));
        var step = rs.getString("step");
        var assignee = rs.getString("assignee");
        return new TaskRow(
                rs.getString("id"),
                rs.getObject("case_id", UUID.class),
                step,
                model.step(step).name(),
                rs.getString("title"),
                rs.getString("number"),
                rs.getString("service"),
                models.serviceName(rs.getString("service")),
                assignee,
                assignee == null ? null : accounts.displayName(assignee),
                rs.getTimestamp("created_at").toInstant(),
                instant(rs, "due_at"),
                rs.getBoolean("stopped"),
                rs.getString("jurisdiction"),
                instant(rs, "ended_at"));
    }

    private List<String> holders() {
        var holders = new ArrayList<>(user.groups());
        holders.add(TaskRecords.holder(user.username()));
        return holders;
    }

    private Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(zone()).toInstant());
    }

    private ZoneId zone() {
        return clock.getZone();
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** The words of a person, taken literally. */
    static String pattern(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
