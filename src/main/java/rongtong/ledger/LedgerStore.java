package rongtong.ledger;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import rongtong.shared.NotFound;
import rongtong.shared.Page;

/** Rounds, ledgers, surveys and plans in the database. */
@Component
class LedgerStore {

    private static final String LEDGER = """
            select l.id, l.round_id, r.jurisdiction, r.year, r.version, r.status as round_status, l.type,
                   l.owner, l.co_owner, l.author, l.status, l.merge_note, l.return_reason, l.submitted_at, l.confirmed_at,
                   (select count(*) from ledger.entry e where e.ledger_id = l.id and e.state = 'VALID') as entries,
                   (select count(*) from ledger.entry e where e.ledger_id = l.id and e.state = 'PROPOSED') as proposals
            from ledger.ledger l
            join ledger.round r on r.id = l.round_id
            """;

    private static final String ROUND = """
            select id, case_id, jurisdiction, year, version, demand_department, status, opened_at, frozen_at
            from ledger.round
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Round round(UUID id) {
        return jdbc.sql(ROUND + "where id = :id")
                .param("id", id)
                .query(Round.class)
                .optional()
                .orElseThrow(() -> new NotFound("round", id));
    }

    Optional<Round> openRoundOf(UUID caseId) {
        return jdbc.sql(ROUND + "where case_id = :caseId and status = 'OPEN'")
                .param("caseId", caseId)
                .query(Round.class)
                .optional();
    }

    /** The newest round of a case that is open or frozen. */
    Optional<Round> latestRoundOf(UUID caseId) {
        return jdbc.sql(ROUND + "where case_id = :caseId and status <> 'WITHDRAWN' order by opened_at desc limit 1")
                .param("caseId", caseId)
                .query(Round.class)
                .optional();
    }

    Optional<Round> latestFrozen(String jurisdiction) {
        return jdbc.sql(ROUND + """
                        where jurisdiction = :jurisdiction and status = 'FROZEN'
                        order by year desc, version desc
                        limit 1
                        """)
                .param("jurisdiction", jurisdiction)
                .query(Round.class)
                .optional();
    }

    Optional<Round> latestFrozen(String jurisdiction, int year) {
        return latestFrozen(jurisdiction).filter(round -> round.year() == year);
    }

    List<Round> rounds(Collection<String> jurisdictions, boolean onlyFrozen) {
        return jdbc.sql(ROUND + """
                        where jurisdiction = any(:jurisdictions) and (status = 'FROZEN' or not :onlyFrozen)
                        order by year desc, opened_at desc
                        """)
                .param("jurisdictions", jurisdictions.toArray(String[]::new))
                .param("onlyFrozen", onlyFrozen)
                .query(Round.class)
                .list();
    }

    void add(Round round) {
        jdbc.sql("""
                        insert into ledger.round (id, case_id, jurisdiction, year, demand_department, status, opened_at)
                        values (:id, :caseId, :jurisdiction, :year, :demandDepartment, 'OPEN', :openedAt)
                        """).paramSource(round).update();
    }

    void addLedger(UUID round, LedgerType type, String owner, String coOwner, String author) {
        jdbc.sql("""
                        insert into ledger.ledger (id, round_id, type, owner, co_owner, author, status)
                        values (:id, :round, :type, :owner, :coOwner, :author, 'OPEN')
                        """)
                .param("id", UUID.randomUUID())
                .param("round", round)
                .param("type", type.name())
                .param("owner", owner)
                .param("coOwner", coOwner)
                .param("author", author)
                .update();
    }

    /** Surveys and entries of all ledgers of one round into the empty ledgers of another. */
    void copy(Round from, UUID to) {
        jdbc.sql("update ledger.round set copied_from = :from where id = :to")
                .param("from", from.id())
                .param("to", to)
                .update();
        jdbc.sql("""
                        insert into ledger.survey (id, ledger_id, position, title, survey_date, method, sample)
                        select gen_random_uuid(), target.id, s.position, s.title, s.survey_date, s.method, s.sample
                        from ledger.survey s
                        join ledger.ledger source on source.id = s.ledger_id
                        join ledger.ledger target on target.type = source.type and target.round_id = :to
                        where source.round_id = :from
                        """).param("from", from.id()).param("to", to).update();
        jdbc.sql("""
                        insert into ledger.entry (id, ledger_id, state, sector, field, organization, kind, level, specialty,
                                                  number, year, stage, text, survey_id, author)
                        select gen_random_uuid(), target.id, e.state, e.sector, e.field, e.organization, e.kind, e.level,
                               e.specialty, e.number, e.year, e.stage, e.text, copied.id, e.author
                        from ledger.entry e
                        join ledger.ledger source on source.id = e.ledger_id
                        join ledger.ledger target on target.type = source.type and target.round_id = :to
                        left join ledger.survey s on s.id = e.survey_id
                        left join ledger.survey copied on copied.ledger_id = target.id and copied.title = s.title
                        where source.round_id = :from
                        order by e.sequence
                        """).param("from", from.id()).param("to", to).update();
    }

    /** Versions of a jurisdiction and year count on without gaps or doubles, also when two rounds end at once. */
    void freeze(Round round) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('ledger.round'), hashtext(:jurisdiction))")
                .param("jurisdiction", round.jurisdiction())
                .query((row, number) -> true)
                .single();
        jdbc.sql("""
                        update ledger.round
                        set status = 'FROZEN', frozen_at = :now,
                            version = (select coalesce(max(version), 0) + 1
                                       from ledger.round
                                       where jurisdiction = :jurisdiction and year = :year)
                        where id = :id and status = 'OPEN'
                        """)
                .param("id", round.id())
                .param("jurisdiction", round.jurisdiction())
                .param("year", round.year())
                .param("now", now())
                .update();
    }

    void withdrawOpenRoundOf(UUID caseId) {
        jdbc.sql("update ledger.round set status = 'WITHDRAWN' where case_id = :caseId and status = 'OPEN'")
                .param("caseId", caseId)
                .update();
    }

    Ledger ledger(UUID id) {
        return jdbc.sql(LEDGER + "where l.id = :id")
                .param("id", id)
                .query(Ledger.class)
                .optional()
                .orElseThrow(() -> new NotFound("ledger", id));
    }

    Ledger ledger(UUID round, LedgerType type) {
        return jdbc.sql(LEDGER + "where l.round_id = :round and l.type = :type")
                .param("round", round)
                .param("type", type.name())
                .query(Ledger.class)
                .single();
    }

    /** In the order of {@link LedgerType}. */
    List<Ledger> ledgers(UUID round) {
        return jdbc.sql(LEDGER + """
                        where l.round_id = :round
                        order by array_position(array['AGRICULTURE', 'INDUSTRY', 'SERVICES', 'SUPPLY'], l.type)
                        """).param("round", round).query(Ledger.class).list();
    }

    private static final String SEEN = """
            where (r.status = 'FROZEN' or r.jurisdiction = any(:own))
                and (cast(:year as integer) is null or r.year = :year)
                and (cast(:type as text) is null or l.type = :type)
                and (cast(:status as text) is null or r.status = :status)
            """;

    /** @param own jurisdictions whose rounds are seen before they are frozen */
    Page<Ledger> find(Collection<String> own, LedgerFilter filter, int page, int size) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("own", own.toArray(String[]::new));
        parameters.put("year", filter.year());
        parameters.put("type", filter.type() == null ? null : filter.type().name());
        parameters.put(
                "status", filter.status() == null ? null : filter.status().name());
        var total = jdbc.sql("select count(*) from ledger.ledger l join ledger.round r on r.id = l.round_id " + SEEN)
                .params(parameters)
                .query(Long.class)
                .single();
        var items = jdbc.sql(LEDGER + SEEN + """
                        order by r.year desc, r.opened_at desc, r.id,
                                 array_position(array['AGRICULTURE', 'INDUSTRY', 'SERVICES', 'SUPPLY'], l.type)
                        offset :offset limit :limit
                        """)
                .params(parameters)
                .param("offset", (long) page * size)
                .param("limit", size)
                .query(Ledger.class)
                .list();
        return new Page<>(items, page, size, total);
    }

    /** Years of the rounds that are seen, the newest first. */
    List<Integer> years(Collection<String> own) {
        return jdbc.sql("""
                        select distinct year
                        from ledger.round
                        where status = 'FROZEN' or jurisdiction = any(:own)
                        order by year desc
                        """)
                .param("own", own.toArray(String[]::new))
                .query(Integer.class)
                .list();
    }

    /** Keeps the ledger from being submitted while the caller's transaction changes its entries, and the other way round. */
    Ledger lock(UUID id) {
        jdbc.sql("select id from ledger.ledger where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return ledger(id);
    }

    void submit(UUID ledger, String mergeNote) {
        jdbc.sql("""
                        update ledger.ledger
                        set status = 'SUBMITTED', submitted_at = :now, return_reason = null, merge_note = nullif(:note, '')
                        where id = :id
                        """)
                .param("id", ledger)
                .param("now", now())
                .param("note", mergeNote)
                .update();
    }

    void confirm(UUID ledger) {
        jdbc.sql("update ledger.ledger set status = 'CONFIRMED', confirmed_at = :now where id = :id")
                .param("id", ledger)
                .param("now", now())
                .update();
    }

    void giveBack(UUID ledger, String reason) {
        jdbc.sql("update ledger.ledger set status = 'OPEN', return_reason = nullif(:reason, '') where id = :id")
                .param("id", ledger)
                .param("reason", reason)
                .update();
    }

    List<Survey> surveys(UUID ledger) {
        return jdbc.sql("""
                        select id, title, survey_date as date, method, sample
                        from ledger.survey
                        where ledger_id = :ledger
                        order by position
                        """).param("ledger", ledger).query(Survey.class).list();
    }

    /** Surveys are known by their title; those left out go, unless an entry rests on them. */
    void saveSurveys(UUID ledger, List<Survey> surveys) {
        jdbc.sql("""
                        delete from ledger.survey s
                        where s.ledger_id = :ledger and s.title <> all(:titles)
                            and not exists (select 1 from ledger.entry e where e.survey_id = s.id)
                        """)
                .param("ledger", ledger)
                .param("titles", surveys.stream().map(Survey::title).toArray(String[]::new))
                .update();
        for (int i = 0; i < surveys.size(); i++) {
            addSurvey(ledger, i, surveys.get(i));
        }
    }

    private void addSurvey(UUID ledger, int position, Survey survey) {
        jdbc.sql("""
                        insert into ledger.survey (id, ledger_id, position, title, survey_date, method, sample)
                        values (:id, :ledger, :position, :title, :date, :method, :sample)
                        on conflict (ledger_id, title) do update
                        set position = excluded.position, survey_date = excluded.survey_date,
                            method = excluded.method, sample = excluded.sample
                        """)
                .param("id", survey.id())
                .param("ledger", ledger)
                .param("position", position)
                .param("title", survey.title())
                .param("date", survey.date())
                .param("method", survey.method())
                .param("sample", survey.sample())
                .update();
    }

    void savePlan(UUID round, MatchingPlan plan, String author) {
        jdbc.sql("""
                        insert into ledger.plan (round_id, text, author, written_at)
                        values (:round, :text, :author, :now)
                        on conflict (round_id) do update
                        set text = excluded.text, author = excluded.author, written_at = excluded.written_at
                        """)
                .param("round", round)
                .param("text", plan.text())
                .param("author", author)
                .param("now", now())
                .update();
        jdbc.sql("delete from ledger.match where round_id = :round")
                .param("round", round)
                .update();
        for (int i = 0; i < plan.matches().size(); i++) {
            addMatch(round, i, plan.matches().get(i));
        }
    }

    private void addMatch(UUID round, int position, MatchingPlan.Match match) {
        var id = UUID.randomUUID();
        jdbc.sql(
                        "insert into ledger.match (id, round_id, position, note) values (:id, :round, :position, nullif(:note, ''))")
                .param("id", id)
                .param("round", round)
                .param("position", position)
                .param("note", match.note())
                .update();
        for (var side : Side.values()) {
            jdbc.sql("insert into ledger.match_entry (match_id, entry_id, side) select :id, unnest(:entries), :side")
                    .param("id", id)
                    .param("entries", ids(side == Side.DEMAND ? match.demand() : match.supply()))
                    .param("side", side.name())
                    .update();
        }
    }

    Optional<MatchingPlan> plan(UUID round) {
        return jdbc.sql("select text from ledger.plan where round_id = :round")
                .param("round", round)
                .query(String.class)
                .optional()
                .map(text -> new MatchingPlan(text, matches(round)));
    }

    private List<MatchingPlan.Match> matches(UUID round) {
        return jdbc.sql("""
                        select coalesce(m.note, '') as note,
                               array_agg(e.entry_id) filter (where e.side = 'DEMAND') as demand,
                               array_agg(e.entry_id) filter (where e.side = 'SUPPLY') as supply
                        from ledger.match m
                        join ledger.match_entry e on e.match_id = m.id
                        where m.round_id = :round
                        group by m.id
                        order by m.position
                        """)
                .param("round", round)
                .query((row, number) -> new MatchingPlan.Match(
                        List.of((UUID[]) row.getArray("demand").getArray()),
                        List.of((UUID[]) row.getArray("supply").getArray()),
                        row.getString("note")))
                .list();
    }

    /** Which of these are entries that count on one side of a round. */
    Set<UUID> entriesOf(UUID round, Side side, Collection<UUID> entries) {
        return new HashSet<>(jdbc.sql("""
                        select e.id
                        from ledger.entry e
                        join ledger.ledger l on l.id = e.ledger_id
                        where l.round_id = :round and e.state = 'VALID' and e.id = any(:entries)
                            and (l.type = 'SUPPLY') = :supply
                        """)
                .param("round", round)
                .param("entries", ids(entries))
                .param("supply", side == Side.SUPPLY)
                .query(UUID.class)
                .list());
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return Arrays.copyOf(ids.toArray(), ids.size(), UUID[].class);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
