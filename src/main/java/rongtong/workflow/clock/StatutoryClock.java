package rongtong.workflow.clock;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import rongtong.workflow.ProcessBean;

/**
 * The statutory clock in diagrams. A stage is named by a word, such as {@code acceptance}; what people read is the property
 * {@code stage_acceptance} (and {@code stage_acceptance_en}) of the process, or else {@code clock.stage.acceptance} of the
 * message bundles.
 *
 * <p>Start a stage on the sequence flow (or at the end of the step) <em>before</em> the task that it limits: the engine asks
 * for the timers of a task before the task's own listeners run. A user task or timer event with the extension property
 * {@code clock} = stage is tied to the stage: when the clock is stopped, goes on or is extended, or the calendar changes,
 * its due date moves; while the clock stands still, it does not fire.
 */
@ProcessBean("clock")
public class StatutoryClock {

    private final Clocks clocks;

    StatutoryClock(Clocks clocks) {
        this.clocks = clocks;
    }

    /**
     * Today is the day of the event, tomorrow may be day 1. A stage that runs goes on as it is; one that has ended begins
     * anew. The organ is the process variable {@code organ}, if there is one.
     *
     * @param setting key of the number of working days, such as {@code acceptance.limit-days}
     */
    public void start(DelegateExecution execution, String stage, String setting) {
        start(execution, stage, setting, (String) execution.getVariable("organ"));
    }

    /** @param organ code of the organisation whose days these are */
    public void start(DelegateExecution execution, String stage, String setting, @Nullable String organ) {
        clocks.start(caseOf(execution), execution.getProcessDefinitionId(), stage, setting, organ);
    }

    /**
     * Starts a period that runs by itself, such as that of a public notice: it is counted, stopped and resumed like a limit,
     * but nobody is late when it ends. The organ is the process variable {@code organ}.
     *
     * @param days working days, at least 1
     */
    public void startPeriod(DelegateExecution execution, String stage, int days) {
        clocks.startPeriod(caseOf(execution), execution.getProcessDefinitionId(), stage, days, (String)
                execution.getVariable("organ"));
    }

    /**
     * From now on days count for somebody else (default D4). Without effect on a clock that is stopped already.
     *
     * @param reason {@link PauseReason}
     */
    public void stop(DelegateExecution execution, String stage, String reason) {
        clocks.stop(caseOf(execution), stage, PauseReason.valueOf(reason));
    }

    /** From now on days count for the organ again. Without effect on a clock that runs. */
    public void resume(DelegateExecution execution, String stage) {
        clocks.resume(caseOf(execution), stage);
    }

    /**
     * Gives more working days, once for each stage of a case (default D2).
     *
     * @param setting key of their number, such as {@code finance.extension-days}
     * @throws rongtong.shared.RuleViolation the second time
     */
    public void extend(DelegateExecution execution, String stage, String setting) {
        clocks.extend(caseOf(execution), stage, setting);
    }

    /** The stage is over. Without effect if it is already. */
    public void end(DelegateExecution execution, String stage) {
        clocks.end(caseOf(execution), stage);
    }

    /** End of the last day, for {@code camunda:dueDate} and timers. While the clock stands still, a day never reached. */
    public Date due(DelegateExecution execution, String stage) {
        return clocks.due(caseOf(execution), stage);
    }

    /** The moment at which the last day is over (24:00), for timers. While the clock stands still, a day never reached. */
    public Date over(DelegateExecution execution, String stage) {
        return Date.from(due(execution, stage).toInstant().plusSeconds(1));
    }

    /** Nine o'clock some working days before the last day: setting {@code clock.remind-days}. */
    public Date remindAt(DelegateExecution execution, String stage) {
        return clocks.remindAt(caseOf(execution), stage);
    }

    /** Tells the leaders of the organ, once, that the limit has passed; happens by itself too, within minutes. */
    public void escalate(DelegateExecution execution, String stage) {
        clocks.escalate(caseOf(execution), stage);
    }

    private static UUID caseOf(DelegateExecution execution) {
        return UUID.fromString((String) execution.getVariable("caseId"));
    }
}
