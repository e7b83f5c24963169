package rongtong.publicnotice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rongtong.calendar.WorkCalendar;
import rongtong.calendar.WorkingDays;
import rongtong.document.DocumentNumbers;
import rongtong.document.official.OrganCodes;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.organization.Organizations;
import rongtong.policy.Settings;
import rongtong.publicnotice.NoticeStore.Row;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.SomebodyWasFirst;
import rongtong.workflow.CaseMessages;
import rongtong.workflow.Timeline;
import rongtong.workflow.TimelineWritten;
import rongtong.workflow.Transactions;
import rongtong.workflow.clock.ClockView;
import rongtong.workflow.clock.Clocks;

/**
 * Public notices. A procedure writes one ({@link #prepare}), hands its id to the process {@code public-notice}, which publishes
 * it and ends when the period is over, and then asks what was {@link #upheld}. What was published never changes: whatever
 * has to be corrected or added is a new notice that names the {@linkplain NoticeDraft#former former} one.
 */
@Service
public class PublicNotices {

    /** The default on which notices rest: the documents do not know them. */
    public static final String BASIS = "D6";

    /** Name of the period among the clocks of a case. */
    static final String STAGE = "public-notice";

    private static final String DAYS = "notice.days";
    private static final String WITHDRAWAL = "noticeWithdrawn";

    private final NoticeStore store;
    private final ObjectionStore objections;
    private final Clocks clocks;
    private final WorkingDays workingDays;
    private final Settings settings;
    private final Organizations organizations;
    private final DocumentNumbers numbers;
    private final Timeline timeline;
    private final CaseMessages messages;
    private final Transactions transactions;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublicNotices(
            NoticeStore store,
            ObjectionStore objections,
            Clocks clocks,
            WorkingDays workingDays,
            Settings settings,
            Organizations organizations,
            DocumentNumbers numbers,
            Timeline timeline,
            CaseMessages messages,
            Transactions transactions,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.objections = objections;
        this.clocks = clocks;
        this.workingDays = workingDays;
        this.settings = settings;
        this.organizations = organizations;
        this.numbers = numbers;
        this.timeline = timeline;
        this.messages = messages;
        this.transactions = transactions;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes a notice that nobody sees yet, in the caller's transaction.
     *
     * @return its id, for the variable {@code notice} of the process {@code public-notice}
     * @throws RuleViolation if the list is empty, a line is there twice or the days are out of bounds
     */
    @Transactional
    public UUID prepare(NoticeDraft draft) {
        var days = Objects.requireNonNullElseGet(draft.workingDays(), () -> settings.number(DAYS));
        check(draft, days);
        var id = UUID.randomUUID();
        store.insert(id, draft, days, clock.instant());
        return id;
    }

    private void check(NoticeDraft draft, int days) {
        var bounds = settings.get(DAYS);
        int fewest = Objects.requireNonNullElse(bounds.min(), 1);
        int most = Objects.requireNonNullElse(bounds.max(), Integer.MAX_VALUE);
        if (days < fewest || days > most) {
            throw refused("workingDays", Message.of("publicnotice.days", fewest, most));
        }
        if (draft.entries().isEmpty()) {
            throw refused("entries", Message.of("publicnotice.no-entries"));
        }
        var subjects = new HashSet<String>();
        var places = new HashSet<Integer>();
        for (var entry : draft.entries()) {
            if (!subjects.add(entry.subject()) || !places.add(entry.place())) {
                throw refused("entries", Message.of("publicnotice.entry-twice", entry.place(), entry.organization()));
            }
        }
        var former = draft.former();
        if (former != null
                && store.find(former).filter(row -> row.number() != null).isEmpty()) {
            throw refused("former", Message.of("publicnotice.no-former"));
        }
    }

    private static RuleViolation refused(String field, Message message) {
        return new RuleViolation(message, List.of(new FieldError(field, message)));
    }

    /**
     * Publishes a notice that was prepared; the first day is the next working day. Called by the process, in whose
     * transaction it runs.
     *
     * @throws RuleViolation if the case has another notice whose period runs: one after another
     * @throws IllegalStateException if it was published before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Notice publish(UUID id) {
        var row = store.lock(id).orElseThrow(() -> new NotFound("notice", id));
        if (row.state() != NoticeState.DRAFT) {
            throw new IllegalStateException("Notice %s is %s, not DRAFT".formatted(id, row.state()));
        }
        store.of(row.caseId()).stream()
                .filter(other -> other.state() == NoticeState.RUNNING)
                .findFirst()
                .ifPresent(other -> {
                    throw new RuleViolation(Message.of("publicnotice.one-at-a-time", String.valueOf(other.number())));
                });
        var calendar = workingDays.current(organizations.get(row.organ()).province());
        var today = calendar.dayOf(clock.instant());
        var number = numbers.next(OrganCodes.of(row.organ(), organizations.name(row.organ())), "公示", today.getYear())
                .text();
        store.publish(id, number, clock.instant(), calendar.after(today, 1), calendar.after(today, row.workingDays()));
        timeline.note(row.caseId(), "notice-published", row.organ(), number);
        events.publishEvent(new NoticeEvent(NoticeEvent.Deed.PUBLISHED, number));
        return find(id).orElseThrow();
    }

    /**
     * The period is over. Called by the process.
     *
     * @return whether an objection was upheld
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean close(UUID id) {
        var row = store.lock(id).orElseThrow(() -> new NotFound("notice", id));
        store.close(id, lastDay(row), clock.instant());
        timeline.note(row.caseId(), "notice-closed", row.organ(), row.number());
        events.publishEvent(new NoticeEvent(NoticeEvent.Deed.CLOSED, String.valueOf(row.number())));
        return !objections.upheld(id).isEmpty();
    }

    /**
     * Takes a notice back before its period is over, for everybody to see with the reason; objections that are open are
     * still answered.
     *
     * @param reason 1 to 500 characters
     * @throws AccessDeniedException unless the person leads the organ
     * @throws SomebodyWasFirst if it has ended
     */
    public void withdraw(UUID id, String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw refused("reason", Message.of("publicnotice.reason-missing"));
        }
        transactions.run(() -> {
            var row = store.lock(id).orElseThrow(() -> new NotFound("notice", id));
            if (!leads(row.organ())) {
                throw new AccessDeniedException("withdrawal of notice " + id);
            }
            if (row.state() != NoticeState.RUNNING) {
                throw new SomebodyWasFirst(
                        organizations.name(row.organ()),
                        Objects.requireNonNullElseGet(row.closedAt(), clock::instant),
                        Message.of("publicnotice.deed.ended", String.valueOf(row.number())));
            }
            withdrawn(row, user.username(), reason.strip());
            if (!messages.tell(row.caseId(), WITHDRAWAL)) {
                throw new IllegalStateException("Case %s does not wait for its notice".formatted(row.caseId()));
            }
        });
    }

    /** Whether the person at work may withdraw notices of an organ. */
    public boolean leads(String organ) {
        return user.has(Role.LEADER) && user.organization().equals(organ);
    }

    private void withdrawn(Row row, @Nullable String by, String reason) {
        store.withdraw(row.id(), lastDay(row), by, reason, clock.instant());
        timeline.note(row.caseId(), "notice-withdrawn", row.organ(), reason);
        events.publishEvent(new NoticeEvent(NoticeEvent.Deed.WITHDRAWN, String.valueOf(row.number())));
    }

    /** A case that is taken back or ended takes its notice with it. */
    @EventListener
    void on(TimelineWritten entry) {
        if (entry.task() == null
                && (entry.action().equals("withdrawn") || entry.action().equals("cancelled"))) {
            store.of(entry.caseId()).stream()
                    .filter(row -> row.state() == NoticeState.RUNNING)
                    .forEach(row -> withdrawn(row, null, Objects.requireNonNullElse(entry.opinion(), entry.action())));
        }
    }

    /** One notice, drafts too: for modules. */
    @Transactional(readOnly = true)
    public Optional<Notice> find(UUID id) {
        return store.find(id).map(this::notice);
    }

    /**
     * A notice that was published, by its id or its number; for everybody.
     *
     * @throws NotFound if there is none
     */
    @Transactional(readOnly = true)
    public Notice published(String idOrNumber) {
        return row(idOrNumber)
                .filter(row -> row.state() != NoticeState.DRAFT)
                .map(this::notice)
                .orElseThrow(() -> new NotFound("notice", idOrNumber));
    }

    private Optional<Row> row(String idOrNumber) {
        if (idOrNumber.length() > 100 || idOrNumber.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try {
            return store.find(UUID.fromString(idOrNumber));
        } catch (IllegalArgumentException noId) {
            return store.find(idOrNumber);
        }
    }

    /** The notices of a case, drafts too, in the order in which they were written. */
    @Transactional(readOnly = true)
    public List<Notice> of(UUID caseId) {
        return store.of(caseId).stream().map(this::notice).toList();
    }

    /** What was published, the newest first; for everybody. @param running those whose period runs, else those that ended */
    @Transactional(readOnly = true)
    public Page<NoticeRow> published(boolean running, int page, int size) {
        return new Page<>(
                store.published(running, page * size, size).stream()
                        .map(this::listed)
                        .toList(),
                page,
                size,
                store.count(running));
    }

    /** Objections against a notice that are not yet answered, in the order in which they came; for modules. */
    @Transactional(readOnly = true)
    public List<Objection> openObjections(UUID notice) {
        return objections.open(notice);
    }

    /** The lines against which an objection was upheld, with the decisions, in the order in which they were made. */
    @Transactional(readOnly = true)
    public List<UpheldEntry> upheld(UUID notice) {
        return objections.upheld(notice).stream()
                .map(decision -> new UpheldEntry(
                        decision.place() == null
                                ? null
                                : store.entry(notice, decision.place()).orElseThrow(),
                        decision.number(),
                        decision.reason(),
                        decision.decidedBy(),
                        decision.decidedAt()))
                .toList();
    }

    /**
     * Whether objections are heard: the notice runs, and its period is not over or stands still.
     *
     * @param notice as it stands now
     */
    public boolean hears(Notice notice) {
        return notice.state() == NoticeState.RUNNING
                && (notice.stopped()
                        || !calendar(notice.organ())
                                .dayOf(clock.instant())
                                .isAfter(Objects.requireNonNull(notice.lastDay())));
    }

    private Notice notice(Row row) {
        var period = period(row);
        return new Notice(
                row.id(),
                row.caseId(),
                Objects.requireNonNullElse(row.number(), ""),
                row.organ(),
                organizations.name(row.organ()),
                row.state(),
                row.title(),
                row.titleEn(),
                row.introduction(),
                row.introductionEn(),
                row.clause(),
                row.workingDays(),
                row.contact(),
                row.former(),
                row.headings(),
                row.headingsEn(),
                row.publishedAt(),
                row.firstDay(),
                period.lastDay(),
                period.daysLeft(),
                period.stopped(),
                row.closedAt(),
                row.reason(),
                store.entries(row.id()));
    }

    private NoticeRow listed(Row row) {
        var period = period(row);
        return new NoticeRow(
                row.id(),
                Objects.requireNonNull(row.number()),
                row.organ(),
                organizations.name(row.organ()),
                row.state(),
                row.title(),
                row.titleEn(),
                row.workingDays(),
                Objects.requireNonNull(row.publishedAt()),
                Objects.requireNonNull(row.firstDay()),
                Objects.requireNonNull(period.lastDay()),
                period.daysLeft(),
                period.stopped(),
                row.entries());
    }

    private record Period(@Nullable LocalDate lastDay, int daysLeft, boolean stopped) {}

    private Period period(Row row) {
        if (row.state() != NoticeState.RUNNING) {
            return new Period(row.lastDay(), 0, false);
        }
        return running(row)
                .map(view -> new Period(day(view.due()), view.remaining(), view.stopped()))
                .orElseGet(() -> new Period(row.lastDay(), row.workingDays(), false));
    }

    /** The day on which the period has ended, or ends as it stands now. */
    private LocalDate lastDay(Row row) {
        return running(row).map(view -> day(view.due())).orElseGet(() -> Objects.requireNonNull(row.lastDay()));
    }

    private Optional<ClockView> running(Row row) {
        return clocks.of(row.caseId()).stream()
                .filter(view -> view.stage().equals(STAGE) && view.running())
                .findFirst();
    }

    private WorkCalendar calendar(String organ) {
        return workingDays.in(organizations.get(organ).province());
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }
}
