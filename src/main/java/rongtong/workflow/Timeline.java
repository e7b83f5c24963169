package rongtong.workflow;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.identity.CurrentUser;

/**
 * Writes what happened in a case; nothing is ever changed or removed (default D14). Each entry is published as
 * {@link TimelineWritten}.
 */
@Component
public class Timeline {

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Timeline(JdbcClient jdbc, CurrentUser user, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Notes what the process did by itself, such as a reminder or a deadline that passed.
     *
     * @param action key; its words are {@code workflow.action.<action>} in the message bundles
     * @param organization the unit that it concerns; null for the whole case
     */
    public void note(UUID caseId, String action, @Nullable String organization, @Nullable String text) {
        insert(caseId, null, null, null, action, null, organization, text, List.of());
    }

    /** Notes what the person at work did. */
    void acted(
            UUID caseId,
            @Nullable String task,
            @Nullable String step,
            @Nullable String stepName,
            String action,
            @Nullable String opinion) {
        acted(caseId, task, step, stepName, action, opinion, List.of());
    }

    /** Notes what the person at work did to others. @param to user names of those whom the action names */
    void acted(
            UUID caseId,
            @Nullable String task,
            @Nullable String step,
            @Nullable String stepName,
            String action,
            @Nullable String opinion,
            List<String> to) {
        insert(caseId, task, step, stepName, action, user.username(), user.organization(), opinion, to);
    }

    private void insert(
            UUID caseId,
            @Nullable String task,
            @Nullable String step,
            @Nullable String stepName,
            String action,
            @Nullable String actor,
            @Nullable String organization,
            @Nullable String opinion,
            List<String> to) {
        var at = clock.instant();
        var words = opinion == null || opinion.isBlank() ? null : opinion.strip();
        jdbc.sql("""
                        insert into workflow.timeline
                            (case_id, at, actor, organization, task_id, step, step_name, action, opinion)
                        values (:case, :at, :actor, :organization, :task, :step, :stepName, :action, :opinion)
                        """)
                .param("case", caseId)
                .param("at", Timestamp.from(at))
                // with their type, as the driver parses a statement anew when a null of no type is followed by a text
                .param("actor", actor, Types.VARCHAR)
                .param("organization", organization, Types.VARCHAR)
                .param("task", task, Types.VARCHAR)
                .param("step", step, Types.VARCHAR)
                .param("stepName", stepName, Types.VARCHAR)
                .param("action", action)
                .param("opinion", words, Types.VARCHAR)
                .update();
        events.publishEvent(new TimelineWritten(caseId, at, task, action, actor, organization, words, List.copyOf(to)));
    }
}
