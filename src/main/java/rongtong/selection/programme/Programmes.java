package rongtong.selection.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.identity.Accounts;
import rongtong.identity.CurrentUser;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.RuleViolation;
import rongtong.shared.RuleViolation.FieldError;
import rongtong.shared.SearchText;
import rongtong.shared.SomebodyWasFirst;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programmes and their versions. What is published is for everybody and never changes; drafts are for who may edit the
 * programme, one draft at a time.
 */
@Service
@Transactional
public class Programmes {

    private static final String ROW = "select * from selection.programme ";
    private static final int LARGEST_DEFINITION = 200_000;

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final ProgrammeReader reader;
    private final ProgrammeCheck check;
    private final ProgrammeAccess access;
    private final Accounts accounts;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Programmes(
            JdbcClient jdbc,
            JsonMapper mapper,
            ProgrammeReader reader,
            ProgrammeCheck check,
            ProgrammeAccess access,
            Accounts accounts,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.reader = reader;
        this.check = check;
        this.access = access;
        this.accounts = accounts;
        this.user = user;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound if there is no such version */
    @Transactional(readOnly = true)
    public Programme get(String key, int version) {
        return row(key, version).map(ProgrammeVersion::programme).orElseThrow(() -> new NotFound("programme", key));
    }

    /** The newest published version. */
    @Transactional(readOnly = true)
    public Optional<Programme> published(String key) {
        return jdbc.sql("""
                        select definition from selection.programme
                        where key = ? and status = 'PUBLISHED' order by version desc limit 1
                        """).param(key).query(String.class).optional().map(this::read);
    }

    /** The newest published version of each programme, by province and key. */
    @Transactional(readOnly = true)
    public List<Programme> published() {
        return jdbc.sql("""
                        select distinct on (province, key) definition from selection.programme
                        where status = 'PUBLISHED' order by province, key, version desc
                        """).query(String.class).list().stream().map(this::read).toList();
    }

    /** The newest published version of each programme that fits, by province and key. */
    @Transactional(readOnly = true)
    public Page<Programme> find(ProgrammeFilter filter, int page, int size) {
        // there are dozens of programmes, not thousands: what a department convenes follows from its functions
        var found = jdbc
                .sql("""
                        select definition
                        from (select distinct on (key) key, province, definition from selection.programme
                              where status = 'PUBLISHED' order by key, version desc) newest
                        where (cast(:province as text) is null or province = :province)
                            and (definition ->> 'name' ilike :text or definition ->> 'nameEn' ilike :text
                                 or key = :exact)
                        order by province, key
                        """)
                .param("province", filter.province())
                .param("text", "%" + SearchText.literal(filter.text()) + "%")
                .param("exact", filter.text())
                .query(String.class)
                .list()
                .stream()
                .map(this::read)
                .filter(programme -> !filter.mine() || access.convenes(programme))
                .toList();
        var from = (int) Math.min((long) page * size, found.size());
        return new Page<>(found.subList(from, Math.min(from + size, found.size())), page, size, found.size());
    }

    /** Versions of a programme that the person may see, the newest first; empty if there are none. */
    @Transactional(readOnly = true)
    public List<ProgrammeVersion> versions(String key) {
        return jdbc.sql(ROW + "where key = ? order by version desc").param(key).query(this::version).list().stream()
                .filter(this::maySee)
                .toList();
    }

    /** @throws NotFound if there is no such version, or it is a draft that the person may not see */
    @Transactional(readOnly = true)
    public ProgrammeVersion version(String key, int version) {
        return row(key, version).filter(this::maySee).orElseThrow(() -> new NotFound("programme", key));
    }

    /** The draft of a programme, if there is one that the person may see. */
    @Transactional(readOnly = true)
    public Optional<ProgrammeVersion> draft(String key) {
        return versions(key).stream()
                .filter(version -> version.status() == ProgrammeStatus.DRAFT)
                .findFirst();
    }

    /** Drafts that the person may edit, by key. */
    @Transactional(readOnly = true)
    public List<ProgrammeVersion> drafts() {
        return jdbc.sql(ROW + "where status = 'DRAFT' order by key").query(this::version).list().stream()
                .filter(this::maySee)
                .toList();
    }

    private boolean maySee(ProgrammeVersion version) {
        return version.status() != ProgrammeStatus.DRAFT || access.mayEdit(version.programme());
    }

    /** What keeps it from being published, each at its place; empty if nothing does. */
    public List<FieldError> problems(Programme programme) {
        return check.problems(programme);
    }

    /**
     * A draft of a new version, as the newest published one; where there is a draft already, that one.
     *
     * @throws NotFound if nothing of it is published
     * @throws AccessDeniedException unless the person edits the programme
     */
    public ProgrammeVersion revise(String key) {
        var published = published(key).orElseThrow(() -> new NotFound("programme", key));
        access.requireEditor(published);
        lock(key);
        return draft(key).orElseGet(() -> {
            var number = nextVersion(key);
            return insert(published.numbered(key, number));
        });
    }

    /** As {@link #create(Programme)}, from what a program sent. @throws RuleViolation at the place that cannot be read */
    public ProgrammeVersion create(JsonNode definition) {
        var key = definition.path("key").asString("");
        return create(reader.read(definition, key, 1));
    }

    /**
     * The first draft of a new programme. It may be incomplete.
     *
     * @throws RuleViolation if the key is taken or not one, or the province unknown
     * @throws AccessDeniedException unless the person leads it
     */
    public ProgrammeVersion create(Programme programme) {
        refuse(unfit(programme));
        access.requireEditor(programme);
        lock(programme.key());
        if (nextVersion(programme.key()) > 1) {
            refuse(List.of(new FieldError("key", Message.of("selection.programme.check.key-taken", programme.key()))));
        }
        return insert(programme.numbered(programme.key(), 1));
    }

    /** As {@link #save(Programme, int)}, from what a program sent. @throws RuleViolation at the place that cannot be read */
    public ProgrammeVersion save(String key, int version, int revision, JsonNode definition) {
        return save(reader.read(definition, key, version), revision);
    }

    /**
     * Keeps a draft; it may be incomplete.
     *
     * @param revision of the draft that was seen
     * @throws SomebodyWasFirst if somebody has saved or published it since
     */
    public ProgrammeVersion save(Programme programme, int revision) {
        var before = seen(programme.key(), programme.version(), revision);
        access.requireEditor(programme);
        refuse(unfit(programme));
        if (!before.programme().province().equals(programme.province())) {
            refuse(List.of(new FieldError("province", Message.of("selection.programme.check.province-fixed"))));
        }
        jdbc.sql("""
                        update selection.programme
                        set definition = cast(:definition as jsonb), revision = revision + 1,
                            edited_by = :editor, edited_at = :at
                        where key = :key and version = :version
                        """)
                .param("definition", written(programme))
                .param("editor", user.username())
                .param("at", now())
                .param("key", programme.key())
                .param("version", programme.version())
                .update();
        return version(programme.key(), programme.version());
    }

    /**
     * Makes a draft hold from now on. Rounds that have begun keep the version they began with.
     *
     * @throws RuleViolation with what is missing, each at its place
     * @throws SomebodyWasFirst if somebody has saved or published it since
     */
    public ProgrammeVersion publish(String key, int version, int revision) {
        var draft = seen(key, version, revision);
        refuse(check.problems(draft.programme()));
        // a version that came with the program meanwhile is older than this one
        var newest = nextVersion(key) - 1;
        var number = newest == version ? version : newest + 1;
        var programme = draft.programme().numbered(key, number);
        jdbc.sql("""
                        update selection.programme
                        set version = :number, status = 'PUBLISHED', definition = cast(:definition as jsonb),
                            revision = revision + 1, edited_by = :editor, edited_at = :at, published_at = :at
                        where key = :key and version = :version
                        """)
                .param("number", number)
                .param("definition", written(programme))
                .param("editor", user.username())
                .param("at", now())
                .param("key", key)
                .param("version", version)
                .update();
        events.publishEvent(new ProgrammePublished(key, number, programme.name()));
        return version(key, number);
    }

    /** Throws a draft away. @throws SomebodyWasFirst if somebody has saved or published it since */
    public void discard(String key, int version, int revision) {
        seen(key, version, revision);
        jdbc.sql("delete from selection.programme where key = ? and version = ? and status = 'DRAFT'")
                .params(key, version)
                .update();
    }

    /** The draft, locked, if it still is what the person saw. */
    private ProgrammeVersion seen(String key, int version, int revision) {
        lock(key);
        var now = version(key, version);
        access.requireEditor(now.programme());
        if (now.status() != ProgrammeStatus.DRAFT) {
            throw first(now, "selection.programme.was-published");
        }
        if (now.revision() != revision) {
            throw first(now, "selection.programme.was-saved");
        }
        return now;
    }

    private SomebodyWasFirst first(ProgrammeVersion version, String deed) {
        var editor = version.editor();
        return new SomebodyWasFirst(
                editor == null ? "" : accounts.displayName(editor), version.editedAt(), Message.of(deed));
    }

    /** What cannot even be kept as a draft. */
    private List<FieldError> unfit(Programme programme) {
        if (written(programme).length() > LARGEST_DEFINITION) {
            return List.of(new FieldError("", Message.of("selection.programme.check.too-large")));
        }
        return check.problems(programme).stream()
                .filter(error -> error.field().equals("key") || error.field().equals("province"))
                .toList();
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new RuleViolation(Message.of("selection.programme.refused", errors.size()), errors);
        }
    }

    private ProgrammeVersion insert(Programme programme) {
        jdbc.sql("""
                        insert into selection.programme (key, version, province, status, definition, edited_by, edited_at)
                        values (:key, :version, :province, 'DRAFT', cast(:definition as jsonb), :editor, :at)
                        """)
                .param("key", programme.key())
                .param("version", programme.version())
                .param("province", programme.province())
                .param("definition", written(programme))
                .param("editor", user.username())
                .param("at", now())
                .update();
        return version(programme.key(), programme.version());
    }

    private int nextVersion(String key) {
        return jdbc.sql("select coalesce(max(version), 0) + 1 from selection.programme where key = ?")
                .param(key)
                .query(Integer.class)
                .single();
    }

    private void lock(String key) {
        ProgrammeData.lock(jdbc, key);
    }

    private Optional<ProgrammeVersion> row(String key, int version) {
        return jdbc.sql(ROW + "where key = ? and version = ?")
                .params(key, version)
                .query(this::version)
                .optional();
    }

    private ProgrammeVersion version(ResultSet rs, int index) throws SQLException {
        var published = rs.getTimestamp("published_at");
        return new ProgrammeVersion(
                read(rs.getString("definition")),
                ProgrammeStatus.valueOf(rs.getString("status")),
                rs.getString("edited_by"),
                rs.getTimestamp("edited_at").toInstant(),
                published == null ? null : published.toInstant(),
                rs.getInt("revision"));
    }

    private String written(Programme programme) {
        return mapper.writeValueAsString(programme);
    }

    private Programme read(String definition) {
        return mapper.readValue(definition, Programme.class);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
