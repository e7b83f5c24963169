package rongtong.publicnotice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.publicnotice.Notice.Entry;

/** The tables of notices and their lines. */
@Component
class NoticeStore {

    private static final String ROW = "select n.*, (select count(*) from publicnotice.entry e where e.notice = n.id)"
            + " as entries from publicnotice.notice n ";

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A notice as it is kept. */
    record Row(
            UUID id,
            UUID caseId,
            @Nullable String number,
            String organ,
            NoticeState state,
            String title,
            @Nullable String titleEn,
            String introduction,
            @Nullable String introductionEn,
            String clause,
            int workingDays,
            String contact,
            @Nullable UUID former,
            List<String> headings,
            @Nullable List<String> headingsEn,
            @Nullable Instant publishedAt,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            @Nullable Instant closedAt,
            @Nullable String reason,
            int entries) {}

    void insert(UUID id, NoticeDraft draft, int workingDays, Instant now) {
        var headings = List.copyOf(draft.entries().getFirst().columns().keySet());
        var english = draft.english();
        jdbc.sql("""
                        insert into publicnotice.notice
                            (id, case_id, organ, state, title, title_en, introduction, introduction_en, clause,
                             working_days, headings, headings_en, contact, former, prepared_at)
                        values (:id, :case, :organ, 'DRAFT', :title, :titleEn, :introduction, :introductionEn, :clause,
                                :days, :headings, :headingsEn, :contact, :former, :now)
                        """)
                .param("id", id)
                .param("case", draft.caseId())
                .param("organ", draft.organ())
                .param("title", draft.title())
                .param("titleEn", english == null ? null : english.title())
                .param("introduction", draft.introduction())
                .param("introductionEn", english == null ? null : english.introduction())
                .param("clause", draft.clause())
                .param("days", workingDays)
                .param("headings", headings.toArray(String[]::new))
                .param(
                        "headingsEn",
                        english == null
                                ? null
                                : headings.stream()
                                        .map(heading -> english.headings().getOrDefault(heading, heading))
                                        .toArray(String[]::new),
                        Types.ARRAY)
                .param("contact", draft.contact())
                .param("former", draft.former())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        insertEntries(id, draft.entries(), headings);
    }

    /** In one statement: a list may have thousands of lines. */
    private void insertEntries(UUID notice, List<NoticeDraft.Entry> entries, List<String> headings) {
        var texts = new ArrayList<String>();
        for (var entry : entries) {
            headings.forEach(heading -> texts.add(entry.columns().getOrDefault(heading, "")));
        }
        jdbc.sql("""
                        insert into publicnotice.entry (notice, place, subject, organization, region, texts)
                        select :notice, e.place, e.subject, e.organization, e.region,
                               (:texts::text[])[(e.line - 1) * :width + 1 : e.line * :width]
                        from unnest(:places::integer[], :subjects::text[], :organizations::text[], :regions::text[])
                            with ordinality as e (place, subject, organization, region, line)
                        """)
                .param("notice", notice)
                .param("texts", texts.toArray(String[]::new))
                .param("width", headings.size())
                .param("places", entries.stream().map(NoticeDraft.Entry::place).toArray(Integer[]::new))
                .param(
                        "subjects",
                        entries.stream().map(NoticeDraft.Entry::subject).toArray(String[]::new))
                .param(
                        "organizations",
                        entries.stream().map(NoticeDraft.Entry::organization).toArray(String[]::new))
                .param(
                        "regions",
                        entries.stream().map(NoticeDraft.Entry::region).toArray(String[]::new))
                .update();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(ROW + "where n.id = :id")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    Optional<Row> find(String number) {
        return jdbc.sql(ROW + "where n.number = :number")
                .param("number", number)
                .query(this::row)
                .optional();
    }

    /** Keeps the notice from others until the transaction ends: publishing, objections and its end come one by one. */
    Optional<Row> lock(UUID id) {
        jdbc.sql("select id from publicnotice.notice where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .list();
        return find(id);
    }

    /** In the order in which they were written. */
    List<Row> of(UUID caseId) {
        return jdbc.sql(ROW + "where n.case_id = :case order by n.prepared_at, n.id")
                .param("case", caseId)
                .query(this::row)
                .list();
    }

    /** What was published, the newest first. @param running only those that run, or only those that do not */
    List<Row> published(boolean running, int offset, int size) {
        return jdbc.sql(ROW + """
                        where n.published_at is not null and (n.state = 'RUNNING') = :running
                        order by n.published_at desc, n.id offset :offset limit :size
                        """)
                .param("running", running)
                .param("offset", offset)
                .param("size", size)
                .query(this::row)
                .list();
    }

    long count(boolean running) {
        return jdbc.sql("""
                        select count(*) from publicnotice.notice
                        where published_at is not null and (state = 'RUNNING') = :running
                        """).param("running", running).query(Long.class).single();
    }

    List<Entry> entries(UUID notice) {
        return jdbc.sql("""
                        select subject, place, organization, region, texts from publicnotice.entry
                        where notice = :notice order by place
                        """)
                .param("notice", notice)
                .query((row, index) -> new Entry(
                        row.getString("subject"),
                        row.getInt("place"),
                        row.getString("organization"),
                        row.getString("region"),
                        texts(row, "texts")))
                .list();
    }

    Optional<Entry> entry(UUID notice, int place) {
        return entries(notice).stream().filter(entry -> entry.place() == place).findFirst();
    }

    void publish(UUID id, String number, Instant now, LocalDate firstDay, LocalDate lastDay) {
        jdbc.sql("""
                        update publicnotice.notice
                        set state = 'RUNNING', number = :number, published_at = :now, first_day = :first, last_day = :last
                        where id = :id
                        """)
                .param("number", number)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("first", firstDay)
                .param("last", lastDay)
                .param("id", id)
                .update();
    }

    void close(UUID id, LocalDate lastDay, Instant now) {
        jdbc.sql("""
                        update publicnotice.notice set state = 'CLOSED', last_day = :last, closed_at = :now where id = :id
                        """)
                .param("last", lastDay)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    /** @param by null where the case itself was taken back */
    void withdraw(UUID id, LocalDate lastDay, @Nullable String by, String reason, Instant now) {
        jdbc.sql("""
                        update publicnotice.notice
                        set state = 'WITHDRAWN', last_day = :last, closed_at = :now, withdrawn_by = :by, reason = :reason
                        where id = :id
                        """)
                .param("last", lastDay)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .param("id", id)
                .update();
    }

    private Row row(ResultSet rs, int index) throws SQLException {
        return new Row(
                rs.getObject("id", UUID.class),
                rs.getObject("case_id", UUID.class),
                rs.getString("number"),
                rs.getString("organ"),
                NoticeState.valueOf(rs.getString("state")),
                rs.getString("title"),
                rs.getString("title_en"),
                rs.getString("introduction"),
                rs.getString("introduction_en"),
                rs.getString("clause"),
                rs.getInt("working_days"),
                rs.getString("contact"),
                rs.getObject("former", UUID.class),
                texts(rs, "headings"),
                rs.getArray("headings_en") == null ? null : texts(rs, "headings_en"),
                instant(rs, "published_at"),
                rs.getObject("first_day", LocalDate.class),
                rs.getObject("last_day", LocalDate.class),
                instant(rs, "closed_at"),
                rs.getString("reason"),
                rs.getInt("entries"));
    }

    private static List<String> texts(ResultSet rs, String column) throws SQLException {
        return Arrays.asList((String[]) rs.getArray(column).getArray());
    }

    static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        var at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
