package rongtong.selection.panel;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import rongtong.calendar.WorkingDays;
import rongtong.identity.CurrentUser;
import rongtong.policy.Settings;
import rongtong.selection.panel.Assignment.Seat;
import rongtong.selection.panel.Assignment.Unserved;
import rongtong.selection.programme.Programmes;
import rongtong.selection.programme.Track;
import rongtong.selection.round.Round;
import rongtong.selection.round.Rounds;
import rongtong.shared.Json;
import rongtong.shared.Message;
import rongtong.shared.NotFound;
import rongtong.shared.Printable;
import rongtong.shared.RuleViolation;
import rongtong.workflow.CaseMessages;
import rongtong.workflow.Cases;
import rongtong.workflow.Timeline;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Panels of a round (评审组): who judges what, from the assignment to the last sheet. Nothing here says what the sheets say.
 * Checks no access: that is asked where it is called.
 */
@Service
@Transactional
public class Panels {

    /** Message for the round when the last review of a turn is over. */
    public static final String SCORES_COMPLETE = "scoresComplete";

    /** Message for a review from which everything was taken, or whose round ended. */
    static final String REVIEW_CLOSED = "reviewClosed";

    private static final String REVIEW = "panel-review";

    private final JdbcClient jdbc;
    private final JsonMapper mapper;
    private final Json json;
    private final PanelFacts facts;
    private final Reviews reviews;
    private final Rounds rounds;
    private final Programmes programmes;
    private final ObjectProvider<Cases> cases;
    private final CaseMessages messages;
    private final Timeline timeline;
    private final WorkingDays workingDays;
    private final Settings settings;
    private final CurrentUser user;
    private final Clock clock;

    Panels(
            JdbcClient jdbc,
            JsonMapper mapper,
            Json json,
            PanelFacts facts,
            Reviews reviews,
            Rounds rounds,
            Programmes programmes,
            ObjectProvider<Cases> cases,
            CaseMessages messages,
            Timeline timeline,
            WorkingDays workingDays,
            Settings settings,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.json = json;
        this.facts = facts;
        this.reviews = reviews;
        this.rounds = rounds;
        this.programmes = programmes;
        this.cases = cases;
        this.messages = messages;
        this.timeline = timeline;
        this.workingDays = workingDays;
        this.settings = settings;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What {@link #assign} would do with a track; changes nothing.
     *
     * @throws NotFound if the programme has no such track
     */
    @Transactional(readOnly = true)
    public Assignment propose(UUID round, String track, long seed) {
        var found = rounds.get(round);
        return Assigner.assign(
                facts.reviewers(found.province(), round, track),
                facts.candidacies(round, track),
                facts.conflicts(found.province(), round),
                track(found, track).panelSize(),
                seed);
    }

    /**
     * Assigns all tracks of a round, one after another: loads are balanced over all of them. Done again before the reviews
     * begin, it takes the place of what was done before.
     *
     * @return one for each track with applications, in the order of the programme
     * @throws RuleViolation if the reviews have begun
     */
    public List<PanelRun> assign(UUID round, long seed) {
        var found = lock(round);
        if (reviews.begun(round)) {
            throw new RuleViolation(Message.of("selection.panel.begun"));
        }
        jdbc.sql("delete from selection.assignment where round = ?")
                .param(round)
                .update();
        jdbc.sql("delete from selection.panel_run where round = ?").param(round).update();
        var runs = new ArrayList<PanelRun>();
        for (var track : tracks(found)) {
            var reviewers = facts.reviewers(found.province(), round, track.key());
            var candidacies = facts.candidacies(round, track.key());
            if (!candidacies.isEmpty()) {
                var assignment = Assigner.assign(
                        reviewers, candidacies, facts.conflicts(found.province(), round), track.panelSize(), seed);
                enter(round, track.key(), seed, assignment.seats(), null);
                runs.add(enter(round, track, reviewers.size(), assignment));
            }
        }
        return runs;
    }

    private void enter(UUID round, String track, long seed, List<Seat> seats, @Nullable String replaces) {
        jdbc.sql("""
                        insert into selection.assignment
                            (application, expert, round, track, seed, explanation, assigned_at, replaces)
                        select s.application, s.expert, :round, :track, :seed, s.explanation, :now, :replaces
                        from unnest(:applications::uuid[], :experts::text[], :explanations::jsonb[])
                            as s (application, expert, explanation)
                        """)
                .param("round", round)
                .param("track", track)
                .param("seed", seed)
                .param("now", now())
                .param("replaces", replaces, java.sql.Types.VARCHAR)
                .param("applications", seats.stream().map(Seat::application).toArray(UUID[]::new))
                .param("experts", seats.stream().map(Seat::expert).toArray(String[]::new))
                .param(
                        "explanations",
                        seats.stream().map(seat -> json.write(seat.why())).toArray(String[]::new))
                .update();
    }

    private PanelRun enter(UUID round, Track track, int experts, Assignment assignment) {
        var run = new PanelRun(
                round,
                track.key(),
                assignment.seed(),
                track.panelSize(),
                experts,
                assignment.seats().size(),
                assignment.leastLoad(),
                assignment.greatestLoad(),
                assignment.unserved(),
                user.username(),
                clock.instant());
        jdbc.sql("""
                        insert into selection.panel_run (round, track, seed, panel_size, experts, seats, least_load,
                            greatest_load, unserved, actor, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        round,
                        run.track(),
                        run.seed(),
                        run.panelSize(),
                        experts,
                        run.seats(),
                        run.leastLoad(),
                        run.greatestLoad(),
                        json.write(run.unserved()),
                        run.actor(),
                        Timestamp.from(run.at()))
                .update();
        return run;
    }

    /** How the tracks of a round were assigned; empty before. */
    @Transactional(readOnly = true)
    public List<PanelRun> runs(UUID round) {
        return jdbc.sql("select * from selection.panel_run where round = ? order by track")
                .param(round)
                .query((rs, index) -> new PanelRun(
                        round,
                        rs.getString("track"),
                        rs.getLong("seed"),
                        rs.getInt("panel_size"),
                        rs.getInt("experts"),
                        rs.getInt("seats"),
                        rs.getInt("least_load"),
                        rs.getInt("greatest_load"),
                        mapper.readValue(rs.getString("unserved"), new TypeReference<List<Unserved>>() {}),
                        rs.getString("actor"),
                        rs.getTimestamp("at").toInstant()))
                .list();
    }

    /**
     * The first turn begins: each expert gets one review for each track.
     *
     * @return how many reviews were opened
     * @throws RuleViolation if the reviews have begun, or nothing is assigned
     */
    public int begin(UUID round) {
        var found = lock(round);
        if (reviews.begun(round)) {
            throw new RuleViolation(Message.of("selection.panel.begun"));
        }
        var seats = active(round, null);
        if (seats.isEmpty()) {
            throw new RuleViolation(Message.of("selection.panel.not-assigned"));
        }
        return open(found, seats, 1);
    }

    /**
     * The second turn begins: those who judged these applications judge them again, knowing their own first sheets only.
     *
     * @return how many reviews were opened
     */
    public int beginSecondTurn(UUID round, Collection<UUID> applications) {
        var found = lock(round);
        var seats = active(round, applications);
        jdbc.sql("""
                        insert into selection.sheet (application, expert, turn, scores, comment, saved_at)
                        select s.application, s.expert, 2, s.scores, s.comment, :now
                        from selection.sheet s
                        join selection.assignment a on a.application = s.application and a.expert = s.expert
                        where a.round = :round and a.ended_at is null and s.turn = 1 and s.submitted_at is not null
                            and a.application = any(:applications)
                        on conflict do nothing
                        """)
                .param("now", now())
                .param("round", round)
                .param("applications", applications.toArray(UUID[]::new))
                .update();
        return open(found, seats, 2);
    }

    private record Held(String track, String expert, UUID application) {}

    private List<Held> active(UUID round, @Nullable Collection<UUID> applications) {
        return jdbc
                .sql("""
                        select a.track, a.expert, a.application
                        from selection.assignment a join selection.application p on p.case_id = a.application
                        where a.round = ? and a.ended_at is null and p.status = 'ENTERED'
                        order by a.track, a.expert, a.application
                        """)
                .param(round)
                .query((rs, index) -> new Held(
                        rs.getString("track"),
                        rs.getString("expert"),
                        Objects.requireNonNull(rs.getObject("application", UUID.class))))
                .list()
                .stream()
                .filter(held -> applications == null || applications.contains(held.application()))
                .toList();
    }

    private int open(Round round, List<Held> seats, int turn) {
        var desks = seats.stream()
                .collect(groupingBy(seat -> Map.entry(seat.track(), seat.expert()), LinkedHashMap::new, toList()));
        desks.forEach((desk, held) -> open(
                round,
                desk.getKey(),
                desk.getValue(),
                turn,
                held.stream().map(Held::application).toList()));
        return desks.size();
    }

    private void open(Round round, String track, String expert, int turn, List<UUID> applications) {
        var now = clock.instant();
        var review =
                new Review(UUID.randomUUID(), round.caseId(), track, expert, turn, now, due(round, now), null, null);
        reviews.open(review, applications);
        var name = track(round, track).name();
        cases.getObject()
                .open(
                        REVIEW,
                        review.caseId(),
                        round.caseId(),
                        "%s（%s）专家评审".formatted(round.title(), name),
                        Map.of(
                                "round",
                                round.caseId().toString(),
                                "track",
                                track,
                                "expert",
                                expert,
                                "turn",
                                turn,
                                "convener",
                                round.organ(),
                                "clause",
                                programmes
                                        .get(round.programme(), round.version())
                                        .basis()));
    }

    private Instant due(Round round, Instant from) {
        return workingDays
                .current(round.province())
                .deadline(from, settings.number("pilot.review-days"))
                .toInstant();
    }

    /**
     * The person at work recuses from an application (回避); somebody else takes the seat at once, if anybody can.
     *
     * @param reason 2 to 500 characters
     * @throws NotFound if the person does not judge it
     * @throws RuleViolation if the sheet is submitted, or the reason is missing
     */
    void recuse(UUID application, String reason) {
        leave(application, user.username(), Leaving.RECUSED, reason, true);
    }

    /**
     * Somebody else takes an expert's seat on one application.
     *
     * @param reason 2 to 500 characters
     * @return user name of who takes the seat; nothing if nobody can
     * @throws NotFound if the expert does not judge it
     * @throws RuleViolation if the sheet is submitted, or the reason is missing
     */
    Optional<String> replace(UUID application, String expert, String reason) {
        return leave(application, expert, Leaving.REPLACED, reason, true);
    }

    /** Why a seat is left. */
    enum Leaving {
        RECUSED,
        REPLACED,
        LATE
    }

    /** @param tell whether the review ends here if nothing is left in it; false where its own step sees to that */
    Optional<String> leave(UUID application, String expert, Leaving why, String reason, boolean tell) {
        Printable.require("reason", reason);
        var words = reason.strip();
        if (words.length() < 2 || words.length() > 500) {
            var message = Message.of("selection.panel.reason");
            throw new RuleViolation(message, List.of(new RuleViolation.FieldError("reason", message)));
        }
        var seat = jdbc.sql("""
                        select round, track, seed from selection.assignment
                        where application = ? and expert = ? and ended_at is null for update
                        """)
                .params(application, expert)
                .query((rs, index) -> new Left(
                        Objects.requireNonNull(rs.getObject("round", UUID.class)),
                        rs.getString("track"),
                        rs.getLong("seed")))
                .optional()
                .orElseThrow(() -> new NotFound("review", application));
        var review = reviews.openWith(expert, application);
        if (review.isEmpty() && reviews.begun(seat.round()) || isSubmitted(application, expert, review)) {
            throw new RuleViolation(Message.of("selection.panel.already-submitted"));
        }
        end(application, expert, why.name(), words);
        var successor = fill(seat, application, expert, review.map(Review::turn).orElse(1));
        review.ifPresent(held -> {
            timeline.note(held.caseId(), "panel-" + why.name().toLowerCase(Locale.ROOT), null, words);
            if (tell && reviews.assigned(held.caseId()).isEmpty()) {
                messages.tell(held.caseId(), REVIEW_CLOSED);
            }
        });
        return successor;
    }

    private record Left(UUID round, String track, long seed) {}

    private boolean isSubmitted(UUID application, String expert, Optional<Review> review) {
        return jdbc.sql("""
                        select exists (select from selection.sheet
                                       where application = ? and expert = ? and turn >= ? and submitted_at is not null)
                        """)
                .params(application, expert, review.map(Review::turn).orElse(1))
                .query(Boolean.class)
                .single();
    }

    private void end(UUID application, String expert, String reason, String note) {
        jdbc.sql("""
                        update selection.assignment set ended_at = ?, ended_reason = ?, ended_note = ?
                        where application = ? and expert = ? and ended_at is null
                        """).params(now(), reason, note, application, expert).update();
        jdbc.sql("delete from selection.sheet where application = ? and expert = ? and submitted_at is null")
                .params(application, expert)
                .update();
    }

    /** The best single expert takes the seat; nobody else moves. */
    private Optional<String> fill(Left seat, UUID application, String leaving, int turn) {
        var round = rounds.get(seat.round());
        var panel = jdbc.sql("select expert from selection.assignment where application = ? and ended_at is null")
                .param(application)
                .query(String.class)
                .list();
        var found = Assigner.replace(
                facts.reviewers(round.province(), null, null),
                facts.candidacy(application),
                panel,
                facts.conflicts(round.province(), seat.round()),
                seat.seed());
        found.ifPresentOrElse(
                taken -> {
                    enter(seat.round(), seat.track(), seat.seed(), List.of(taken), leaving);
                    if (reviews.begun(seat.round())) {
                        reviews.undeclared(seat.round(), seat.track(), taken.expert(), turn)
                                .ifPresentOrElse(
                                        waiting -> reviews.add(waiting.caseId(), application),
                                        () -> open(round, seat.track(), taken.expert(), turn, List.of(application)));
                    }
                },
                () -> timeline.note(seat.round(), "panel-seat-empty", round.organ(), title(application)));
        return found.map(Seat::expert);
    }

    private String title(UUID application) {
        return jdbc.sql("select title from selection.application where case_id = ?")
                .param(application)
                .query(String.class)
                .single();
    }

    /**
     * An application leaves the round: nobody judges it any more. Locks the round first, as all that ends a review does: of two
     * who end the last ones at the same time one tells the round.
     */
    public void drop(UUID application) {
        jdbc.sql("""
                        select case_id from selection.round
                        where case_id = (select round from selection.application where case_id = ?) for update
                        """).param(application).query(UUID.class).optional();
        var experts = jdbc.sql("""
                        select expert from selection.assignment
                        where application = ? and ended_at is null order by expert for update
                        """).param(application).query(String.class).list();
        for (var expert : experts) {
            var review = reviews.openWith(expert, application);
            end(application, expert, "WITHDRAWN", "");
            review.filter(held -> reviews.assigned(held.caseId()).isEmpty()).ifPresent(held -> close(held.caseId()));
        }
    }

    /** The round has ended before its time: all reviews end. */
    public void cancel(UUID round) {
        reviews.open(round).forEach(review -> close(review.caseId()));
    }

    /** Nothing is left to judge, through nothing that the expert did: the expert is told. */
    private void close(UUID review) {
        timeline.note(review, "review-closed", null, null);
        messages.tell(review, REVIEW_CLOSED);
    }

    /** Whether all reviews of a round that were opened are over. */
    @Transactional(readOnly = true)
    public boolean isComplete(UUID round) {
        return reviews.begun(round) && reviews.open(round).isEmpty();
    }

    /** A review is over; with the last one the round is told. */
    void end(UUID review) {
        var round = reviews.get(review).round();
        lock(round);
        reviews.end(review);
        if (reviews.open(round).isEmpty()) {
            messages.tell(round, SCORES_COMPLETE);
        }
    }

    /** All that a late expert has not judged goes to others. */
    void replaceLate(UUID review, String reason) {
        var late = reviews.get(review);
        for (var assigned : reviews.assigned(review)) {
            if (!assigned.isSubmitted()) {
                leave(assigned.application(), late.expert(), Leaving.LATE, reason, false);
            }
        }
    }

    /** The expert gets more time. */
    void postpone(UUID review) {
        var late = reviews.get(review);
        reviews.postpone(review, due(rounds.get(late.round()), clock.instant()));
    }

    /** How far the experts of a round are, those who are late first. */
    @Transactional(readOnly = true)
    public List<ReviewProgress> progress(UUID round, Map<String, Expert> experts) {
        return jdbc.sql("""
                        select v.*,
                            count(g.application)::int as assigned,
                            count(s.submitted_at)::int as submitted,
                            (select count(*)::int from selection.assignment r
                             where r.round = v.round and r.track = v.track and r.expert = v.expert
                                 and r.ended_reason = 'RECUSED') as recused
                        from selection.review v
                        left join selection.review_item i on i.review = v.case_id
                        left join selection.assignment g
                            on g.application = i.application and g.expert = v.expert and g.ended_at is null
                        left join selection.sheet s
                            on s.application = g.application and s.expert = v.expert and s.turn = v.turn
                        where v.round = ?
                        group by v.case_id
                        order by v.ended_at is not null, v.due_at, v.track, v.expert, v.turn
                        """)
                .param(round)
                .query((rs, index) -> {
                    var username = rs.getString("expert");
                    var known = experts.get(username);
                    var declared = rs.getTimestamp("declared_at");
                    var ended = rs.getTimestamp("ended_at");
                    return new ReviewProgress(
                            Objects.requireNonNull(rs.getObject("case_id", UUID.class)),
                            rs.getString("track"),
                            rs.getInt("turn"),
                            username,
                            known == null ? username : known.name(),
                            known == null ? "" : known.organization(),
                            rs.getInt("assigned"),
                            rs.getInt("submitted"),
                            rs.getInt("recused"),
                            rs.getTimestamp("due_at").toInstant(),
                            declared == null ? null : declared.toInstant(),
                            ended == null ? null : ended.toInstant());
                })
                .list();
    }

    /** The panels of a track, by title. */
    @Transactional(readOnly = true)
    public List<SeatView.Panel> panels(UUID round, String track, Map<String, Expert> experts) {
        var seats = jdbc.sql("""
                        select g.*, a.title, a.applicant,
                            coalesce((select s.submitted_at is not null from selection.sheet s
                                      where s.application = g.application and s.expert = g.expert
                                      order by s.turn desc limit 1), false) as submitted
                        from selection.assignment g join selection.application a on a.case_id = g.application
                        where g.round = ? and g.track = ?
                        order by a.title, g.application, g.ended_at nulls first, g.expert
                        """)
                .params(round, track)
                .query((rs, index) -> seat(rs, experts))
                .list();
        var byApplication = new LinkedHashMap<UUID, List<SeatView>>();
        seats.forEach(seat -> byApplication
                .computeIfAbsent(seat.application(), any -> new ArrayList<>())
                .add(seat));
        return byApplication.values().stream()
                .map(panel -> new SeatView.Panel(
                        panel.getFirst().application(),
                        panel.getFirst().title(),
                        panel.getFirst().applicant(),
                        panel))
                .toList();
    }

    private SeatView seat(ResultSet rs, Map<String, Expert> experts) throws SQLException {
        var username = rs.getString("expert");
        var known = experts.get(username);
        return new SeatView(
                Objects.requireNonNull(rs.getObject("application", UUID.class)),
                rs.getString("title"),
                rs.getString("applicant"),
                username,
                known == null ? username : known.name(),
                known == null ? "" : known.organization(),
                mapper.readValue(rs.getString("explanation"), Assignment.Explanation.class),
                rs.getString("replaces"),
                rs.getString("ended_reason"),
                rs.getString("ended_note"),
                rs.getBoolean("submitted"));
    }

    /** @throws NotFound if the expert has no such seat in the round now */
    void requireSeat(UUID round, UUID application, String expert) {
        if (!jdbc.sql("""
                        select exists (select from selection.assignment
                                       where round = ? and application = ? and expert = ? and ended_at is null)
                        """)
                .params(round, application, expert)
                .query(Boolean.class)
                .single()) {
            throw new NotFound("seat", expert);
        }
    }

    private Round lock(UUID round) {
        jdbc.sql("select case_id from selection.round where case_id = ? for update")
                .param(round)
                .query(UUID.class)
                .optional();
        return rounds.get(round);
    }

    private List<Track> tracks(Round round) {
        return programmes.get(round.programme(), round.version()).tracks();
    }

    private Track track(Round round, String track) {
        return programmes
                .get(round.programme(), round.version())
                .track(track)
                .orElseThrow(() -> new NotFound("track", track));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
