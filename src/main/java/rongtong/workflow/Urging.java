package rongtong.workflow;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import rongtong.calendar.WorkingDays;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.policy.Settings;
import rongtong.shared.Message;
import rongtong.shared.SomebodyWasFirst;
import rongtong.workflow.TaskRecords.TaskRecord;

/** Who waits may urge who has the case (催办), but not all the time. */
@Component
class Urging {

    /** Key of the number of working days between two urgings of the same task (default D12). */
    static final String INTERVAL = "urging.interval-days";

    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Accounts accounts;
    private final Settings settings;
    private final WorkingDays workingDays;
    private final Timeline timeline;
    private final Clock clock;

    Urging(
            JdbcClient jdbc,
            CurrentUser user,
            Accounts accounts,
            Settings settings,
            WorkingDays workingDays,
            Timeline timeline,
            Clock clock) {
        this.jdbc = jdbc;
        this.user = user;
        this.accounts = accounts;
        this.settings = settings;
        this.workingDays = workingDays;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Whether {@link #urge} would succeed now. */
    boolean isPossible(TaskRecord task) {
        return task.isOpen()
                && mayUrge(task)
                && latest(task).filter(this::isFresh).isEmpty();
    }

    /**
     * @param task locked and open
     * @throws AccessDeniedException unless the person has started the case or completed one of its steps
     * @throws SomebodyWasFirst if the task was urged within the interval
     */
    void urge(TaskRecord task) {
        if (!mayUrge(task)) {
            throw new AccessDeniedException("urging task " + task.id());
        }
        latest(task).filter(this::isFresh).ifPresent(urged -> {
            throw new SomebodyWasFirst(
                    accounts.displayName(urged.actor()),
                    urged.at(),
                    Message.of("workflow.deed.urged", task.name(), next(urged).toString()));
        });
        timeline.acted(task.caseId(), task.id(), task.step(), task.name(), "urged", null);
    }

    /** Who has the task urges nobody. */
    private boolean mayUrge(TaskRecord task) {
        var person = user.username();
        var holds = person.equals(task.assignee())
                || task.assignee() == null && task.groups().stream().anyMatch(user.groups()::contains);
        return !holds
                && jdbc.sql("""
                        select exists (select from workflow.case_file where id = :case and starter = :user)
                            or exists (select from workflow.task where case_id = :case and ended_by = :user)
                        """)
                        .param("case", task.caseId())
                        .param("user", person)
                        .query(Boolean.class)
                        .single();
    }

    private record Urged(String actor, Instant at) {}

    private Optional<Urged> latest(TaskRecord task) {
        return jdbc.sql("""
                        select actor, at from workflow.timeline
                        where case_id = :case and task_id = :task and action = 'urged' order by id desc limit 1
                        """)
                .param("case", task.caseId())
                .param("task", task.id())
                .query((rs, index) -> {
                    Timestamp at = rs.getTimestamp("at");
                    return new Urged(rs.getString("actor"), at.toInstant());
                })
                .optional();
    }

    private boolean isFresh(Urged urged) {
        return LocalDate.now(clock).isBefore(next(urged));
    }

    private LocalDate next(Urged urged) {
        return workingDays.after(LocalDate.ofInstant(urged.at(), clock.getZone()), settings.number(INTERVAL));
    }
}
