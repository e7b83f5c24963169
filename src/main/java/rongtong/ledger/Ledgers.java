package rongtong.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.CurrentUser;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;

/**
 * The ledgers as people and programs read and write them. What a person may not see is {@link NotFound}; what a person
 * may never do is refused with {@link AccessDeniedException}; what the state of a ledger forbids is a
 * {@link RuleViolation}.
 */
@Service
@Transactional
@PreAuthorize("isAuthenticated()")
public class Ledgers {

    private final LedgerStore store;
    private final EntryStore entries;
    private final LedgerAccess access;
    private final LiveReferences references;
    private final CurrentUser user;

    Ledgers(LedgerStore store, EntryStore entries, LedgerAccess access, LiveReferences references, CurrentUser user) {
        this.store = store;
        this.entries = entries;
        this.access = access;
        this.references = references;
        this.user = user;
    }

    /** Rounds that the person may see, the newest first. */
    @Transactional(readOnly = true)
    public List<Round> rounds() {
        return access.readableRounds();
    }

    /** @throws NotFound if there is none or the person may not see it */
    @Transactional(readOnly = true)
    public Round round(UUID id) {
        return access.readableRound(id);
    }

    /** The newest frozen round of a province, whoever asks. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<Round> frozen(String jurisdiction) {
        return store.latestFrozen(jurisdiction);
    }

    /** The newest round that a case opened and that was not withdrawn, whoever asks: for the steps of the case. */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public Optional<Round> roundOf(UUID caseId) {
        return store.latestRoundOf(caseId);
    }

    /** The four ledgers of a round. */
    @Transactional(readOnly = true)
    public List<Ledger> ledgers(UUID round) {
        return store.ledgers(access.readableRound(round).id());
    }

    /** Ledgers of the rounds that the person may see, the newest rounds first. */
    @Transactional(readOnly = true)
    public Page<Ledger> find(LedgerFilter filter, int page, int size) {
        return store.find(access.ownJurisdictions(), filter, page, size);
    }

    /** Years of the rounds that the person may see, the newest first. */
    @Transactional(readOnly = true)
    public List<Integer> years() {
        return store.years(access.ownJurisdictions());
    }

    /** @throws NotFound if there is none or the person may not see it */
    @Transactional(readOnly = true)
    public Ledger ledger(UUID id) {
        return access.readableLedger(id);
    }

    /** What the person may do with a ledger now. */
    public record Permissions(boolean add, boolean change, boolean propose) {}

    @Transactional(readOnly = true)
    public Permissions permissions(Ledger ledger) {
        return new Permissions(access.mayAdd(ledger), access.mayChange(ledger), access.mayPropose(ledger));
    }

    @Transactional(readOnly = true)
    public Page<Entry> entries(UUID ledger, EntryFilter filter, int page, int size) {
        access.readableLedger(ledger);
        var items = entries.find(ledger, filter, (long) page * size, size);
        return new Page<>(items, page, size, entries.total(ledger, filter).entries());
    }

    /** A piece of the list, for a grid that scrolls. */
    @Transactional(readOnly = true)
    public List<Entry> entriesFrom(UUID ledger, EntryFilter filter, long offset, int limit) {
        access.readableLedger(ledger);
        return entries.find(ledger, filter, offset, limit);
    }

    /** Number of entries that the filter finds, and what their numbers add up to. */
    public record Totals(long entries, long number) {}

    @Transactional(readOnly = true)
    public Totals totals(UUID ledger, EntryFilter filter) {
        access.readableLedger(ledger);
        var total = entries.total(ledger, filter);
        return new Totals(total.entries(), total.number());
    }

    /**
     * Entries on one side of a round, the largest numbers first.
     *
     * @param text part of an organisation's name or of the subject; null for all
     */
    @Transactional(readOnly = true)
    public Page<Entry> entriesOfRound(UUID round, Side side, @Nullable String text, int page, int size) {
        access.readableRound(round);
        var items = entries.largest(round, side, text, (long) page * size, size);
        return new Page<>(items, page, size, entries.count(round, side, text));
    }

    /** @throws NotFound if there is none or the person may not see it */
    @Transactional(readOnly = true)
    public Entry entry(UUID id) {
        var entry = entries.find(id).orElseThrow(() -> new NotFound("entry", id));
        access.readableLedger(entry.ledgerId());
        return entry;
    }

    /** Demand against supply of a round, by field and level. */
    @Transactional(readOnly = true)
    public Consolidation consolidation(UUID round) {
        return entries.consolidation(access.readableRound(round).id());
    }

    @Transactional(readOnly = true)
    public Optional<MatchingPlan> plan(UUID round) {
        return store.plan(access.readableRound(round).id());
    }

    @Transactional(readOnly = true)
    public List<Survey> surveys(UUID ledger) {
        return store.surveys(access.readableLedger(ledger).id());
    }

    /** @throws RuleViolation naming the wrong components */
    public UUID add(UUID ledgerId, EntryDraft draft) {
        access.readableLedger(ledgerId);
        var ledger = store.lock(ledgerId);
        access.requireAdd(ledger);
        return entries.add(ledgerId, checked(ledger, draft), EntryState.VALID, user.organization());
    }

    /** @throws RuleViolation naming the wrong components */
    public void change(UUID entryId, EntryDraft draft) {
        var entry = entry(entryId);
        var ledger = store.lock(entry.ledgerId());
        access.requireChange(ledger);
        entries.change(entryId, checked(ledger, draft));
    }

    public void remove(UUID entryId) {
        var entry = entry(entryId);
        access.requireChange(store.lock(entry.ledgerId()));
        entries.remove(entryId);
    }

    /**
     * Submits an update on behalf of a secretariat or for oneself; it counts once an owner has accepted it (LN-ALLIANCE
     * 二(三)2; R-LNA-28). Proposals to a frozen ledger go into the next round that starts from it.
     */
    public UUID propose(UUID ledgerId, EntryDraft draft) {
        var ledger = access.readableLedger(ledgerId);
        if (!access.mayPropose(ledger)) {
            throw new AccessDeniedException("May not propose entries to ledger " + ledgerId);
        }
        return entries.add(ledgerId, checked(ledger, draft), EntryState.PROPOSED, user.organization());
    }

    /** An owning department confirms a proposed entry, which is its own from then on (R-LNA-28). */
    public void accept(UUID entryId) {
        var entry = entry(entryId);
        var ledger = store.lock(entry.ledgerId());
        access.requireAdd(ledger);
        entries.accept(entryId, user.organization());
    }

    /** The same ledger of the newest frozen round of the province, from which an empty one may start. */
    @Transactional(readOnly = true)
    public Optional<Ledger> earlier(Ledger ledger) {
        return store.latestFrozen(ledger.jurisdiction())
                .map(round -> store.ledger(round.id(), ledger.type()))
                .filter(earlier -> earlier.entries() > 0 && !earlier.id().equals(ledger.id()));
    }

    /**
     * Fills an empty ledger with the entries of the newest frozen one, for the owners to bring up to date.
     *
     * @return how many
     * @throws RuleViolation if it is not empty or there is nothing to take over
     */
    public int carryOver(UUID ledgerId) {
        access.readableLedger(ledgerId);
        var ledger = store.lock(ledgerId);
        access.requireAdd(ledger);
        if (ledger.entries() > 0) {
            throw new RuleViolation(Message.of("ledger.carry-over.not-empty"));
        }
        var earlier = earlier(ledger).orElseThrow(() -> new RuleViolation(Message.of("ledger.carry-over.nothing")));
        return entries.copy(earlier.id(), ledgerId, ledger.year(), user.organization());
    }

    /** Adds a survey, or corrects the one with the same title. */
    public void saveSurvey(
            UUID ledgerId, String title, @Nullable LocalDate date, String method, @Nullable Integer sample) {
        var ledger = store.lock(access.readableLedger(ledgerId).id());
        access.requireChange(ledger);
        var problems = new ArrayList<FieldError>();
        if (title.isBlank() || title.strip().length() > 200) {
            problems.add(new FieldError("title", Message.of("ledger.survey.title")));
        }
        if (method.isBlank() || method.strip().length() > 200) {
            problems.add(new FieldError("method", Message.of("ledger.survey.method")));
        }
        if (date == null) {
            problems.add(new FieldError("date", Message.of("ledger.survey.date")));
        }
        if (sample == null || sample < 1 || sample > 1_000_000) {
            problems.add(new FieldError("sample", Message.of("ledger.survey.sample")));
        }
        if (date == null || sample == null || !problems.isEmpty()) {
            throw new RuleViolation(Message.of("ledger.survey.incomplete"), problems);
        }
        var surveys = new ArrayList<>(store.surveys(ledgerId));
        surveys.removeIf(survey -> survey.title().equals(title.strip()));
        surveys.add(Survey.of(title.strip(), date, method.strip(), sample));
        store.saveSurveys(ledgerId, surveys);
    }

    private EntryDraft checked(Ledger ledger, EntryDraft draft) {
        var entry = draft.in(ledger.type());
        var problems = new ArrayList<>(entry.problems(ledger.type(), references));
        var survey = entry.survey();
        if (survey != null
                && store.surveys(ledger.id()).stream()
                        .noneMatch(known -> known.id().equals(survey))) {
            problems.add(new FieldError("survey", Message.of("ledger.entry.unknown-survey", survey.toString())));
        }
        if (!problems.isEmpty()) {
            throw new RuleViolation(Message.of("ledger.entry.incomplete"), problems);
        }
        return entry;
    }
}
