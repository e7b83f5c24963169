package rongtong.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;
import rongtong.shared.Json;
import rongtong.workflow.engine.ProcessModels;

/** Who is asked beside a task, what they said, and what the holder has answered meanwhile. */
@Component
class SignStore {

    private final JdbcClient jdbc;
    private final Json json;
    private final CurrentUser user;
    private final ProcessModels models;
    private final Clock clock;

    SignStore(JdbcClient jdbc, Json json, CurrentUser user, ProcessModels models, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.user = user;
        this.models = models;
        this.clock = clock;
    }

    /** @param askedTask the task in the inbox of who is asked; null where that comes later */
    record SignRequest(
            UUID id,
            SignPosition position,
            String username,
            String comment,
            Instant requestedAt,
            @Nullable String askedTask,
            @Nullable String stance,
            @Nullable Instant answeredAt) {

        boolean isOpen() {
            return stance == null;
        }
    }

    /** @param title the step and its case */
    record Question(String title, String text) {}

    /** What the holder has answered while others are asked. */
    record StoredCompletion(
            String actor,
            Map<String, @Nullable Object> answers,
            @Nullable String opinion,
            List<String> files,
            String receipt,
            Instant at) {}

    UUID add(String taskId, SignPosition position, String username, String question) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        with asked as (update workflow.task set signs = signs + 1 where id = :task)
                        insert into workflow.sign_request
                            (id, task_id, position, username, sender, question, requested_at)
                        values (:id, :task, :position, :username, :sender, :question, :now)
                        """)
                .param("id", id)
                .param("task", taskId)
                .param("position", position.name())
                .param("username", username)
                .param("sender", user.username())
                .param("question", question)
                .param("now", now())
                .update();
        return id;
    }

    void asked(UUID request, String askedTask) {
        jdbc.sql("update workflow.sign_request set asked_task = :asked where id = :id")
                .param("asked", askedTask)
                .param("id", request)
                .update();
    }

    /** Those not taken back, in the order in which they were asked. */
    List<SignRequest> of(String taskId) {
        return jdbc.sql("""
                        select * from workflow.sign_request where task_id = :task and removed_at is null
                        order by requested_at, username
                        """).param("task", taskId).query(SignStore::request).list();
    }

    private static SignRequest request(ResultSet rs, int index) throws SQLException {
        return new SignRequest(
                rs.getObject("id", UUID.class),
                SignPosition.valueOf(rs.getString("position")),
                rs.getString("username"),
                rs.getString("comment"),
                rs.getTimestamp("requested_at").toInstant(),
                rs.getString("asked_task"),
                rs.getString("stance"),
                TaskInbox.instant(rs, "answered_at"));
    }

    Question question(UUID request) {
        return jdbc.sql("""
                        select r.question, t.definition, t.step, c.title, c.number, s.answers
                        from workflow.sign_request r
                        join workflow.task t on t.id = r.task_id
                        join workflow.case_file c on c.id = t.case_id
                        left join workflow.stored_completion s on s.task_id = t.id
                        where r.id = :id
                        """)
                .param("id", request)
                .query((rs, index) -> {
                    var step = models.get(rs.getString("definition")).step(rs.getString("step"));
                    var answers = rs.getString("answers");
                    var question = rs.getString("question");
                    var answered = answers == null ? "" : AnswerLines.of(step.form(), json.readObject(answers));
                    var parted = question.isEmpty() || answered.isEmpty() ? "" : "\n\n";
                    return new Question(
                            step.name() + " · " + rs.getString("title") + " · " + rs.getString("number"),
                            question + parted + answered);
                })
                .single();
    }

    void answer(UUID request, String stance, String comment, String actor) {
        jdbc.sql("""
                        update workflow.sign_request
                        set stance = :stance, comment = :comment, answered_by = :actor, answered_at = :now
                        where id = :id
                        """)
                .param("stance", stance)
                .param("comment", comment)
                .param("actor", actor)
                .param("now", now())
                .param("id", request)
                .update();
    }

    void remove(UUID request) {
        jdbc.sql("update workflow.sign_request set removed_at = :now where id = :id")
                .param("now", now())
                .param("id", request)
                .update();
    }

    void store(
            String taskId,
            Map<String, @Nullable Object> answers,
            @Nullable String opinion,
            List<String> files,
            String receipt) {
        jdbc.sql("""
                        insert into workflow.stored_completion (task_id, actor, answers, opinion, files, receipt, at)
                        values (:task, :actor, :answers::jsonb, :opinion, :files, :receipt, :now)
                        """)
                .param("task", taskId)
                .param("actor", user.username())
                .param("answers", json.write(answers))
                .param("opinion", opinion)
                .param("files", files.toArray(String[]::new))
                .param("receipt", receipt)
                .param("now", now())
                .update();
    }

    /** Hands out what was stored; it is stored no more. */
    StoredCompletion take(String taskId) {
        return jdbc.sql("""
                        delete from workflow.stored_completion where task_id = :task
                        returning actor, answers, opinion, files, receipt, at
                        """)
                .param("task", taskId)
                .query((rs, index) -> new StoredCompletion(
                        rs.getString("actor"),
                        json.readObject(rs.getString("answers")),
                        rs.getString("opinion"),
                        Arrays.asList((String[]) rs.getArray("files").getArray()),
                        rs.getString("receipt"),
                        rs.getTimestamp("at").toInstant()))
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
