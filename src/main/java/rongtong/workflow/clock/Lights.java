package rongtong.workflow.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import rongtong.calendar.WorkingDays;
import rongtong.policy.Settings;

/** Green, amber or red: one rule for all lists and pages. */
@Component
public class Lights {

    /** A list asks for each of its rows. */
    private static final Duration LIMITS_STAY_FRESH = Duration.ofSeconds(10);

    private final Settings settings;
    private final WorkingDays workingDays;
    private final Clock clock;
    private volatile Limits limits = new Limits(Instant.EPOCH, 0, 0);

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

    /** From now until then what is due shows amber. */
    public Instant amberUntil(@Nullable String jurisdiction) {
        return workingDays
                .in(jurisdiction)
                .deadline(clock.instant(), limits().amber())
                .toInstant();
    }

    Light of(int remaining, boolean overdue) {
        var known = limits();
        if (overdue || remaining <= known.red()) {
            return Light.RED;
        }
        return remaining <= known.amber() ? Light.AMBER : Light.GREEN;
    }

    private Limits limits() {
        var now = clock.instant();
        var known = limits;
        if (now.isBefore(known.at()) || Duration.between(known.at(), now).compareTo(LIMITS_STAY_FRESH) > 0) {
            known = new Limits(now, settings.number("clock.amber-days"), settings.number("clock.red-days"));
            limits = known;
        }
        return known;
    }

    private record Limits(Instant at, int amber, int red) {}
}
