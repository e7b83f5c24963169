package rongtong.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.organization.Majors;
import rongtong.organization.OrganizationFilter;
import rongtong.organization.OrganizationRow;
import rongtong.organization.Organizations;
import rongtong.organization.Sector;

/** Entries of ledgers in the database, read page by page and summed up there. */
@Component
class EntryStore {

    private static final int MOST_ORGANIZATIONS_SEARCHED = 500;

    private static final String FROM = """
            from ledger.entry e
            join ledger.ledger l on l.id = e.ledger_id
            join ledger.field f on f.code = e.field
            left join ledger.survey s on s.id = e.survey_id
            """;

    private static final String COLUMNS = """
            select e.id, e.ledger_id, e.state, e.sector, e.field, f.name_zh, f.name_en, e.organization, e.kind, e.level,
                   e.specialty, e.number, e.year, e.stage, e.text, e.survey_id, s.title as survey_title, e.author
            """;

    private final JdbcClient jdbc;
    private final Organizations organizations;
    private final Majors majors;

    EntryStore(JdbcClient jdbc, Organizations organizations, Majors majors) {
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.majors = majors;
    }

    /** How many entries a filter finds and what their numbers add up to. */
    record Total(long entries, long number) {}

    Total total(UUID ledger, EntryFilter filter) {
        var where = where(filter);
        return jdbc.sql("select count(*) as entries, coalesce(sum(e.number), 0) as number " + FROM + where.condition())
                .param("ledger", ledger)
                .params(where.parameters())
                .query(Total.class)
                .single();
    }

    /** The newest last, as they were written. */
    List<Entry> find(UUID ledger, EntryFilter filter, long offset, int limit) {
        var where = where(filter);
        var rows = jdbc.sql(COLUMNS + FROM + where.condition() + " order by e.sequence offset :offset limit :limit")
                .param("ledger", ledger)
                .params(where.parameters())
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
        return named(rows);
    }

    /** Reads all entries that count one after the other, so that no number of them fills the memory. */
    void each(UUID ledger, Consumer<Entry> reader) {
        try (var rows = jdbc
                .sql(COLUMNS + FROM + " where e.ledger_id = :ledger and e.state = 'VALID' order by e.sequence")
                .withFetchSize(1000)
                .param("ledger", ledger)
                .query((row, number) -> read(row))
                .stream()) {
            rows.forEach(reader);
        }
    }

    Optional<Entry> find(UUID id) {
        return jdbc.sql(COLUMNS + FROM + " where e.id = :id")
                .param("id", id)
                .query((row, number) -> read(row))
                .optional()
                .map(entry -> named(List.of(entry)).getFirst());
    }

    /** Entries that count on one side of a round, the largest numbers first. */
    List<Entry> largest(UUID round, Side side, @Nullable String text, long offset, int limit) {
        var where = where(new EntryFilter(text, null, null, null, null, EntryState.VALID));
        var rows = jdbc.sql(
                        COLUMNS + FROM + where.condition().replace("e.ledger_id = :ledger", "l.round_id = :round")
                                + " and (l.type = 'SUPPLY') = :supply order by e.number desc, e.sequence offset :offset limit :limit")
                .param("round", round)
                .params(where.parameters())
                .param("supply", side == Side.SUPPLY)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
        return named(rows);
    }

    long count(UUID round, Side side, @Nullable String text) {
        var where = where(new EntryFilter(text, null, null, null, null, EntryState.VALID));
        return jdbc.sql("select count(*) " + FROM
                        + where.condition().replace("e.ledger_id = :ledger", "l.round_id = :round")
                        + " and (l.type = 'SUPPLY') = :supply")
                .param("round", round)
                .params(where.parameters())
                .param("supply", side == Side.SUPPLY)
                .query(Long.class)
                .single();
    }

    /** For each field and level that is both needed and offered, the three largest entries of each side. */
    List<Entry> matchable(UUID round, int groups) {
        var rows = jdbc.sql(COLUMNS + """
                        from (
                            select e.*, l.type = 'SUPPLY' as supplies,
                                   row_number() over (partition by e.field, e.kind, e.level, l.type = 'SUPPLY'
                                                      order by e.number desc, e.sequence) as place
                            from ledger.entry e
                            join ledger.ledger l on l.id = e.ledger_id
                            join (
                                select e.field, e.kind, coalesce(e.level, '') as level,
                                       sum(e.number) filter (where l.type <> 'SUPPLY') as demand
                                from ledger.entry e
                                join ledger.ledger l on l.id = e.ledger_id
                                where l.round_id = :round and e.state = 'VALID'
                                group by e.field, e.kind, coalesce(e.level, '')
                                having bool_or(l.type = 'SUPPLY') and bool_or(l.type <> 'SUPPLY')
                                order by demand desc, e.field
                                limit :groups
                            ) g on g.field = e.field and g.kind = e.kind and g.level = coalesce(e.level, '')
                            where l.round_id = :round and e.state = 'VALID'
                        ) e
                        join ledger.field f on f.code = e.field
                        left join ledger.survey s on s.id = e.survey_id
                        where e.place <= 3
                        order by f.position, e.kind, e.level, e.supplies, e.place
                        """)
                .param("round", round)
                .param("groups", groups)
                .query((row, number) -> read(row))
                .list();
        return named(rows);
    }

    Consolidation consolidation(UUID round) {
        return new Consolidation(jdbc.sql("""
                        select e.sector, e.field, f.name_zh, f.name_en, e.kind, e.level,
                               coalesce(sum(e.number) filter (where l.type <> 'SUPPLY'), 0) as demand,
                               coalesce(sum(e.number) filter (where l.type = 'SUPPLY'), 0) as supply
                        from ledger.entry e
                        join ledger.ledger l on l.id = e.ledger_id
                        join ledger.field f on f.code = e.field
                        where l.round_id = :round and e.state = 'VALID'
                        group by e.sector, e.field, f.name_zh, f.name_en, f.position, e.kind, e.level
                        order by f.position, e.kind,
                                 array_position(array['GRADUATE', 'UNDERGRADUATE', 'HIGHER_VOCATIONAL',
                                                      'SECONDARY_VOCATIONAL', 'SKILLED_WORKER', 'TECHNICIAN',
                                                      'SENIOR_ENGINEER'], e.level)
                        """)
                .param("round", round)
                .query((row, number) -> new Consolidation.Row(
                        Sector.valueOf(row.getString("sector")),
                        row.getString("field"),
                        row.getString(isEnglish() ? "name_en" : "name_zh"),
                        EntryKind.valueOf(row.getString("kind")),
                        orNull(TalentLevel.class, row.getString("level")),
                        row.getLong("demand"),
                        row.getLong("supply")))
                .list());
    }

    List<Sum> sums(UUID ledger) {
        return jdbc.sql("""
                        select f.name_zh, f.name_en, e.kind, count(*) as entries, sum(e.number) as number
                        from ledger.entry e
                        join ledger.field f on f.code = e.field
                        where e.ledger_id = :ledger and e.state = 'VALID'
                        group by f.name_zh, f.name_en, f.position, e.kind
                        order by f.position, e.kind
                        """)
                .param("ledger", ledger)
                .query((row, number) -> new Sum(
                        row.getString(isEnglish() ? "name_en" : "name_zh"),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getLong("entries"),
                        row.getLong("number")))
                .list();
    }

    /** Organisations that wrote entries that count. */
    List<String> authors(UUID ledger) {
        return jdbc.sql("select distinct author from ledger.entry where ledger_id = :ledger and state = 'VALID'")
                .param("ledger", ledger)
                .query(String.class)
                .list();
    }

    UUID add(UUID ledger, EntryDraft draft, EntryState state, String author) {
        var id = UUID.randomUUID();
        parameters(jdbc.sql("""
                        insert into ledger.entry (id, ledger_id, state, sector, field, organization, kind, level, specialty,
                                                  number, year, stage, text, survey_id, author)
                        values (:id, :ledger, :state, :sector, :field, :organization, :kind, :level, :specialty,
                                :number, :year, :stage, :text, :survey, :author)
                        """), draft)
                .param("id", id)
                .param("ledger", ledger)
                .param("state", state.name())
                .param("author", author)
                .update();
        return id;
    }

    /** Entries of one ledger into another, as entries of a year and an author; the surveys stay behind. */
    int copy(UUID from, UUID to, int year, String author) {
        return jdbc.sql("""
                        insert into ledger.entry (id, ledger_id, sector, field, organization, kind, level, specialty,
                                                  number, year, stage, text, author)
                        select gen_random_uuid(), :to, sector, field, organization, kind, level, specialty,
                               number, :year, stage, text, :author
                        from ledger.entry
                        where ledger_id = :from and state = 'VALID'
                        order by sequence
                        """)
                .param("from", from)
                .param("to", to)
                .param("year", year)
                .param("author", author)
                .update();
    }

    void change(UUID id, EntryDraft draft) {
        parameters(jdbc.sql("""
                        update ledger.entry
                        set sector = :sector, field = :field, organization = :organization, kind = :kind, level = :level,
                            specialty = :specialty, number = :number, year = :year, stage = :stage, text = :text,
                            survey_id = :survey
                        where id = :id
                        """), draft).param("id", id).update();
    }

    /** The proposal counts from now on, as an entry of the organisation that accepted it. */
    void accept(UUID id, String author) {
        jdbc.sql("update ledger.entry set state = 'VALID', author = :author where id = :id")
                .param("id", id)
                .param("author", author)
                .update();
    }

    void remove(UUID id) {
        jdbc.sql("delete from ledger.entry where id = :id").param("id", id).update();
    }

    private static JdbcClient.StatementSpec parameters(JdbcClient.StatementSpec statement, EntryDraft draft) {
        return statement
                .param("sector", name(draft.sector()))
                .param("field", draft.field())
                .param("organization", draft.organization())
                .param("kind", name(draft.kind()))
                .param("level", name(draft.level()))
                .param("specialty", draft.specialty())
                .param("number", draft.number())
                .param("year", draft.year())
                .param("stage", name(draft.stage()))
                .param("text", draft.text())
                .param("survey", draft.survey());
    }

    private record Where(String condition, Map<String, Object> parameters) {}

    private Where where(EntryFilter filter) {
        var condition = new StringBuilder(" where e.ledger_id = :ledger");
        var parameters = new LinkedHashMap<String, Object>();
        equal(condition, parameters, "sector", name(filter.sector()));
        equal(condition, parameters, "field", filter.field());
        equal(condition, parameters, "kind", name(filter.kind()));
        equal(condition, parameters, "level", name(filter.level()));
        equal(condition, parameters, "state", name(filter.state()));
        var text = filter.text();
        if (text != null && !text.isBlank()) {
            condition.append(" and (e.organization = any(:organizations) or e.text ilike :text)");
            parameters.put("organizations", organizationsLike(text.strip()));
            parameters.put("text", "%" + text.strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        return new Where(condition.toString(), parameters);
    }

    private String[] organizationsLike(String text) {
        var filter = new OrganizationFilter(Set.of(), null, null, null, text);
        return organizations.find(filter, 0, MOST_ORGANIZATIONS_SEARCHED).items().stream()
                .map(OrganizationRow::code)
                .toArray(String[]::new);
    }

    private static void equal(
            StringBuilder condition, Map<String, Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            condition.append(" and e.%1$s = :%1$s".formatted(column));
            parameters.put(column, value);
        }
    }

    private static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("ledger_id", UUID.class),
                EntryState.valueOf(row.getString("state")),
                Sector.valueOf(row.getString("sector")),
                row.getString("field"),
                row.getString(isEnglish() ? "name_en" : "name_zh"),
                row.getString("organization"),
                row.getString("organization"),
                EntryKind.valueOf(row.getString("kind")),
                orNull(TalentLevel.class, row.getString("level")),
                row.getString("specialty"),
                row.getString("specialty"),
                row.getInt("number"),
                row.getInt("year"),
                orNull(InnovationStage.class, row.getString("stage")),
                row.getString("text"),
                row.getObject("survey_id", UUID.class),
                row.getString("survey_title"),
                row.getString("author"));
    }

    private List<Entry> named(List<Entry> entries) {
        var specialties = new LinkedHashMap<String, String>();
        for (var entry : entries) {
            var code = entry.specialty();
            if (code != null && !specialties.containsKey(code)) {
                specialties.put(code, majors.name(code).orElse(code));
            }
        }
        return entries.stream()
                .map(entry -> entry.named(
                        organizations.name(entry.organization()),
                        entry.specialty() == null ? null : specialties.get(entry.specialty())))
                .toList();
    }

    private static <E extends Enum<E>> @Nullable E orNull(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
