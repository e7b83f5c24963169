package rongtong.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;

/** Writes what happened in a case; nothing is ever changed or removed (default D14). */
@Component
public class Timeline {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    Timeline(JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Notes what the process did by itself, such as a reminder or a deadline that passed.
     *
     * @param action key; its words are {@code workflow.action.<action>} in the message bundles
     * @param organization the unit that it concerns; null for the whole case
     */
    public void note(UUID caseId, String action, @Nullable String organization, @Nullable String text) {
        insert(caseId, null, null, null, action, null, organization, text);
    }

    /** Notes what the person at work did. */
    void acted(
            UUID caseId,
            @Nullable String task,
            @Nullable String step,
            @Nullable String stepName,
            String action,
            @Nullable String opinion) {
        insert(caseId, task, step, stepName, action, user.username(), user.organization(), opinion);
    }

    private void insert(
            UUID caseId,
            @Nullable String task,
            @Nullable String step,
            @Nullable String stepName,
            String action,
            @Nullable String actor,
            @Nullable String organization,
            @Nullable String opinion) {
        jdbc.sql("""
                        insert into workflow.timeline
                            (case_id, at, actor, organization, task_id, step, step_name, action, opinion)
                        values (:case, :at, :actor, :organization, :task, :step, :stepName, :action, :opinion)
                        """)
                .param("case", caseId)
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", actor)
                .param("organization", organization)
                .param("task", task)
                .param("step", step)
                .param("stepName", stepName)
                .param("action", action)
                .param("opinion", opinion == null || opinion.isBlank() ? null : opinion.strip())
                .update();
    }
}
