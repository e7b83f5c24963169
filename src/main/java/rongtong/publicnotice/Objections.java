package rongtong.publicnotice;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rongtong.document.Attachments;
import rongtong.document.Documents;
import rongtong.identity.CurrentUser;
import rongtong.identity.Role;
import rongtong.policy.Settings;
import rongtong.publicnotice.Objection.Objector;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.TooOften;
import rongtong.workflow.CaseDirectory;
import rongtong.workflow.CaseMessages;
import rongtong.workflow.Cases;
import rongtong.workflow.Timeline;
import rongtong.workflow.TimelineWritten;
import rongtong.workflow.Transactions;
import rongtong.workflow.clock.ClockView;
import rongtong.workflow.clock.Clocks;

/**
 * Objections against public notices (default D6): filed by anybody with a real name and without an account, each a case of the
 * organ's own. Who objects is known to the organ's people alone: name and contact are in no process variable, timeline,
 * document, log or answer but {@link #objector}.
 */
@Service
public class Objections {

    /** The process by which an objection is dealt with. */
    public static final String SERVICE = "notice-objection";

    /** Kind of the written answer. */
    public static final String ANSWER = "objection-answer";

    private static final String MOST_EVIDENCE = "notice.evidence-files";

    static final int FEWEST_FACTS = 20;
    static final int MOST_FACTS = 2000;
    private static final int FEWEST_NAME = 2;
    private static final int MOST_NAME = 50;
    private static final int MOST_CONTACT = 100;
    private static final int LINK_BYTES = 32;

    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 ()\\-]{5,20}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");
    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}·•.'’（）() \\-]*");
    private static final Set<String> NO_NAMES = Set.of("匿名", "匿名者", "匿名人", "无名", "某某", "anonymous", "nobody");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ObjectionStore store;
    private final NoticeStore notices;
    private final PublicNotices published;
    private final ObjectionLimit limit;
    private final Settings settings;
    private final Attachments attachments;
    private final Documents documents;
    private final Cases cases;
    private final CaseDirectory directory;
    private final CaseMessages messages;
    private final Timeline timeline;
    private final Clocks clocks;
    private final Transactions transactions;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Objections(
            ObjectionStore store,
            NoticeStore notices,
            PublicNotices published,
            ObjectionLimit limit,
            Settings settings,
            Attachments attachments,
            Documents documents,
            Cases cases,
            CaseDirectory directory,
            CaseMessages messages,
            Timeline timeline,
            Clocks clocks,
            Transactions transactions,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.published = published;
        this.limit = limit;
        this.settings = settings;
        this.attachments = attachments;
        this.documents = documents;
        this.cases = cases;
        this.directory = directory;
        this.messages = messages;
        this.timeline = timeline;
        this.clocks = clocks;
        this.transactions = transactions;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Files an objection; the period of the notice stands still until it is answered.
     *
     * @param idOrNumber of the notice
     * @param client network address of whoever files it; kept in memory for an hour, and nowhere else
     * @throws NotFound if there is no such notice
     * @throws RuleViolation with the fields, if something is missing, or if the period is over
     * @throws TooOften if too many were filed within an hour
     */
    public FiledObjection file(String idOrNumber, ObjectionDraft draft, String client) {
        var notice = published.published(idOrNumber);
        check(notice, draft);
        requireOpen(notice);
        limit.count(client, notice.id());
        return transactions.run(() -> {
            // in this order everywhere: of the last second's timer and objection one comes first, and the other sees it
            notices.lock(notice.id());
            var now = published.find(notice.id()).orElseThrow();
            requireOpen(now);
            return enter(now, draft);
        });
    }

    private FiledObjection enter(Notice notice, ObjectionDraft draft) {
        var first = store.open(notice.id()).isEmpty();
        var caseId = cases.receive(
                SERVICE,
                notice.organ(),
                "对“" + notice.title() + "”的异议",
                Map.of("notice", notice.id().toString(), "clause", notice.clause()));
        var objection = new Objection(
                UUID.randomUUID(),
                caseId,
                directory.facts(caseId).number(),
                notice.id(),
                draft.entry(),
                text(draft.facts()),
                ObjectionState.RECEIVED,
                clock.instant(),
                "",
                null,
                "",
                "",
                null,
                null);
        var link = newLink();
        store.insert(objection, new Objector(text(draft.name()), text(draft.contact())), hash(link));
        timeline.note(notice.caseId(), "objection-received", notice.organ(), objection.number());
        events.publishEvent(new NoticeEvent(NoticeEvent.Deed.OBJECTION_FILED, objection.number()));
        if (first) {
            tell(notice.caseId(), "objectionRaised");
        }
        return new FiledObjection(objection.number(), link, objection.filedAt(), answerBy(objection));
    }

    private void requireOpen(Notice notice) {
        if (notice.state() == NoticeState.WITHDRAWN) {
            throw new RuleViolation(Message.of("publicnotice.withdrawn", notice.number()));
        }
        if (!published.hears(notice)) {
            throw new RuleViolation(Message.of("publicnotice.over", notice.number(), String.valueOf(notice.lastDay())));
        }
    }

    private static void check(Notice notice, ObjectionDraft draft) {
        var errors = new ArrayList<FieldError>();
        Printable.require("name", draft.name());
        Printable.require("contact", draft.contact());
        Printable.require("facts", draft.facts());
        var name = text(draft.name());
        if (name.length() < FEWEST_NAME
                || name.length() > MOST_NAME
                || !NAME.matcher(name).matches()
                || NO_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
            errors.add(new FieldError("name", Message.of("publicnotice.objection.name", FEWEST_NAME, MOST_NAME)));
        }
        var contact = text(draft.contact());
        if (contact.length() > MOST_CONTACT
                || !TELEPHONE.matcher(contact).matches()
                        && !MAIL.matcher(contact).matches()) {
            errors.add(new FieldError("contact", Message.of("publicnotice.objection.contact")));
        }
        if (draft.entry() != null && notice.entries().stream().noneMatch(entry -> entry.place() == draft.entry())) {
            errors.add(new FieldError("entry", Message.of("publicnotice.objection.entry")));
        }
        var facts = text(draft.facts());
        if (facts.length() < FEWEST_FACTS || facts.length() > MOST_FACTS) {
            errors.add(new FieldError(
                    "facts",
                    Message.of(
                            "publicnotice.objection.facts",
                            FEWEST_FACTS,
                            String.valueOf(MOST_FACTS),
                            String.valueOf(facts.length()))));
        }
        if (!errors.isEmpty()) {
            throw new RuleViolation(Message.of("publicnotice.objection.refused", errors.size()), errors);
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /**
     * The objection behind a private link.
     *
     * @param client network address of whoever asks, as in {@link #file}
     * @throws NotFound if there is none
     * @throws TooOften if too many links were opened within a minute
     */
    @Transactional(readOnly = true)
    public ObjectionProgress progress(String link, String client) {
        var objection = behind(link, client);
        var notice = published.find(objection.notice()).orElseThrow();
        var answered = objection.document() != null;
        return new ObjectionProgress(
                objection.number(),
                objection.state(),
                notice.id(),
                notice.number(),
                notice.title(),
                notice.titleEn(),
                notice.organName(),
                entry(notice, objection).map(Notice.Entry::organization).orElse(null),
                objection.facts(),
                objection.filedAt(),
                objection.closedAt() == null ? answerBy(objection) : null,
                answered ? objection.answer() : null,
                objection.document(),
                objection.closedAt(),
                store.evidence(objection.id()),
                settings.number(MOST_EVIDENCE),
                attachments.largest());
    }

    private Objection behind(String link, String client) {
        limit.countLink(client);
        return behind(link);
    }

    private Objection behind(String link) {
        return store.byLink(hash(link)).orElseThrow(() -> new NotFound("objection", "link"));
    }

    /**
     * The written answer, which names nobody, as PDF.
     *
     * @param client as in {@link #progress}
     * @throws NotFound if there is no such link, or no answer yet
     * @throws RuleViolation while it cannot be printed
     * @throws TooOften as {@link #progress}
     */
    @Transactional
    public byte[] paper(String link, String client) {
        var objection = behind(link, client);
        return Optional.ofNullable(objection.document())
                .flatMap(answered -> documents.newest(objection.caseId(), ANSWER))
                .map(documents::pdf)
                .orElseThrow(() -> new NotFound("answer", objection.number()));
    }

    /**
     * Hands in a file as evidence, by the private link, while the objection is dealt with. Those who deal with it see it.
     *
     * @param name of the file, as {@code photo.jpg}; PDF and pictures only
     * @param client as in {@link #progress}
     * @throws NotFound if there is no such link
     * @throws RuleViolation if it is closed, if there are as many files as there may be, or if the file is too large, not
     *     what its name says, or carries something that could run
     * @throws TooOften if too many files were handed in within an hour
     */
    @Transactional
    public Evidence addEvidence(String link, String name, InputStream content, String client) {
        var objection = behind(link, client);
        limit.countFile(client);
        store.lockEvidence(objection.id());
        var number = requireTakesEvidence(objection) + 1;
        var file = attachments.storeInConfidence(objection.caseId(), name, content);
        var evidence = new Evidence(number, file.mediaType(), file.size(), file.sha256(), clock.instant());
        store.add(objection.id(), evidence, file.id());
        var organ = notices.find(objection.notice()).orElseThrow().organ();
        timeline.note(objection.caseId(), "evidence-received", organ, null);
        events.publishEvent(new NoticeEvent(NoticeEvent.Deed.EVIDENCE_RECEIVED, objection.number()));
        return evidence;
    }

    /** @return how many files there are */
    private int requireTakesEvidence(Objection objection) {
        if (objection.closedAt() != null) {
            throw new RuleViolation(Message.of("publicnotice.evidence.closed", objection.number()));
        }
        var number = store.evidence(objection.id()).size();
        var most = settings.number(MOST_EVIDENCE);
        if (number >= most) {
            throw new RuleViolation(Message.of("publicnotice.evidence.too-many", most));
        }
        return number;
    }

    /**
     * Takes an objection back, by its private link.
     *
     * @param client as in {@link #progress}
     * @throws NotFound if there is none
     * @throws RuleViolation if it has been answered or taken back
     * @throws TooOften as {@link #progress}
     */
    public void withdraw(String link, String client) {
        limit.countLink(client);
        transactions.run(() -> {
            var objection = behind(link);
            // nothing is locked before: the process takes its case and then the notice, as an answer does
            if (objection.closedAt() != null || !messages.tell(objection.caseId(), "objectionWithdrawn")) {
                throw new RuleViolation(Message.of("publicnotice.objection.closed", objection.number()));
            }
        });
    }

    /** The line that an objection is against; nothing for the whole list. */
    public static Optional<Notice.Entry> entry(Notice notice, Objection objection) {
        return notice.entries().stream()
                .filter(entry -> Objects.equals(entry.place(), objection.entry()))
                .findFirst();
    }

    /** The objection that is dealt with in a case; for the pages of the organ. */
    @Transactional(readOnly = true)
    public Optional<Objection> ofCase(UUID caseId) {
        return store.ofCase(caseId);
    }

    /** Name and contact, for handlers and leaders of the organ alone; nothing for anybody else, administrators too. */
    @Transactional(readOnly = true)
    public Optional<Objector> objector(Objection objection) {
        return mayKnowObjector(objection) ? Optional.of(store.objector(objection.id())) : Optional.empty();
    }

    /** Whether the person at work is a handler or leader of the organ. */
    @Transactional(readOnly = true)
    public boolean mayKnowObjector(Objection objection) {
        var organ = published.find(objection.notice()).orElseThrow().organ();
        return user.isPresent()
                && user.organization().equals(organ)
                && (user.has(Role.HANDLER) || user.has(Role.LEADER));
    }

    /** How many files the objector has handed in. */
    @Transactional(readOnly = true)
    public int pieces(Objection objection) {
        return store.evidence(objection.id()).size();
    }

    // What the steps of notice-objection.bpmn do, each in its transaction

    Objection get(UUID caseId) {
        return store.ofCase(caseId).orElseThrow(() -> new NotFound("objection", caseId));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void accept(UUID caseId, String findings) {
        store.accept(get(caseId).id(), findings);
    }

    /** @param reason that the objector is told */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refuse(UUID caseId, String findings, String reason) {
        store.refuse(get(caseId).id(), findings, reason);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void propose(UUID caseId, boolean uphold, String reason) {
        store.propose(get(caseId).id(), uphold ? ObjectionState.UPHELD : ObjectionState.REJECTED, reason);
    }

    /** Records the leader's decision. @param reason that the objector is told */
    @Transactional(propagation = Propagation.MANDATORY)
    public void decide(UUID caseId, boolean upheld, String reason) {
        var objection = get(caseId);
        store.decide(objection.id(), upheld, reason, user.username(), clock.instant());
        events.publishEvent(new NoticeEvent(NoticeEvent.Deed.OBJECTION_DECIDED, objection.number()));
    }

    /** The written answer has been issued. @param document its number */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answered(UUID caseId, String document) {
        var objection = get(caseId);
        notices.lock(objection.notice());
        store.answered(objection.id(), document, clock.instant());
        goOnAfter(objection, "objection-answered");
    }

    /** The objector has taken it back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closeWithdrawn(UUID caseId) {
        close(get(caseId), ObjectionState.WITHDRAWN);
        events.publishEvent(new NoticeEvent(
                NoticeEvent.Deed.OBJECTION_WITHDRAWN, get(caseId).number()));
    }

    /** An administrator who ends the case ends the objection: the notice must not wait for it for ever. */
    @EventListener
    void on(TimelineWritten entry) {
        if (entry.task() == null && entry.action().equals("cancelled")) {
            store.ofCase(entry.caseId())
                    .filter(objection -> objection.closedAt() == null)
                    .ifPresent(objection -> close(objection, ObjectionState.CANCELLED));
        }
    }

    private void close(Objection objection, ObjectionState state) {
        notices.lock(objection.notice());
        store.close(objection.id(), state, clock.instant());
        goOnAfter(objection, "objection-withdrawn");
    }

    /** The period goes on when nothing is open any more. */
    private void goOnAfter(Objection objection, String action) {
        var notice = notices.find(objection.notice()).orElseThrow();
        timeline.note(notice.caseId(), action, notice.organ(), objection.number());
        if (notice.state() == NoticeState.RUNNING && store.open(notice.id()).isEmpty()) {
            tell(notice.caseId(), "objectionsAnswered");
        }
    }

    private void tell(UUID caseId, String message) {
        if (!messages.tell(caseId, message)) {
            throw new IllegalStateException("Case %s does not wait for '%s'".formatted(caseId, message));
        }
    }

    private LocalDate answerBy(Objection objection) {
        return clocks.of(objection.caseId()).stream()
                .filter(ClockView::running)
                .findFirst()
                .map(view -> day(view.due()))
                .orElseGet(() -> day(objection.filedAt()));
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, clock.getZone());
    }

    private static String newLink() {
        var bytes = new byte[LINK_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String link) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(link.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
