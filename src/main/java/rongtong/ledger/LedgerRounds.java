package rongtong.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.organization.Organizations;
import rongtong.shared.Message;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

/**
 * The life of a round, one method for each step of {@code ledger-round.bpmn} in its order. Called by the process, which
 * has made sure of who acts.
 */
@Service
@Transactional
public class LedgerRounds {

    private final LedgerStore store;
    private final EntryStore entries;
    private final Organizations organizations;
    private final LiveReferences references;
    private final Clock clock;

    LedgerRounds(
            LedgerStore store,
            EntryStore entries,
            Organizations organizations,
            LiveReferences references,
            Clock clock) {
        this.store = store;
        this.entries = entries;
        this.organizations = organizations;
        this.references = references;
        this.clock = clock;
    }

    /**
     * Opens the round of a case with its four ledgers, each with the departments that answer for it (LN-ALLIANCE 二(一)1;
     * R-LNA-06 to R-LNA-09). Where the province has frozen a round of the same year, the new one starts as its copy.
     */
    public Round open(UUID caseId, String jurisdiction, String demandDepartment) {
        var running = store.openRoundOf(caseId);
        if (running.isPresent()) {
            return running.get();
        }
        var now = OffsetDateTime.now(clock);
        var round = new Round(
                UUID.randomUUID(),
                caseId,
                jurisdiction,
                now.getYear(),
                null,
                demandDepartment,
                RoundStatus.OPEN,
                now,
                null);
        store.add(round);
        for (var type : LedgerType.values()) {
            store.addLedger(
                    round.id(),
                    type,
                    organizations.responsible(jurisdiction, type.owner()),
                    organizations.responsible(jurisdiction, type.coOwner()),
                    organizations.responsible(jurisdiction, type.author()));
        }
        store.latestFrozen(jurisdiction, round.year()).ifPresent(frozen -> store.copy(frozen, round.id()));
        return round;
    }

    /** The open round of a case. */
    @Transactional(readOnly = true)
    public Round current(UUID caseId) {
        return store.openRoundOf(caseId).orElseThrow(() -> new RuleViolation(Message.of("ledger.no-open-round")));
    }

    /** A ledger of the open round of a case. */
    @Transactional(readOnly = true)
    public Ledger ledger(UUID caseId, LedgerType type) {
        return store.ledger(current(caseId).id(), type);
    }

    @Transactional(readOnly = true)
    public List<Survey> surveys(Ledger ledger) {
        return store.surveys(ledger.id());
    }

    /** What is wrong with entries written in a form; the fields are named {@code entries[0].level}. */
    @Transactional(readOnly = true)
    public List<FieldError> problems(Ledger ledger, List<EntryDraft> drafts) {
        var problems = new ArrayList<FieldError>();
        for (int i = 0; i < drafts.size(); i++) {
            var prefix = "entries[%d].".formatted(i);
            drafts.get(i).in(ledger.type()).problems(ledger.type(), references).stream()
                    .map(problem -> new FieldError(prefix + problem.field(), problem.message()))
                    .forEach(problems::add);
        }
        return problems;
    }

    /**
     * What keeps a ledger from being submitted: it rests on at least one survey (LN-ALLIANCE 二(一)1; R-LNA-05), has
     * entries, and those of the services were written by their competent departments (R-LNA-08).
     *
     * @param surveys that the submission names
     * @param newEntries how many it brings
     */
    @Transactional(readOnly = true)
    public List<FieldError> obstacles(Ledger ledger, List<Survey> surveys, int newEntries) {
        var problems = new ArrayList<FieldError>();
        if (surveys.isEmpty()) {
            problems.add(new FieldError("surveys", Message.of("ledger.survey.needed")));
        }
        var titles = new HashSet<String>();
        for (int i = 0; i < surveys.size(); i++) {
            if (!titles.add(surveys.get(i).title())) {
                problems.add(new FieldError("surveys[%d].title".formatted(i), Message.of("ledger.survey.title-twice")));
            }
        }
        if (ledger.entries() + newEntries == 0) {
            problems.add(new FieldError("entries", Message.of("ledger.entries-needed")));
        }
        if (ledger.type().isMerged()) {
            entries.authors(ledger.id()).stream()
                    .filter(author -> !ledger.authors().contains(author))
                    .forEach(author -> problems.add(new FieldError(
                            "entryCount", Message.of("ledger.author-not-competent", organizations.name(author)))));
        }
        return problems;
    }

    /** Keeps what a form brought: surveys, and entries that rest on the first of them. */
    public void write(Ledger ledger, List<Survey> surveys, List<EntryDraft> drafts, String author) {
        store.lock(ledger.id());
        store.saveSurveys(ledger.id(), surveys);
        var basis = store.surveys(ledger.id()).stream().findFirst().map(Survey::id);
        for (var draft : drafts) {
            entries.add(ledger.id(), draft.in(ledger.type()).restingOn(basis.orElse(null)), EntryState.VALID, author);
        }
    }

    /** The owner hands a ledger to its co-owner; its entries stay as they are until it is returned. */
    public void submit(Ledger ledger, String mergeNote) {
        var current = store.lock(ledger.id());
        require(current, LedgerStatus.OPEN);
        var obstacles = obstacles(current, store.surveys(current.id()), 0);
        if (!obstacles.isEmpty()) {
            throw new RuleViolation(obstacles.getFirst().message(), obstacles);
        }
        store.submit(ledger.id(), mergeNote);
    }

    /** The co-owner agrees. */
    public void confirm(Ledger ledger) {
        require(store.lock(ledger.id()), LedgerStatus.SUBMITTED);
        store.confirm(ledger.id());
    }

    /** The co-owner returns the ledger to its authors with a reason. */
    public void giveBack(Ledger ledger, String reason) {
        require(store.lock(ledger.id()), LedgerStatus.SUBMITTED);
        store.giveBack(ledger.id(), reason);
    }

    /** Entries of a ledger by field and kind. */
    @Transactional(readOnly = true)
    public List<Sum> sums(Ledger ledger) {
        return entries.sums(ledger.id());
    }

    @Transactional(readOnly = true)
    public Consolidation consolidation(Round round) {
        return entries.consolidation(round.id());
    }

    /** Entries from which the matching plan is drafted: the largest of each field and level found on both sides. */
    @Transactional(readOnly = true)
    public List<Entry> matchable(Round round, int groups) {
        return entries.matchable(round.id(), groups);
    }

    @Transactional(readOnly = true)
    public List<Entry> largest(Round round, Side side, int limit) {
        return entries.largest(round.id(), side, null, 0, limit);
    }

    /**
     * What is wrong with a matching plan: each row references entries of both sides of the round (R-LNA-42), and the
     * author is a department or a local government (LN-ALLIANCE 一(二)-4; R-LNA-02).
     */
    @Transactional(readOnly = true)
    public List<FieldError> problems(Round round, MatchingPlan plan, String author) {
        var demand = new ArrayList<UUID>();
        var supply = new ArrayList<UUID>();
        plan.matches().forEach(match -> {
            demand.addAll(match.demand());
            supply.addAll(match.supply());
        });
        var problems = new ArrayList<>(plan.problems(
                store.entriesOf(round.id(), Side.DEMAND, demand), store.entriesOf(round.id(), Side.SUPPLY, supply)));
        if (!isAuthority(author)) {
            problems.add(new FieldError("planText", Message.of("ledger.plan.author", organizations.name(author))));
        }
        return problems;
    }

    private boolean isAuthority(String organization) {
        return organizations
                .find(organization)
                .map(found -> switch (found.kind()) {
                    case DEPARTMENT, GOVERNMENT, PARK -> true;
                    case SCHOOL, ENTERPRISE, INSTITUTE, ASSOCIATION, REGULATOR, OTHER -> false;
                })
                .orElse(false);
    }

    /** @throws RuleViolation as {@link #problems(Round, MatchingPlan, String)} says */
    public void plan(Round round, MatchingPlan plan, String author) {
        var problems = problems(round, plan, author);
        if (!problems.isEmpty()) {
            throw new RuleViolation(problems.getFirst().message(), problems);
        }
        store.savePlan(round.id(), plan, author);
    }

    /** A round becomes a version when its four ledgers are confirmed and its matching plan is drawn up (R-LNA-02). */
    public Round freeze(UUID caseId) {
        var round = current(caseId);
        var ledgers = store.ledgers(round.id());
        if (!ledgers.stream().allMatch(ledger -> ledger.status() == LedgerStatus.CONFIRMED)) {
            throw new RuleViolation(Message.of("ledger.freeze.unconfirmed"));
        }
        if (store.plan(round.id()).isEmpty()) {
            throw new RuleViolation(Message.of("ledger.freeze.no-plan"));
        }
        store.freeze(round);
        return store.round(round.id());
    }

    /** The case was withdrawn: its open round ends with it, so that nothing half-done remains. Frozen ones stay. */
    public void withdraw(UUID caseId) {
        store.withdrawOpenRoundOf(caseId);
    }

    /** The year of entries written today. */
    public int year() {
        return LocalDate.now(clock).getYear();
    }

    private static void require(Ledger ledger, LedgerStatus expected) {
        if (ledger.roundStatus() != RoundStatus.OPEN || ledger.status() != expected) {
            throw new RuleViolation(Message.of(
                    "ledger.not-in-state",
                    Message.of("ledger.type." + ledger.type()),
                    Message.of("ledger.status." + ledger.status())));
        }
    }
}
