package rongtong.selection.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.selection.programme.RetirementEvent.Deed;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.SomebodyWasFirst;

/**
 * Programmes that are out of use (停用). A retired programme and its versions stay readable and rounds that have begun go on,
 * but no new one begins until it is brought back. Who edits a programme retires it.
 */
@Service
@Transactional
public class Retirements {

    private static final String IN_FORCE =
            "select programme, reason, retired_by, retired_at from selection.retirement where restored_at is null";
    private static final int SHORTEST_REASON = 5;
    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;
    private final Programmes programmes;
    private final ProgrammeAccess access;
    private final Accounts accounts;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Retirements(
            JdbcClient jdbc,
            Programmes programmes,
            ProgrammeAccess access,
            Accounts accounts,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.programmes = programmes;
        this.access = access;
        this.accounts = accounts;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** Why and since when a programme is out of use; nothing for one that is in use. */
    @Transactional(readOnly = true)
    public Optional<Retirement> of(String programme) {
        return jdbc.sql(IN_FORCE + " and programme = ?")
                .param(programme)
                .query(Retirements::row)
                .optional();
    }

    /** All that are out of use, by the key of the programme. */
    @Transactional(readOnly = true)
    public Map<String, Retirement> all() {
        return jdbc.sql(IN_FORCE).query(Retirements::row).list().stream()
                .collect(Collectors.toMap(Retirement::programme, Function.identity()));
    }

    /**
     * Puts a programme out of use.
     *
     * @param reason 5 to 500 characters, which everybody reads
     * @throws NotFound if nothing of it is published
     * @throws AccessDeniedException unless the person edits the programme
     * @throws RuleViolation at the field {@code reason}
     * @throws SomebodyWasFirst if it is out of use already
     */
    public Retirement retire(String key, @Nullable String reason) {
        var programme = editable(key);
        Printable.require("reason", reason);
        var words = reason == null ? "" : reason.strip();
        if (words.length() < SHORTEST_REASON || words.length() > LONGEST_REASON) {
            var message = Message.of("selection.retirement.reason", SHORTEST_REASON, LONGEST_REASON);
            throw new RuleViolation(message, List.of(new FieldError("reason", message)));
        }
        ProgrammeData.lock(jdbc, key);
        of(key).ifPresent(before -> {
            throw first(before.by(), before.at(), Deed.RETIRED);
        });
        jdbc.sql("""
                        insert into selection.retirement (programme, number, reason, retired_by, retired_at)
                        select :key, count(*) + 1, :reason, :by, :at from selection.retirement where programme = :key
                        """)
                .param("key", key)
                .param("reason", words)
                .param("by", user.username())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new RetirementEvent(Deed.RETIRED, key, programme.name(), words));
        return of(key).orElseThrow();
    }

    /**
     * Brings a programme back into use.
     *
     * @throws NotFound if nothing of it is published
     * @throws AccessDeniedException unless the person edits the programme
     * @throws RuleViolation if it was never out of use
     * @throws SomebodyWasFirst if somebody has brought it back already
     */
    public void restore(String key) {
        var programme = editable(key);
        ProgrammeData.lock(jdbc, key);
        var retirement = of(key).orElseThrow(() -> notRetired(key));
        jdbc.sql("""
                        update selection.retirement set restored_by = ?, restored_at = ?
                        where programme = ? and restored_at is null
                        """)
                .params(user.username(), Timestamp.from(clock.instant()), key)
                .update();
        events.publishEvent(new RetirementEvent(Deed.RESTORED, key, programme.name(), retirement.reason()));
    }

    /**
     * Holds a programme in use until the caller's transaction, in which a round begins, has ended.
     *
     * @throws RuleViolation at the field {@code programme} if it is out of use
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireInUse(String key) {
        ProgrammeData.lock(jdbc, key);
        refusal(key).ifPresent(why -> {
            throw new RuleViolation(why, List.of(new FieldError("programme", why)));
        });
    }

    /** Why no round of a programme can begin; nothing where it is in use. */
    @Transactional(readOnly = true)
    public Optional<Message> refusal(String key) {
        return of(key).map(retirement -> Message.of(
                "selection.retirement.no-round",
                programmes
                        .published(key)
                        .map(programme -> programme.name(LocaleContextHolder.getLocale()))
                        .orElse(key),
                retirement.reason()));
    }

    private Programme editable(String key) {
        var programme = programmes.published(key).orElseThrow(() -> new NotFound("programme", key));
        access.requireEditor(programme);
        return programme;
    }

    private RuntimeException notRetired(String key) {
        return jdbc.sql("""
                        select restored_by, restored_at from selection.retirement
                        where programme = ? order by number desc limit 1
                        """)
                .param(key)
                .query((rs, index) -> (RuntimeException) first(
                        rs.getString("restored_by"),
                        rs.getTimestamp("restored_at").toInstant(),
                        Deed.RESTORED))
                .optional()
                .orElseGet(() -> new RuleViolation(Message.of("selection.retirement.in-use")));
    }

    private SomebodyWasFirst first(String by, Instant at, Deed deed) {
        return new SomebodyWasFirst(accounts.displayName(by), at, Message.of("selection.retirement.deed." + deed));
    }

    private static Retirement row(ResultSet rs, int index) throws SQLException {
        return new Retirement(
                rs.getString("programme"),
                rs.getString("reason"),
                rs.getString("retired_by"),
                rs.getTimestamp("retired_at").toInstant());
    }
}
