package rongtong.selection.ranking;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.organization.Organizations;
import rongtong.organization.Regions;
import rongtong.selection.application.Outcome;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Scoring;
import rongtong.selection.round.Round;
import rongtong.selection.round.Rounds;
import rongtong.shared.NotFound;
import rongtong.shared.Page;
import rongtong.shared.PageRequest;
import rongtong.shared.Texts;
import tools.jackson.databind.json.JsonMapper;

/** The ranked lists of the rounds: made from the submitted sheets, kept, and shown to whom {@link RankingAccess} lets. */
@Service
@Transactional
public class Rankings {

    private static final String ROWS = """
            select r.*, a.title, a.applicant, a.region, a.received_at, p.outcome, p.reason
            from selection.ranking_row r
            join selection.application a on a.case_id = r.application
            left join selection.proposal p on p.application = r.application
            """;

    private static final String IN_ORDER = " order by r.track, r.place, a.received_at, r.application";

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final Rounds rounds;
    private final Programmes programmes;
    private final SubmittedSheets sheets;
    private final RankingAccess access;
    private final Organizations organizations;
    private final Regions regions;
    private final Texts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rankings(
            JdbcClient jdbc,
            JsonMapper mapper,
            Rounds rounds,
            Programmes programmes,
            SubmittedSheets sheets,
            RankingAccess access,
            Organizations organizations,
            Regions regions,
            Texts texts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.rounds = rounds;
        this.programmes = programmes;
        this.sheets = sheets;
        this.access = access;
        this.organizations = organizations;
        this.regions = regions;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes the lists of all tracks of a round from its submitted sheets; they take the place of the former ones. For
     * the process.
     */
    public RankingComputed compute(UUID roundId) {
        lock(roundId);
        var round = rounds.get(roundId);
        var programme = programmes.get(round.programme(), round.version());
        var given = sheets.of(roundId);
        jdbc.sql("delete from selection.ranking_row where round = ?")
                .param(roundId)
                .update();
        var tracks = new ArrayList<RankingComputed.Track>();
        for (var track : programme.tracks()) {
            var applications = given.getOrDefault(track.key(), List.of());
            var list = Ranking.of(programme.scoring(), track.criteria(), track.quota(), applications);
            store(roundId, track.key(), list.rows());
            tracks.add(new RankingComputed.Track(
                    track.key(), list.rows().size(), list.unscored().size(), (int) list.rows().stream()
                            .filter(row -> row.arithmetic().spreadAlarm())
                            .count()));
        }
        var computed = new RankingComputed(roundId, round.title(), tracks);
        events.publishEvent(computed);
        return computed;
    }

    /** An application has left a round: where its lists are made already they are made anew without it. */
    public void leave(UUID round) {
        var ranked = jdbc.sql("select exists (select from selection.ranking_row where round = ?)")
                .param(round)
                .query(Boolean.class)
                .single();
        if (ranked) {
            compute(round);
        }
    }

    /** Whoever computes the same round at the same time waits; the last one's rows stay. */
    private void lock(UUID round) {
        var found = jdbc.sql("select case_id from selection.round where case_id = ? for update")
                .param(round)
                .query(UUID.class)
                .optional();
        if (found.isEmpty()) {
            throw new NotFound("round", round);
        }
    }

    private void store(UUID round, String track, List<Ranked> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into selection.ranking_row
                            (round, track, application, place, tied, score, spread, alarm, arithmetic, computed_at,
                             position, margin, parted, best, worst, best_without, worst_without, crosses_line)
                        select :round, :track, application, place, tied, score, spread, alarm, arithmetic::jsonb, :now,
                               position, margin, parted, best, worst, best_without, worst_without, crosses_line
                        from unnest(:applications::uuid[], :places::int[], :tied::boolean[], :scores::numeric[],
                                    :spreads::numeric[], :alarms::boolean[], :arithmetics::text[], :positions::text[],
                                    :margins::numeric[], :parted::text[], :bests::int[], :worsts::int[],
                                    :bestWithout::text[], :worstWithout::text[], :crosses::boolean[])
                            as given (application, place, tied, score, spread, alarm, arithmetic, position, margin,
                                      parted, best, worst, best_without, worst_without, crosses_line)
                        """)
                .param("round", round)
                .param("track", track)
                .param("now", Timestamp.from(clock.instant()))
                .param("applications", column(rows, UUID[]::new, Ranked::application))
                .param("places", column(rows, Integer[]::new, Ranked::place))
                .param("tied", column(rows, Boolean[]::new, Ranked::tied))
                .param(
                        "scores",
                        column(rows, BigDecimal[]::new, row -> row.arithmetic().result()))
                .param(
                        "spreads",
                        column(rows, BigDecimal[]::new, row -> row.arithmetic().spread()))
                .param(
                        "alarms",
                        column(rows, Boolean[]::new, row -> row.arithmetic().spreadAlarm()))
                .param("arithmetics", column(rows, String[]::new, row -> mapper.writeValueAsString(row.arithmetic())))
                .param(
                        "positions",
                        column(rows, String[]::new, row -> row.position().name()))
                .param("margins", column(rows, BigDecimal[]::new, Ranked::margin))
                .param(
                        "parted",
                        column(
                                rows,
                                String[]::new,
                                row -> row.parted() == null
                                        ? null
                                        : row.parted().name()))
                .param(
                        "bests",
                        column(rows, Integer[]::new, row -> row.standing().best()))
                .param(
                        "worsts",
                        column(rows, Integer[]::new, row -> row.standing().worst()))
                .param(
                        "bestWithout",
                        column(rows, String[]::new, row -> row.standing().bestWithout()))
                .param(
                        "worstWithout",
                        column(rows, String[]::new, row -> row.standing().worstWithout()))
                .param(
                        "crosses",
                        column(rows, Boolean[]::new, row -> row.standing().crossesLine()))
                .update();
    }

    private static <T> T[] column(List<Ranked> rows, IntFunction<T[]> array, Function<Ranked, @Nullable T> value) {
        return rows.stream().map(value).toArray(array);
    }

    /** The list of a track, by place; for the process. */
    @Transactional(readOnly = true)
    public List<RankingRow> of(UUID round, String track) {
        return jdbc.sql(ROWS + "where r.round = ? and r.track = ?" + IN_ORDER)
                .params(round, track)
                .query(rows())
                .list();
    }

    /** Applications whose spread asks for a second turn (二次评审), by track and place; for the process. */
    @Transactional(readOnly = true)
    public List<RankingRow> alarms(UUID round) {
        return jdbc.sql(ROWS + "where r.round = ? and r.alarm" + IN_ORDER)
                .param(round)
                .query(rows())
                .list();
    }

    /**
     * The list as the person at work may see it.
     *
     * @param track nothing for all, one after another
     * @throws NotFound if there is no such round or the person may not see its ranking
     */
    @Transactional(readOnly = true)
    public Page<RankingRow> page(UUID roundId, @Nullable String track, PageRequest request) {
        access.requireVisible(roundId);
        var items = jdbc.sql(ROWS + "where r.round = :round and (:track::text is null or r.track = :track)" + IN_ORDER
                        + " offset :offset limit :size")
                .param("round", roundId)
                .param("track", track)
                .param("offset", (long) request.page() * request.size())
                .param("size", request.size())
                .query(rows())
                .list();
        var total = jdbc.sql("""
                        select count(*) from selection.ranking_row r
                        where r.round = :round and (:track::text is null or r.track = :track)
                        """)
                .param("round", roundId)
                .param("track", track)
                .query(Long.class)
                .single();
        return new Page<>(items, request.page(), request.size(), total);
    }

    /**
     * The first application that is not within the places of its track, above which the line runs.
     *
     * @return nothing where there is no line or nobody beyond it
     */
    @Transactional(readOnly = true)
    public Optional<UUID> firstBeyond(UUID round, String track) {
        return jdbc.sql("""
                        select r.application from selection.ranking_row r
                        join selection.application a on a.case_id = r.application
                        where r.round = ? and r.track = ? and r.position in ('ON_LINE', 'BEYOND')
                        """ + IN_ORDER + " limit 1")
                .params(round, track)
                .query(UUID.class)
                .optional();
    }

    /**
     * How far the sheets of a track are.
     *
     * @param applications that are to be ranked
     * @param assigned sheets that are to come, of both turns
     */
    public record Progress(int applications, int assigned, int submitted) {}

    /** Counts only; no score is looked at. */
    @Transactional(readOnly = true)
    public Progress progress(UUID round, String track) {
        return jdbc.sql("""
                        select (select count(*) from selection.application a
                                where a.round = :round and a.track = :track
                                    and a.status in ('ENTERED', 'SELECTED', 'RESERVE', 'NOT_SELECTED')) as applications,
                               count(*) as assigned,
                               count(*) filter (where exists (
                                   select from selection.sheet s
                                   where s.application = g.application and s.expert = g.expert
                                       and s.submitted_at is not null)) as submitted
                        from selection.assignment g
                        where g.round = :round and g.track = :track and g.ended_at is null
                        """)
                .param("round", round)
                .param("track", track)
                .query(Progress.class)
                .single();
    }

    /** How many rows of a track are tied across the line, and how many have a wide spread. */
    public record Marks(int ranked, int onLine, int alarms, int crossing) {}

    @Transactional(readOnly = true)
    public Marks marks(UUID round, String track) {
        return jdbc.sql("""
                        select count(*) as ranked, count(*) filter (where position = 'ON_LINE') as on_line,
                               count(*) filter (where alarm) as alarms, count(*) filter (where crosses_line) as crossing
                        from selection.ranking_row where round = ? and track = ?
                        """).params(round, track).query(Marks.class).single();
    }

    /**
     * A round of the programme whose ranking the person at work may see.
     *
     * @param round nothing for the newest
     * @throws NotFound if there is none
     */
    @Transactional(readOnly = true)
    public Round roundOf(String programme, @Nullable UUID round) {
        return rounds.of(programme).stream()
                .filter(each -> round == null || each.caseId().equals(round))
                .filter(access::visible)
                .findFirst()
                .orElseThrow(() -> new NotFound("round", round == null ? programme : round));
    }

    /**
     * How the result of one application came about. Whoever only takes part in the programme reads numbers of experts
     * and not their names.
     *
     * @throws NotFound if it has no result or the person may not see it
     */
    @Transactional(readOnly = true)
    public ExplainedRow explain(UUID application) {
        var round = jdbc.sql("select round from selection.ranking_row where application = ?")
                .param(application)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new NotFound("application", application));
        return explained(access.requireVisible(round), "r.application = ?", application)
                .getFirst();
    }

    /**
     * The whole list of a track with its arithmetic, by place.
     *
     * @throws NotFound if there is no such round or the person may not see its ranking
     */
    @Transactional(readOnly = true)
    public List<ExplainedRow> explained(UUID round, String track) {
        return explained(access.requireVisible(round), "r.round = ? and r.track = ?", round, track);
    }

    private List<ExplainedRow> explained(Round round, String condition, Object... parameters) {
        boolean named = access.seesExperts(round);
        var rows = rows();
        return jdbc.sql(ROWS + "where " + condition + IN_ORDER)
                .params(parameters)
                .query((row, number) -> {
                    var line = Objects.requireNonNull(rows.mapRow(row, number));
                    var arithmetic = mapper.readValue(text(row, "arithmetic"), Arithmetic.class);
                    return named
                            ? new ExplainedRow(
                                    round.caseId(),
                                    line,
                                    arithmetic,
                                    row.getString("best_without"),
                                    row.getString("worst_without"))
                            : new ExplainedRow(
                                    round.caseId(), line, arithmetic.withExperts(this::numbered), null, null);
                })
                .list();
    }

    private String numbered(int index) {
        return texts.of("selection.ranking.expert-number", index + 1);
    }

    /** Asks for the name of each region once. */
    private RowMapper<RankingRow> rows() {
        var names = new HashMap<String, String>();
        return (row, number) -> {
            var region = row.getString("region");
            var name = region == null
                    ? ""
                    : names.computeIfAbsent(region, code -> regions.name(code).orElse(code));
            return row(row, name);
        };
    }

    private RankingRow row(ResultSet row, String region) throws SQLException {
        var received = row.getTimestamp("received_at");
        var parted = row.getString("parted");
        var outcome = row.getString("outcome");
        var applicant = text(row, "applicant");
        return new RankingRow(
                Objects.requireNonNull(row.getObject("application", UUID.class)),
                text(row, "track"),
                row.getInt("place"),
                row.getBoolean("tied"),
                text(row, "title"),
                applicant,
                organizations.name(applicant),
                region,
                Objects.requireNonNull(row.getBigDecimal("score")),
                Objects.requireNonNull(row.getBigDecimal("spread")),
                row.getBoolean("alarm"),
                Position.valueOf(text(row, "position")),
                row.getBigDecimal("margin"),
                parted == null ? null : Scoring.Tie.Kind.valueOf(parted),
                row.getInt("best"),
                row.getInt("worst"),
                row.getBoolean("crosses_line"),
                received == null ? null : received.toInstant(),
                outcome == null ? null : Outcome.valueOf(outcome),
                Objects.requireNonNullElse(row.getString("reason"), ""));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }
}
