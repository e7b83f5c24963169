package rongtong.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.shared.Json;

/** What people have typed at tasks, one draft for each person and task. */
@Component
class TaskDrafts {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    TaskDrafts(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Empty where the person has typed nothing. */
    Map<String, @Nullable Object> of(String owner, String taskId) {
        return jdbc.sql("select answers from workflow.draft where owner = :owner and task_id = :task")
                .param("owner", owner)
                .param("task", taskId)
                .query(String.class)
                .optional()
                .<Map<String, @Nullable Object>>map(json::readObject)
                .orElse(Map.of());
    }

    /** In place of what was kept before. */
    void keep(String owner, String taskId, Map<String, @Nullable Object> values) {
        jdbc.sql("""
                        insert into workflow.draft (id, owner, task_id, answers, updated_at)
                        values (:id, :owner, :task, :answers::jsonb, :now)
                        on conflict (owner, task_id) do update
                            set answers = excluded.answers, updated_at = excluded.updated_at
                        """)
                .param("id", UUID.randomUUID())
                .param("owner", owner)
                .param("task", taskId)
                .param("answers", json.write(values))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What one person has typed. */
    void drop(String owner, String taskId) {
        jdbc.sql("delete from workflow.draft where owner = :owner and task_id = :task")
                .param("owner", owner)
                .param("task", taskId)
                .update();
    }

    /** Everybody's drafts of the task. */
    void drop(String taskId) {
        jdbc.sql("delete from workflow.draft where task_id = :task")
                .param("task", taskId)
                .update();
    }
}
