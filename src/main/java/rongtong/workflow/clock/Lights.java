package rongtong.workflow.clock;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.calendar.WorkingDays;
import rongtong.policy.Settings;

/** Green, amber or red: one rule for all lists and pages. */
@Component
public class Lights {

    private final Settings settings;
    private final WorkingDays workingDays;
    private final Clock clock;

    Lights(Settings settings, WorkingDays workingDays, Clock clock) {
        this.settings = settings;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** @param jurisdiction whose working days count; null for those of the whole country */
    public Light of(Instant due, @Nullable String jurisdiction) {
        var now = clock.instant();
        return of(workingDays.in(jurisdiction).left(now, due), due.isBefore(now));
    }

    Light of(int remaining, boolean overdue) {
        if (overdue || remaining <= settings.number("clock.red-days")) {
            return Light.RED;
        }
        return remaining <= settings.number("clock.amber-days") ? Light.AMBER : Light.GREEN;
    }
}
