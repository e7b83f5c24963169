package rongtong.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.CurrentUser;
import rongtong.shared.Json;
import rongtong.shared.NotFound;
import rongtong.shared.Printable;

/** What somebody has typed and not yet handed in; seen by that person alone, and never checked. */
@Service
@Transactional
public class Drafts {

    private final JdbcClient jdbc;
    private final Json json;
    private final CurrentUser user;
    private final Services services;
    private final TaskRecords tasks;
    private final TaskDrafts taskDrafts;
    private final Cases cases;
    private final Transactions transactions;
    private final Clock clock;

    Drafts(
            JdbcClient jdbc,
            Json json,
            CurrentUser user,
            Services services,
            TaskRecords tasks,
            TaskDrafts taskDrafts,
            Cases cases,
            Transactions transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.user = user;
        this.services = services;
        this.tasks = tasks;
        this.taskDrafts = taskDrafts;
        this.cases = cases;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** An application not yet handed in. */
    public record Draft(UUID id, String service, Map<String, @Nullable Object> values, Instant updatedAt) {}

    /** What the person typed at a task. */
    @Transactional(readOnly = true)
    public Optional<Map<String, @Nullable Object>> ofTask(String taskId) {
        return jdbc.sql("select answers from workflow.draft where owner = :owner and task_id = :task")
                .param("owner", user.username())
                .param("task", taskId)
                .query(String.class)
                .optional()
                .map(json::readObject);
    }

    /** Keeps what the person typed at a task, in place of what was kept before. */
    public void saveTask(String taskId, Map<String, @Nullable Object> values) {
        Printable.require("", values);
        tasks.requireMayAct(tasks.get(taskId));
        taskDrafts.keep(user.username(), taskId, values);
    }

    /**
     * What was typed last at a step of a case and never handed in, by whomever; also after the step has ended. For procedures
     * that keep it for the organisation whose step it was.
     */
    @Transactional(readOnly = true)
    public Optional<Map<String, @Nullable Object>> kept(UUID caseId, String step) {
        return jdbc.sql("""
                        select d.answers from workflow.draft d join workflow.task t on t.id = d.task_id
                        where t.case_id = :case and t.step = :step
                        order by d.updated_at desc limit 1
                        """)
                .param("case", caseId)
                .param("step", step)
                .query(String.class)
                .optional()
                .map(json::readObject);
    }

    /**
     * @throws NotFound if the person may not start the service
     * @throws rongtong.shared.RuleViolation if the procedure refuses the person's organisation
     */
    public UUID create(String service, Map<String, @Nullable Object> values) {
        Printable.require("", values);
        services.admitted(service);
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into workflow.draft (id, owner, service, answers, updated_at)
                        values (:id, :owner, :service, :answers::jsonb, :now)
                        """)
                .param("id", id)
                .param("owner", user.username())
                .param("service", service)
                .param("answers", json.write(values))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /**
     * What the person's organisation answered when it last applied for a service, to begin with anew; without files, which
     * belong to that case. Nothing if it never did.
     *
     * @throws NotFound if the person may not start the service
     */
    @Transactional(readOnly = true)
    public Optional<Map<String, @Nullable Object>> lastApplication(String service) {
        var model = services.startable(service);
        if (model.properties().containsKey("applicationStep")) {
            // what is worth using again is not in the start form
            return Optional.empty();
        }
        var files = Objects.requireNonNull(model.start()).form().fields().stream()
                .filter(field -> field.type().equals("filepicker"))
                .flatMap(field -> field.key().stream())
                .toList();
        return jdbc.sql("""
                        select s.answers
                        from workflow.submission s
                        join workflow.case_file c on c.id = s.case_id
                        where c.service = :service and c.organization = :organization
                            and s.process = :service and s.step = 'start'
                        order by s.at desc
                        limit 1
                        """)
                .param("service", service)
                .param("organization", user.organization())
                .query(String.class)
                .optional()
                .map(answers -> {
                    var values = new LinkedHashMap<String, @Nullable Object>(json.readObject(answers));
                    values.keySet().removeAll(files);
                    return values;
                });
    }

    /** Applications of the person, the latest first. */
    @Transactional(readOnly = true)
    public List<Draft> mine() {
        return jdbc.sql("""
                        select id, service, answers, updated_at from workflow.draft
                        where owner = :owner and service is not null order by updated_at desc
                        """).param("owner", user.username()).query(this::draft).list();
    }

    /** @throws NotFound if the person has no such draft */
    @Transactional(readOnly = true)
    public Draft get(UUID id) {
        return jdbc.sql("""
                        select id, service, answers, updated_at from workflow.draft
                        where owner = :owner and id = :id and service is not null
                        """)
                .param("owner", user.username())
                .param("id", id)
                .query(this::draft)
                .optional()
                .orElseThrow(() -> new NotFound("draft", id));
    }

    /** @throws NotFound if the person has no such draft */
    public void update(UUID id, Map<String, @Nullable Object> values) {
        Printable.require("", values);
        var updated = jdbc.sql("""
                        update workflow.draft set answers = :answers::jsonb, updated_at = :now
                        where owner = :owner and id = :id
                        """)
                .param("answers", json.write(values))
                .param("now", Timestamp.from(clock.instant()))
                .param("owner", user.username())
                .param("id", id)
                .update();
        if (updated == 0) {
            throw new NotFound("draft", id);
        }
    }

    /** Removes a draft; nothing happens if it is gone already. */
    public void delete(UUID id) {
        jdbc.sql("delete from workflow.draft where owner = :owner and id = :id")
                .param("owner", user.username())
                .param("id", id)
                .update();
    }

    /** Hands the application in: the case starts and the draft goes, or neither. A second click finds no draft. */
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.SUPPORTS)
    public Receipt submit(UUID id) {
        return transactions.run(() -> {
            var draft = take(id);
            return cases.start(draft.service(), draft.values());
        });
    }

    private Draft take(UUID id) {
        return jdbc.sql("""
                        delete from workflow.draft where owner = :owner and id = :id and service is not null
                        returning id, service, answers, updated_at
                        """)
                .param("owner", user.username())
                .param("id", id)
                .query(this::draft)
                .optional()
                .orElseThrow(() -> new NotFound("draft", id));
    }

    private Draft draft(ResultSet rs, int index) throws SQLException {
        return new Draft(
                rs.getObject("id", UUID.class),
                rs.getString("service"),
                json.readObject(rs.getString("answers")),
                rs.getTimestamp("updated_at").toInstant());
    }
}
