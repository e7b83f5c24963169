package rongtong.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.shared.Message;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

/**
 * The working calendar as administrators see and change it. Who changes days must have the clocks that run reckoned anew;
 * {@code workflow.clock} does both.
 */
@Service
@Transactional
public class Calendars {

    private static final int LONGEST = 200;

    private final JdbcClient jdbc;
    private final PublishedDays published;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Calendars(
            JdbcClient jdbc,
            PublishedDays published,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.published = published;
        this.workingDays = workingDays;
        this.events = events;
        this.clock = clock;
    }

    private record Entered(LocalDate day, String reason, String source, boolean own) {}

    /** All days of a year. */
    @Transactional(readOnly = true)
    public List<DayView> year(String jurisdiction, int year) {
        var calendar = workingDays.current(jurisdiction);
        var entered = new HashMap<LocalDate, Entered>();
        jdbc.sql("""
                        select day, reason, source, jurisdiction = :jurisdiction as own from calendar.day
                        where jurisdiction in (:nation, :jurisdiction) and extract(year from day) = :year
                        order by own
                        """)
                .param("jurisdiction", jurisdiction)
                .param("nation", WorkingDays.NATION)
                .param("year", year)
                .query(Entered.class)
                .list()
                .forEach(day -> entered.put(day.day(), day));
        var days = new ArrayList<DayView>();
        for (var day = Year.of(year).atDay(1); day.getYear() == year; day = day.plusDays(1)) {
            var one = entered.get(day);
            days.add(new DayView(
                    day,
                    calendar.isWorkingDay(day),
                    one == null ? published.name(day) : one.reason(),
                    one == null ? "" : one.source(),
                    one != null,
                    one != null && one.own(),
                    calendar.isProvisional(day)));
        }
        return days;
    }

    /**
     * Enters days; what was entered before for the same days gives way.
     *
     * @throws RuleViolation with the fields {@code days}, {@code reason}, {@code source}; nothing is changed then
     */
    public void enter(CalendarChange change, String actor) {
        check(change);
        for (var day : change.days()) {
            jdbc.sql("""
                            insert into calendar.day (jurisdiction, day, works, reason, source, changed_by, changed_at)
                            values (:jurisdiction, :day, :works, :reason, :source, :actor, :now)
                            on conflict (jurisdiction, day) do update
                            set works = excluded.works, reason = excluded.reason, source = excluded.source,
                                changed_by = excluded.changed_by, changed_at = excluded.changed_at
                            """)
                    .params(Map.of(
                            "jurisdiction", change.jurisdiction(),
                            "day", day,
                            "works", change.works(),
                            "reason", change.reason().strip(),
                            "source", change.source().strip(),
                            "actor", actor,
                            "now", OffsetDateTime.now(clock)))
                    .update();
        }
        changed(
                change.jurisdiction(),
                change.days(),
                change.works() ? "work" : "rest",
                change.reason().strip(),
                change.source().strip());
    }

    /** Takes back what was entered for a day of this jurisdiction; without effect if nothing was. */
    public void takeBack(String jurisdiction, LocalDate day) {
        var taken = jdbc.sql("delete from calendar.day where jurisdiction = ? and day = ?")
                .params(jurisdiction, day)
                .update();
        if (taken > 0) {
            changed(jurisdiction, List.of(day), "taken-back", "", "");
        }
    }

    /** The calendar as it would be without what was entered for a day of this jurisdiction. */
    @Transactional(readOnly = true)
    public WorkCalendar without(String jurisdiction, LocalDate day) {
        var nation = workingDays.current(WorkingDays.NATION);
        var works = jurisdiction.equals(WorkingDays.NATION)
                ? published.calendar().isWorkingDay(day)
                : nation.isWorkingDay(day);
        return workingDays.current(jurisdiction).with(Map.of(day, works));
    }

    /**
     * Says that the holidays of a year are announced and entered: its days are no longer provisional.
     *
     * @throws RuleViolation with the field {@code source} if it is missing
     */
    public void announce(int year, String source, String actor) {
        Printable.require("source", source);
        if (source.isBlank() || source.length() > LONGEST) {
            throw refused("source", Message.of("calendar.source-missing"));
        }
        jdbc.sql("""
                        insert into calendar.announced (year, source, changed_by, changed_at) values (?, ?, ?, ?)
                        on conflict (year) do update set source = excluded.source
                        """)
                .params(year, source.strip(), actor, OffsetDateTime.now(clock))
                .update();
        changed(WorkingDays.NATION, List.of(Year.of(year).atDay(1)), "announced", String.valueOf(year), source.strip());
    }

    private void changed(String jurisdiction, List<LocalDate> days, String what, String reason, String source) {
        workingDays.forget();
        events.publishEvent(new CalendarChanged(jurisdiction, List.copyOf(days), what, reason, source));
    }

    /** @throws RuleViolation if the change cannot be entered */
    public void check(CalendarChange change) {
        Printable.require("reason", change.reason());
        Printable.require("source", change.source());
        if (change.days().isEmpty() || change.days().size() > 366) {
            throw refused("days", Message.of("calendar.days-missing"));
        }
        if (change.reason().isBlank() || change.reason().strip().length() > LONGEST) {
            throw refused("reason", Message.of("calendar.reason-missing"));
        }
        if (change.source().strip().length() > LONGEST) {
            throw refused("source", Message.of("calendar.source-too-long"));
        }
    }

    private static RuleViolation refused(String field, Message message) {
        return new RuleViolation(message, List.of(new FieldError(field, message)));
    }
}
