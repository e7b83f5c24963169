package rongtong.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Working days in China: Monday to Friday, less the holidays, and the Saturdays and Sundays on which holidays are made up
 * for; and what administrators have entered since, for the whole country or one province. For years whose holidays are not
 * yet announced only weekends are known; such days are provisional.
 */
@Component
public class WorkingDays {

    /** The whole country. */
    public static final String NATION = "CN";

    /** A change shows on every node after this time at the latest. */
    private static final Duration DAYS_STAY_FRESH = Duration.ofSeconds(30);

    private final PublishedDays published;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Kept kept;

    WorkingDays(PublishedDays published, JdbcClient jdbc, Clock clock) {
        this.published = published;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The calendar of a province, half a minute old at most; for lists and pages. */
    public WorkCalendar in(@Nullable String jurisdiction) {
        var now = clock.instant();
        var known = kept;
        if (known == null || !known.isFresh(now)) {
            known = new Kept(now, new HashMap<>());
            kept = known;
        }
        synchronized (known) {
            return known.calendars().computeIfAbsent(orNation(jurisdiction), this::current);
        }
    }

    /** The calendar of a province as it stands in this transaction; for what is written down. */
    public WorkCalendar current(@Nullable String jurisdiction) {
        var exceptions = new HashMap<>(published.exceptions());
        // the nation first: what a province says of the same day counts there
        jdbc.sql("""
                        select day, works from calendar.day where jurisdiction in (:nation, :jurisdiction)
                        order by jurisdiction = :jurisdiction
                        """)
                .param("nation", NATION)
                .param("jurisdiction", orNation(jurisdiction))
                .query((row, number) ->
                        Map.entry(row.getObject("day", LocalDate.class), (Boolean) row.getBoolean("works")))
                .list()
                .forEach(day -> exceptions.put(day.getKey(), day.getValue()));
        return new WorkCalendar(exceptions, announcedYears());
    }

    private Set<Integer> announcedYears() {
        var years = new HashSet<>(published.years());
        years.addAll(jdbc.sql("select year from calendar.announced")
                .query(Integer.class)
                .list());
        return years;
    }

    private static String orNation(@Nullable String jurisdiction) {
        return jurisdiction == null ? NATION : jurisdiction;
    }

    /** After a change: the next question reads the days again. */
    void forget() {
        kept = null;
    }

    /** {@link WorkCalendar#isWorkingDay} of the whole country. */
    public boolean isWorkingDay(LocalDate day) {
        return in(NATION).isWorkingDay(day);
    }

    /** {@link WorkCalendar#isProvisional} of the whole country. */
    public boolean isProvisional(LocalDate day) {
        return in(NATION).isProvisional(day);
    }

    /** {@link WorkCalendar#after} of the whole country. */
    public LocalDate after(LocalDate day, int n) {
        return in(NATION).after(day, n);
    }

    /** {@link WorkCalendar#between} of the whole country. */
    public int between(LocalDate from, LocalDate to) {
        return in(NATION).between(from, to);
    }

    /** {@link WorkCalendar#deadline} of the whole country. */
    public OffsetDateTime deadline(Instant from, int days) {
        return in(NATION).deadline(from, days);
    }

    /** {@link WorkCalendar#left} of the whole country. */
    public int left(Instant now, Instant deadline) {
        return in(NATION).left(now, deadline);
    }

    private record Kept(Instant at, Map<String, WorkCalendar> calendars) {

        boolean isFresh(Instant now) {
            return !now.isBefore(at) && now.isBefore(at.plus(DAYS_STAY_FRESH));
        }
    }
}
