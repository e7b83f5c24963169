package rongtong.workflow.clock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import rongtong.calendar.CalendarChange;
import rongtong.calendar.Calendars;
import rongtong.calendar.WorkCalendar;
import rongtong.calendar.WorkingDays;
import rongtong.identity.CurrentUser;
import rongtong.workflow.Transactions;
import rongtong.workflow.clock.ClockStore.Row;

/**
 * Changes of the working calendar, with what they do to the clocks that run: shown before, done after. Each clock is moved
 * in a transaction of its own, so that nobody who works on another case has to wait; what a fall of the server leaves
 * undone is done at the next start.
 */
@Service
public class ClockCalendar {

    private final Calendars calendars;
    private final WorkingDays workingDays;
    private final ClockStore store;
    private final Clocks clocks;
    private final Transactions transactions;
    private final CurrentUser user;
    private final Clock clock;

    ClockCalendar(
            Calendars calendars,
            WorkingDays workingDays,
            ClockStore store,
            Clocks clocks,
            Transactions transactions,
            CurrentUser user,
            Clock clock) {
        this.calendars = calendars;
        this.workingDays = workingDays;
        this.store = store;
        this.clocks = clocks;
        this.transactions = transactions;
        this.user = user;
        this.clock = clock;
    }

    /** Deadlines that the change would move, of the clocks that run; changes nothing. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<CalendarMove> preview(CalendarChange change) {
        calendars.check(change);
        return moves(
                concerned(change.jurisdiction()),
                province -> workingDays.current(province).with(change.asExceptions()));
    }

    /** Likewise for taking back what was entered for a day. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<CalendarMove> previewTakingBack(String jurisdiction, LocalDate day) {
        return moves(
                concerned(jurisdiction),
                province -> jurisdiction.equals(province) || jurisdiction.equals(WorkingDays.NATION)
                        ? calendars.without(jurisdiction, day)
                        : workingDays.current(province));
    }

    /**
     * Enters the change and moves what hangs on the calendar.
     *
     * @param progress told after each clock how many have been looked at
     * @return how many deadlines have moved
     */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public int enter(CalendarChange change, IntConsumer progress) {
        calendars.enter(change, user.username());
        return recalculate(concerned(change.jurisdiction()), progress);
    }

    /** Takes back what was entered for a day and moves what hangs on it. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public int takeBack(String jurisdiction, LocalDate day, IntConsumer progress) {
        calendars.takeBack(jurisdiction, day);
        return recalculate(concerned(jurisdiction), progress);
    }

    /** Says that the holidays of a year are announced; no deadline moves. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public void announce(int year, String source) {
        calendars.announce(year, source, user.username());
    }

    /** How many clocks run that a change would look at. */
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public int running(String jurisdiction) {
        return store.running(concerned(jurisdiction)).size();
    }

    /** Finishes what a fall of the server interrupted. */
    @EventListener(ApplicationReadyEvent.class)
    void finish() {
        recalculate(store.jurisdictions(), done -> {});
    }

    private int recalculate(Collection<String> jurisdictions, IntConsumer progress) {
        int moved = 0;
        int done = 0;
        for (var row : store.running(jurisdictions)) {
            // somebody may complete the very task that is to move: then once more
            if (transactions.run(() -> clocks.recalculate(row.caseId(), row.stage()))) {
                moved++;
            }
            progress.accept(++done);
        }
        return moved;
    }

    /** A change for the whole country concerns every province. */
    private Collection<String> concerned(String jurisdiction) {
        return jurisdiction.equals(WorkingDays.NATION) ? store.jurisdictions() : List.of(jurisdiction);
    }

    private List<CalendarMove> moves(Collection<String> jurisdictions, Function<String, WorkCalendar> calendarOf) {
        var moves = new ArrayList<CalendarMove>();
        for (var jurisdiction : jurisdictions) {
            var now = workingDays.current(jurisdiction);
            var then = calendarOf.apply(jurisdiction);
            var today = now.dayOf(clock.instant());
            for (var row : store.running(List.of(jurisdiction))) {
                var from = row.reckoning(now).due(today);
                var to = row.reckoning(then).due(today);
                if (!from.equals(to)) {
                    moves.add(move(row, from, to));
                }
            }
        }
        return moves;
    }

    private CalendarMove move(Row row, LocalDate from, LocalDate to) {
        var english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return new CalendarMove(
                row.caseId(), row.caseNumber(), row.caseTitle(), english ? row.nameEn() : row.nameZh(), from, to);
    }
}
