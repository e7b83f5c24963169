package rongtong.workflow.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.calendar.WorkCalendar;
import rongtong.calendar.WorkingDays;
import rongtong.organization.Organization;
import rongtong.organization.Organizations;
import rongtong.policy.Settings;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.workflow.Desk;
import rongtong.workflow.Timeline;
import rongtong.workflow.clock.ClockStore.Row;
import rongtong.workflow.engine.DueDates;
import rongtong.workflow.engine.ProcessModels;

/**
 * The statutory clocks of cases. Modules ask {@link #of}; diagrams drive them by {@link StatutoryClock}. Each call is part of
 * the transaction of the step that leads to it.
 */
@Service
@Transactional
public class Clocks {

    private static final LocalTime START_OF_WORK = LocalTime.of(9, 0);

    private final ClockStore store;
    private final WorkingDays workingDays;
    private final Settings settings;
    private final Organizations organizations;
    private final Desk desk;
    private final DueDates dueDates;
    private final ProcessModels models;
    private final Timeline timeline;
    private final ClockWords words;
    private final Lights lights;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Clocks(
            ClockStore store,
            WorkingDays workingDays,
            Settings settings,
            Organizations organizations,
            Desk desk,
            DueDates dueDates,
            ProcessModels models,
            Timeline timeline,
            ClockWords words,
            Lights lights,
            MessageSource messages,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.workingDays = workingDays;
        this.settings = settings;
        this.organizations = organizations;
        this.desk = desk;
        this.dueDates = dueDates;
        this.models = models;
        this.timeline = timeline;
        this.words = words;
        this.lights = lights;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    /** The clocks of a case, one for each stage that has begun, in the order in which they did. */
    @Transactional(readOnly = true)
    public List<ClockView> of(UUID caseId) {
        return store.of(caseId).stream().map(this::view).toList();
    }

    private ClockView view(Row row) {
        var calendar = workingDays.in(row.jurisdiction());
        var over = row.endedAt();
        var today = calendar.dayOf(over == null ? clock.instant() : over);
        var reckoning = row.reckoning(calendar);
        var lastDay = reckoning.due(today);
        var due = calendar.endOf(lastDay).toInstant();
        int remaining = reckoning.remaining(today);
        var pause = over == null && row.stopped() ? row.pauses().getLast() : null;
        var view = new ClockView(
                row.caseId(),
                row.stage(),
                isEnglish() ? row.nameEn() : row.nameZh(),
                row.organ(),
                row.organ() == null ? null : organizations.name(row.organ()),
                row.startedOn(),
                reckoning.limit(),
                reckoning.used(today),
                remaining,
                pause == null ? null : pause.stoppedOn(),
                pause == null ? null : pause.reason(),
                row.extendedAt() != null,
                row.extraDays(),
                due,
                over == null ? null : today,
                today.isAfter(lastDay),
                lights.of(remaining, today.isAfter(lastDay)),
                reckoning.used(today),
                reckoning.paused(PauseReason.APPLICANT, today),
                reckoning.paused(PauseReason.EXPERTS, today),
                reckoning.paused(PauseReason.OBJECTION, today),
                calendar.isProvisional(lastDay),
                "");
        return words.spoken(view, pause == null ? 0 : calendar.between(pause.stoppedOn(), today));
    }

    void start(UUID caseId, String definition, String stage, String setting, @Nullable String organ) {
        start(caseId, definition, stage, settings.number(setting), organ, false);
    }

    void startPeriod(UUID caseId, String definition, String stage, int days, @Nullable String organ) {
        start(caseId, definition, stage, days, organ, true);
    }

    private void start(
            UUID caseId, String definition, String stage, int limit, @Nullable String organ, boolean isPeriod) {
        if (store.lock(caseId, stage).filter(Clocks::goesOn).isPresent()) {
            return;
        }
        var jurisdiction = organ == null
                ? store.jurisdictionOfCase(caseId)
                : organizations
                        .find(organ)
                        .map(Organization::province)
                        .orElseGet(() -> store.jurisdictionOfCase(caseId));
        var calendar = workingDays.current(jurisdiction);
        var today = calendar.dayOf(clock.instant());
        var properties = models.get(definition).properties();
        var nameZh = properties.getOrDefault("stage_" + stage, word(stage, Locale.SIMPLIFIED_CHINESE));
        store.insert(
                caseId,
                stage,
                nameZh,
                properties.getOrDefault("stage_" + stage + "_en", word(stage, Locale.ENGLISH)),
                organ,
                jurisdiction,
                today,
                limit,
                calendar.endOf(calendar.after(today, limit)).toInstant(),
                isPeriod);
        move(caseId, stage);
    }

    private String word(String stage, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage("clock.stage." + stage, null, stage, locale), stage);
    }

    void stop(UUID caseId, String stage, PauseReason reason) {
        var row = running(caseId, stage);
        if (!row.stopped()) {
            store.stop(row.id(), reason, today(row));
            timeline.note(caseId, "clock-stopped", row.organ(), null);
            move(caseId, stage);
        }
    }

    void resume(UUID caseId, String stage) {
        var row = running(caseId, stage);
        if (row.stopped()) {
            store.resume(row.id(), today(row));
            timeline.note(caseId, "clock-resumed", row.organ(), null);
            move(caseId, stage);
        }
    }

    void extend(UUID caseId, String stage, String setting) {
        var row = running(caseId, stage);
        if (store.extendedBefore(caseId, stage)) {
            throw new RuleViolation(Message.of("clock.extended-before", isEnglish() ? row.nameEn() : row.nameZh()));
        }
        store.extend(row.id(), settings.number(setting), clock.instant());
        timeline.note(caseId, "clock-extended", row.organ(), null);
        move(caseId, stage);
    }

    void end(UUID caseId, String stage) {
        store.lock(caseId, stage).filter(Clocks::goesOn).ifPresent(row -> {
            if (row.stopped()) {
                store.resume(row.id(), today(row));
            }
            var calendar = workingDays.current(row.jurisdiction());
            store.due(row.id(), dueOf(store.get(row.id()), calendar), clock.instant());
            store.end(row.id(), clock.instant());
        });
    }

    Date due(UUID caseId, String stage) {
        var row = known(caseId, stage);
        return row.stopped() ? Date.from(DueDates.NEVER) : Date.from(row.dueAt());
    }

    Date remindAt(UUID caseId, String stage) {
        var row = known(caseId, stage);
        if (row.stopped()) {
            return Date.from(DueDates.NEVER);
        }
        var calendar = workingDays.current(row.jurisdiction());
        var day = calendar.before(calendar.dayOf(row.dueAt()), settings.number("clock.remind-days"));
        return Date.from(day.atTime(START_OF_WORK).atZone(clock.getZone()).toInstant());
    }

    void escalate(UUID caseId, String stage) {
        var row = running(caseId, stage);
        if (store.markOverdue(row.id(), clock.instant())) {
            tellOverdue(row);
        }
    }

    /** Tells the leaders of every organ whose limit has passed since the last time. */
    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    public void escalateOverdue() {
        store.markOverdue(clock.instant()).forEach(id -> tellOverdue(store.get(id)));
    }

    private void tellOverdue(Row row) {
        timeline.note(row.caseId(), "overdue", row.organ(), null);
        events.publishEvent(new ClockOverdue(
                row.caseId(),
                row.stage(),
                row.nameZh(),
                row.organ(),
                row.organ() == null ? null : desk.leader(row.organ()),
                row.dueAt()));
    }

    /** After a change of the calendar. @return whether the deadline has moved */
    boolean recalculate(UUID caseId, String stage) {
        var row = store.lock(caseId, stage).filter(Clocks::goesOn).orElse(null);
        if (row == null || row.dueAt().equals(dueOf(row, workingDays.current(row.jurisdiction())))) {
            return false;
        }
        move(caseId, stage);
        return true;
    }

    /** Reckons the last day anew and moves everything that hangs on it. */
    private void move(UUID caseId, String stage) {
        var row = known(caseId, stage);
        var due = dueOf(row, workingDays.current(row.jurisdiction()));
        store.due(row.id(), due, clock.instant());
        dueDates.move(caseId, stage, row.stopped() ? null : due);
    }

    private Instant dueOf(Row row, WorkCalendar calendar) {
        return calendar.endOf(row.reckoning(calendar).due(calendar.dayOf(clock.instant())))
                .toInstant();
    }

    private Row known(UUID caseId, String stage) {
        return store.find(caseId, stage).orElseThrow(() -> missing(caseId, stage));
    }

    private Row running(UUID caseId, String stage) {
        return store.lock(caseId, stage).filter(Clocks::goesOn).orElseThrow(() -> missing(caseId, stage));
    }

    private static IllegalStateException missing(UUID caseId, String stage) {
        return new IllegalStateException("Case %s has no running clock '%s'".formatted(caseId, stage));
    }

    private static boolean goesOn(Row row) {
        return row.endedAt() == null;
    }

    private LocalDate today(Row row) {
        return workingDays.in(row.jurisdiction()).dayOf(clock.instant());
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
