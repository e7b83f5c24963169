package rongtong.workflow;

import java.time.Clock;
import java.util.Date;
import rongtong.calendar.WorkingDays;
import rongtong.policy.Settings;

/** Says in diagrams when a step is due: days of the procedure are working days, and how many is a setting. */
@ProcessBean("deadlines")
public class Deadlines {

    private final Settings settings;
    private final WorkingDays workingDays;
    private final Clock clock;

    Deadlines(Settings settings, WorkingDays workingDays, Clock clock) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /**
     * The end of the n-th working day from now; the day after today is the first.
     *
     * @param setting key of the number of days, such as {@code consent.deadline-days}
     */
    public Date within(String setting) {
        return Date.from(
                workingDays.deadline(clock.instant(), settings.number(setting)).toInstant());
    }
}
